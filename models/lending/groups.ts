import { NO_CLUSTER } from '../types.ts'
import type { Firms, Loans } from '../types.ts'

/** Firms by what a bank may have too much of. */
export interface Groups {
  readonly count: number
  /** Group of a firm; −1 for none. */
  readonly of: (firm: number) => number
}

/** Sectors or clusters of the firms; null where they have none. Firms outside every cluster are in no group. */
export function groupsOf({ groupings }: Pick<Firms, 'groupings'>, name: 'sector' | 'cluster'): Groups | null {
  const grouping = groupings.get(name)
  if (!grouping) return null
  const { labels, codes } = grouping
  const outside = name === 'cluster' ? labels.indexOf(NO_CLUSTER) : -1
  return { count: labels.length, of: (firm) => (codes[firm] === outside ? -1 : codes[firm]!) }
}

/** Share of the balance of loans that is lent to a firm's group; 0 for a firm in none, or without loans. */
export function shareOfGroup(
  { balance, obligor }: Pick<Loans, 'balance' | 'obligor'>,
  groups: Groups,
  firm: number,
): number {
  const own = groups.of(firm)
  let inGroup = 0
  let all = 0
  for (let i = 0; i < balance.length; i++) {
    all += balance[i]!
    if (own >= 0 && groups.of(obligor[i]!) === own) inGroup += balance[i]!
  }
  return all > 0 ? inGroup / all : 0
}
