import type { Result, Summary } from '../models/result.ts'

/** Order of the fields of an entry, that of the output contract; the build-up reads from the yield down to the surplus. */
const FIELD_ORDER = [
  'book', 'strategy', 'schedule', 'scenario', 'vary', 'paths', 'replicates', 'fidelity', 'loans', 'balance',
  'portfolioYield', 'crossIncome', 'fundingCost', 'operatingCost', 'tax', 'targetProfit', 'expectedLoss', 'surplus',
  'coverageRatio', 'coverageProbability', 'profitProbability', 'tests', 'verdict', 'pathsToDecide',
  'breakEvenYield', 'yieldFor95', 'parallelShift', 'pdMultipleToBreakEven', 'lossRate', 'defaultRate', 'nplPeak', 'trueNplPeak',
  'npl', 'contagionMultiplier', 'economicCapital', 'raroc', 'comprehensiveProfit', 'comprehensiveProfitRate', 'nplRatio',
  'newOverdueRatio', 'years', 'cells', 'tail', 'contributions', 'concentration', 'selection', 'lawOfLargeNumbers', 'standardErrors',
  'reasons',
] as const satisfies readonly (keyof Result)[] // prettier-ignore

/**
 * What `summary.json` holds: the results in their order, fields in the order of the contract, standard errors in the same; and the
 * comparisons of strategies.
 */
export const toSummary = ({ runId, results, comparisons }: Summary): Summary => ({
  runId,
  results: results.map((result) => ({ ...ordered(result), standardErrors: ordered(result.standardErrors) })),
  comparisons,
})

/** The same fields, known ones first and in order. */
function ordered<T extends object>(fields: T): T {
  const known = FIELD_ORDER.filter((name) => name in fields).map((name) => [name, fields[name as keyof T]])
  return { ...Object.fromEntries(known), ...fields } as T
}
