import type { Judgement } from '../judge/judgement.ts'
import type { Repriced, RepricedFigures } from './terms.ts'

/** Names of {@link RepricedFigures}, in their order. */
export const REPRICED = [
  'balance', 'portfolioYield', 'crossIncome', 'fundingCost', 'operatingCost', 'tax', 'targetProfit', 'expectedLoss', 'surplus', 'coverageRatio',
  'coverageProbability', 'profitProbability', 'breakEvenYield', 'raroc', 'cells',
] as const satisfies readonly (keyof RepricedFigures)[] // prettier-ignore

/** What an answer is picked out of: a judgement, or as much of one as has these figures. */
export type Judged = Pick<Judgement, 'standardErrors' | 'reasons' | 'tests' | 'verdict' | 'pathsToDecide'> & {
  readonly figures: RepricedFigures
}

/**
 * Picks the figures of an edit's answer out of a judgement, with their standard errors and the reasons of those that cannot be had.
 *
 * @param scenario  its id
 */
export function toRepriced(scenario: string, judged: Judged): Repriced {
  const { figures, standardErrors, reasons, tests, verdict, pathsToDecide } = judged
  const told = new Set<string>([...REPRICED, 'tests', 'pathsToDecide'])
  return {
    scenario,
    ...pick(figures),
    tests,
    verdict,
    pathsToDecide,
    standardErrors: pick(standardErrors),
    reasons: Object.fromEntries(Object.entries(reasons).filter(([name]) => told.has(name.split('.')[0]!))),
  }
}

type Name = (typeof REPRICED)[number]

const pick = <T extends Readonly<Partial<Record<Name, unknown>>>>(from: T): Pick<T, Name & keyof T> =>
  Object.fromEntries(REPRICED.map((name) => [name, from[name]])) as Pick<T, Name & keyof T>
