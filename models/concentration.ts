import { herfindahl } from './herfindahl.ts'
import type { Concentration } from './result.ts'
import type { Firms, Loans } from './types.ts'
import { CELL_COUNT, cellIndex, termBandOf } from './types.ts'

/** Loans with what tells them apart by name and by cell. */
export type ConcentratedLoans = Pick<Loans, 'count' | 'obligor' | 'balance' | 'grade' | 'termMonths' | 'collateral'>

/**
 * How few names, sectors, clusters and cells a book's balance hangs on at month 0.
 *
 *     H = Σ share²
 *
 * A firm outside every cluster is a cluster of its own; a book without sectors is one sector.
 *
 * @param clusters  cluster of each firm, −1 outside all; null where the book has none
 */
export function concentration(
  firms: Pick<Firms, 'count' | 'groupings'>,
  loans: ConcentratedLoans,
  clusters: Int32Array | null,
): Concentration {
  const byObligor = balances(loans, firms.count, (i) => loans.obligor[i]!)
  const obligor = herfindahl(byObligor)
  const sectors = firms.groupings.get('sector')
  return {
    obligor,
    sector: sectors ? herfindahl(balances(loans, sectors.labels.length, (i) => sectors.codes[loans.obligor[i]!]!)) : 1,
    cluster: clusters && herfindahl(byCluster(loans, clusters)),
    cell: herfindahl(
      balances(loans, CELL_COUNT, (i) =>
        cellIndex(loans.grade[i]!, termBandOf(loans.termMonths[i]!), loans.collateral[i]!),
      ),
    ),
    effectiveNumber: 1 / obligor,
    largestObligorShare: largest(byObligor) / total(byObligor),
  }
}

/** Largest share of month-0 balance lent to one cluster; arguments as {@link concentration}. */
export function largestClusterShare(loans: ConcentratedLoans, clusters: Int32Array): number {
  const sums = byCluster(loans, clusters)
  return largest(sums.subarray(clusters.length)) / total(sums)
}

/** Balance of firms outside every cluster by firm, then of each cluster. */
const byCluster = (loans: ConcentratedLoans, clusters: Int32Array): Float64Array =>
  balances(loans, clusters.length + clusters.reduce((a, b) => Math.max(a, b), -1) + 1, (i) => {
    const firm = loans.obligor[i]!
    return clusters[firm]! < 0 ? firm : clusters.length + clusters[firm]!
  })

/** Balance by key. */
function balances(loans: ConcentratedLoans, keys: number, key: (loan: number) => number): Float64Array {
  const sums = new Float64Array(keys)
  for (let i = 0; i < loans.count; i++) sums[key(i)]! += loans.balance[i]!
  return sums
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0)
