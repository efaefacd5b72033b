import { COLLATERALS, TERM_BANDS, termBandOf } from '../models/types.ts'
import type { Firms, Loans } from '../models/types.ts'
import type { BookRun } from '../sim/types.ts'

/** What loans are grouped by. */
export const PROFILE_GROUPS = ['sector', 'size', 'grade', 'collateral', 'term'] as const
export type ProfileGroup = (typeof PROFILE_GROUPS)[number]

/** Loans of one kind. */
export interface ProfileRow {
  /** Sector, collateral class or term band by its key; grade or size band in figures. */
  readonly key: string
  readonly loans: number
  /** Share of the balance at month 0. */
  readonly share: number
  /** Balance-weighted means. */
  readonly truePd: number
  readonly assignedPd: number
}

/** Who is in the book of a run's first strategy, at month 0. */
export interface BookProfile {
  readonly loans: number
  readonly balance: number
  readonly largestLoan: number
  readonly groups: Readonly<Record<ProfileGroup, readonly ProfileRow[]>>
}

/** Upper edges of the size bands, in the book's money unit; the last band is open. */
const SIZES = [50, 100, 300, 1000]

/** Loans of a run's first strategy by sector, size, grade, collateral and term. */
export function bookProfile({ firms, loans: granted }: BookRun): BookProfile {
  const { loans } = granted[0]!
  const balance = loans.balance.reduce((a, b) => a + b, 0)
  return {
    loans: loans.count,
    balance,
    largestLoan: loans.balance.reduce((a, b) => Math.max(a, b), 0),
    groups: {
      sector: rows(loans, firms, sectorOf(firms, loans)),
      size: rows(loans, firms, (i) => sizeBand(loans.balance[i]!), SIZE_BANDS),
      grade: rows(loans, firms, (i) => String(loans.grade[i]!)),
      collateral: rows(loans, firms, (i) => COLLATERALS[loans.collateral[i]!]!, COLLATERALS),
      term: rows(loans, firms, (i) => TERM_BANDS[termBandOf(loans.termMonths[i]!)]!, TERM_BANDS),
    },
  }
}

const SIZE_BANDS = [
  ...SIZES.map((edge, i) => (i === 0 ? `≤ ${edge}` : `${SIZES[i - 1]!}–${edge}`)),
  `> ${SIZES.at(-1)!}`,
]

const sizeBand = (balance: number): string => {
  const band = SIZES.findIndex((edge) => balance <= edge)
  return SIZE_BANDS[band === -1 ? SIZES.length : band]!
}

function sectorOf({ groupings }: Firms, { obligor }: Loans): (loan: number) => string {
  const sector = groupings.get('sector')
  return (i) => (sector ? sector.labels[sector.codes[obligor[i]!]!]! : 'all')
}

/** @param order  of the keys; without, as figures where they are, else the largest share first */
function rows(loans: Loans, firms: Firms, keyOf: (loan: number) => string, order?: readonly string[]): ProfileRow[] {
  const found = new Map<string, { loans: number; balance: number; truePd: number; assignedPd: number }>()
  let total = 0
  for (let i = 0; i < loans.count; i++) {
    const key = keyOf(i)
    const row = found.get(key) ?? { loans: 0, balance: 0, truePd: 0, assignedPd: 0 }
    const balance = loans.balance[i]!
    row.loans++
    row.balance += balance
    row.truePd += balance * firms.truePd[loans.obligor[i]!]!
    row.assignedPd += balance * loans.assignedPd[i]!
    found.set(key, row)
    total += balance
  }
  const keys = order
    ? order.filter((key) => found.has(key))
    : [...found.keys()].sort((a, b) => Number(a) - Number(b) || found.get(b)!.balance - found.get(a)!.balance)
  return keys.map((key) => {
    const row = found.get(key)!
    return {
      key,
      loans: row.loans,
      share: row.balance / total,
      truePd: row.truePd / row.balance,
      assignedPd: row.assignedPd / row.balance,
    }
  })
}
