import { APPLICANT_FIELDS } from '../../models/applicantFields.ts'
import type { Book } from '../../models/book.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { Fidelity } from '../../models/study.ts'
import { NEUTRAL_STRATEGY } from '../schema/strategy.ts'
import type { StudyItem } from './studyItem.ts'
import { suggest } from './describeIssue.ts'
import { entryOf, locate, locateKey, toPlain, type LocatedMap, type Path } from './located.ts'
import { addProblem, type Reading } from './reading.ts'

interface StudyParts {
  readonly study: LocatedMap
  /** Null where the study's settings are not sound. */
  readonly fidelity: Fidelity | null
  readonly items: { readonly strategy: readonly StudyItem[] }
  readonly variants: { readonly strategy: readonly LocatedMap[] }
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
}

/** What must hold between a study's strategies, its books and its fidelity. */
export function checkStrategies(parts: StudyParts, reading: Reading): void {
  checkScorecards(parts, reading)
  checkFidelity(parts, reading)
  // The documents go by the strategies' places only where all were sound.
  if (parts.strategies.length < parts.variants.strategy.length) return
  checkTapes(parts, reading)
  checkFields(parts, reading)
  checkGroups(parts, reading)
}

function checkScorecards({ items, books, strategies }: StudyParts, reading: Reading): void {
  const synthetic = books.find(({ kind }) => kind === 'synthetic')
  const tape = books.find(({ kind }) => kind === 'tape')
  for (const { at, path, document } of items.strategy) {
    const id = toPlain(entryOf(document, 'id') ?? document)
    const strategy = strategies.find((one) => one.id === id)
    if (strategy?.scorecard === null && synthetic)
      addProblem(
        reading,
        at,
        path,
        `needs a scorecard for the synthetic book "${synthetic.id}": without one loans are taken as booked on a tape`,
      )
    if (strategy?.scorecard && tape)
      addProblem(
        reading,
        at,
        path,
        `must not have a scorecard with the tape book "${tape.id}": a tape has no applicants to score`,
      )
  }
}

/** What watches or binds borrowers acts on single defaults, of which means know nothing. */
function checkFidelity({ study, fidelity, strategies }: StudyParts, reading: Reading): void {
  if (fidelity === null || fidelity === 'exact') return
  const one = strategies.find(({ monitoring, renewal, jointLiability }) => monitoring ?? renewal ?? jointLiability)
  if (!one) return
  const { at, name } = locate(study, ['simulation', 'fidelity'])
  addProblem(
    reading,
    at,
    name,
    `must be exact for the strategy "${one.id}", got ${fidelity}: alarms, renewal decisions and joint liability are simulated in fidelity exact only`,
  )
}

/** Loans of a tape are there already: nothing of a strategy that chooses among applicants, or sizes or watches their loans, can act. */
function checkTapes({ variants, books, strategies }: StudyParts, reading: Reading): void {
  const tape = books.find(({ kind }) => kind === 'tape')
  if (!tape) return
  for (const [index, strategy] of strategies.entries()) {
    if (strategy.scorecard) continue
    for (const path of choices(strategy)) {
      const { at, name } = locate(variants.strategy[index]!, path)
      addProblem(reading, at, name, `must be left out with the tape book "${tape.id}": a tape has no applicants`)
    }
  }
}

/** Where a strategy says something that needs applicants. */
function choices(strategy: Strategy): Path[] {
  const parts = (['admission', 'limit', 'collateral'] as const).flatMap((part) =>
    changed(strategy[part], NEUTRAL_STRATEGY[part]).map((key) => [part, key]),
  )
  return [
    ...(strategy.verification.kind === NEUTRAL_STRATEGY.verification.kind ? [] : [['verification']]),
    ...parts,
    ...(['settlement', 'monitoring', 'renewal'] as const).filter((part) => strategy[part]).map((part) => [part]),
    ...(strategy.process.perFile > 0 ? [['process', 'perFile']] : []),
  ]
}

const changed = <T extends object>(part: T, neutral: T): string[] =>
  Object.entries(part)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(neutral[key as keyof T]))
    .map(([key]) => key)

/** A card reads nothing that synthetic applicants do not have; an optional field may be absent. */
function checkFields({ variants, books, strategies }: StudyParts, reading: Reading): void {
  const synthetic = books.find(({ kind }) => kind === 'synthetic')
  if (!synthetic) return
  for (const [index, { scorecard }] of strategies.entries())
    for (const [field, { optional }] of Object.entries(scorecard?.card.fields ?? {})) {
      if (optional || APPLICANT_FIELDS.some((known) => known === field)) continue
      const { at, name } = locateKey(variants.strategy[index]!, ['scorecard', 'card', 'fields'], field)
      addProblem(
        reading,
        at,
        name,
        `applicants of the synthetic book "${synthetic.id}" have no field "${field}"${suggest(field, APPLICANT_FIELDS)}`,
      )
    }
}

/** Sectors and regions that a strategy names are some book's. */
function checkGroups({ variants, books, strategies }: StudyParts, reading: Reading): void {
  const synthetic = books.filter((book) => book.kind === 'synthetic')
  if (synthetic.length < books.length || books.length === 0) return
  const known = {
    sector: [...new Set(synthetic.flatMap(({ sectors }) => Object.keys(sectors)))],
    region: [...new Set(synthetic.flatMap(({ regions }) => Object.keys(regions)))],
  }
  for (const [index, { admission }] of strategies.entries()) {
    const named: readonly [
      kind: keyof typeof known,
      field: string,
      names: readonly (readonly [PropertyKey, string])[],
    ][] = [
      ['sector', 'sectorMaxDebtRatio', Object.keys(admission.sectorMaxDebtRatio).map((one) => [one, one])],
      ['sector', 'excludedSectors', [...admission.excludedSectors.entries()]],
      ['region', 'regions', [...(admission.regions ?? []).entries()]],
    ]
    for (const [kind, field, names] of named)
      for (const [key, name] of names.filter(([, one]) => !known[kind].includes(one))) {
        const place = locate(variants.strategy[index]!, ['admission', field, key])
        addProblem(
          reading,
          place.at,
          place.name,
          `no book of the study has the ${kind} "${name}"${suggest(name, known[kind])}`,
        )
      }
  }
}
