import type { FileExplanation } from '../models/lending/explainFile.ts'
import type { Study } from '../models/study.ts'
import { explainFirm } from './explainFirm.ts'
import type { PreparedBook } from './prepareBook.ts'
import { FRAUD } from './synthesise/honesty.ts'

/** Why a file is shown: the best, the last to be admitted, the best that a rule declined, a fraud who got in. */
export type ExampleKind = 'best' | 'marginal' | 'declined' | 'fraud'

/** A file that shows how a strategy decides. */
export interface ExampleFile {
  readonly kind: ExampleKind
  readonly file: FileExplanation
}

/**
 * A few files of a book's first strategy, explained under the study's first schedule: the admitted with the lowest and the highest assigned
 * PD, for every rule that declined anybody the one with the lowest, and the fraud with the lowest whom it admits.
 *
 * @returns nothing for a tape
 */
export function exampleFiles({ schedules }: Study, prepared: PreparedBook): ExampleFile[] {
  const lending = prepared.lendings[0]!
  const { screened } = lending
  if (!screened) return []
  const { assessment, assignedPd } = screened
  const { declined } = assessment
  const { honesty } = prepared.firms
  const ranked = Array.from(declined.keys()).sort((a, b) => assignedPd[a]! - assignedPd[b]! || a - b)
  const admitted = ranked.filter((row) => declined[row] === 0)
  const examples: [ExampleKind, number | undefined][] = [
    ['best', admitted[0]],
    ['marginal', admitted.at(-1)],
    ['fraud', admitted.find((row) => honesty[row] === FRAUD)],
    ...[...new Set(declined)]
      .filter((reason) => reason > 0)
      .sort((a, b) => a - b)
      .map((reason): [ExampleKind, number | undefined] => ['declined', ranked.find((row) => declined[row] === reason)]),
  ]
  return examples.flatMap(([kind, row]) => {
    const file = row === undefined ? null : explainFirm(prepared, lending, schedules[0]!, row)
    return file ? [{ kind, file }] : []
  })
}
