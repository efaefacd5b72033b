import type { DeclineReason } from '../result.ts'
import type { Admission, Strategy } from '../strategy.ts'
import { COLLATERALS } from '../types.ts'
import type { Applicants, Firms } from '../types.ts'
import { numberColumn } from './numberColumn.ts'
import type { Requirement } from './requirement.ts'
import type { Scored } from './score.ts'
import { salesSeen } from './verify.ts'

/** All that a bank has before it when it admits; a row is a firm, and the firm's request. */
export interface Files {
  readonly strategy: Strategy
  readonly firms: Pick<Firms, 'groupings' | 'requests'>
  /** Applicants as verified. */
  readonly told: Applicants
  readonly scored: Scored
  readonly lines: Float64Array
}

/** A rule made ready for many files. */
export interface FileTest {
  /** What the rule looks at, in the field's own unit. */
  readonly value: (row: number) => number | string
  readonly asked: (row: number) => Requirement
}

/** One admission rule. */
export interface AdmissionRule {
  readonly reason: DeclineReason
  /** @returns null where the strategy asks for nothing, and the columns are not needed */
  readonly test: (files: Files) => FileTest | null
}

/**
 * The rules that a file alone must pass, in the order of DECLINE_REASONS; those of the whole book come after, see withinCaps. Price
 * plays no part (MODEL §2).
 *
 * A test throws a {RangeError} naming the strategy and the column or policy that is missing.
 */
export const ADMISSION_RULES: readonly AdmissionRule[] = [
  {
    reason: 'level',
    test: ({ strategy, scored }) => atMost(strategy.admission.worstLevel, () => scored.levels),
  },
  {
    reason: 'lenders',
    test: (files) => atMost(files.strategy.admission.maxLenders, () => column(files, 'lenders')),
  },
  {
    reason: 'years',
    test: (files) => atLeast(files.strategy.admission.minYears, () => column(files, 'yearsOfOperation')),
  },
  { reason: 'debtRatio', test: debtRatioTest },
  { reason: 'ownerAge', test: ownerAgeTest },
  {
    reason: 'sales',
    test: ({ strategy, told }) => atLeast(strategy.admission.minSales, () => salesSeen(strategy, told)),
  },
  {
    reason: 'settlementShare',
    test: (files) => atLeast(files.strategy.admission.minSettlementShare, () => settlementShares(files)),
  },
  {
    reason: 'settlementIndex',
    test: (files) =>
      atLeast(files.strategy.admission.minSettlementIndex, () => settled(files, 'minSettlementIndex').index),
  },
  {
    reason: 'negativeFlag',
    test: (files) =>
      atMost(files.strategy.admission.declineFlagged ? 0 : Infinity, () => settled(files, 'declineFlagged').flags),
  },
  {
    reason: 'overBorrowing',
    test: (files) => atMost(files.strategy.admission.maxOverBorrowing, () => overBorrowing(files)),
  },
  {
    reason: 'sector',
    test: ({ strategy, firms }) => {
      const { excludedSectors } = strategy.admission
      return excludedSectors.length ? labelled(strategy, firms, 'sector', { noneOf: excludedSectors }) : null
    },
  },
  {
    reason: 'region',
    test: ({ strategy, firms }) => {
      const { regions } = strategy.admission
      return regions && labelled(strategy, firms, 'region', { oneOf: regions })
    },
  },
  { reason: 'collateral', test: collateralTest },
  { reason: 'limit', test: limitTest },
]

type Numbers = Float64Array | Uint8Array

const atMost = (bound: number, values: () => Numbers): FileTest | null =>
  bound < Infinity ? numberTest(values(), { atMost: bound }) : null

const atLeast = (bound: number, values: () => Numbers): FileTest | null =>
  bound > 0 ? numberTest(values(), { atLeast: bound }) : null

const numberTest = (values: Numbers, asked: Requirement): FileTest => ({
  value: (row) => values[row]!,
  asked: () => asked,
})

const column = ({ strategy, told }: Files, field: string): Float64Array =>
  numberColumn(told, field, `strategy ${strategy.id}`)

/** Debt ratio of the statements, against the sector's own bound where it has one. */
function debtRatioTest(files: Files): FileTest | null {
  const { maxDebtRatio, sectorMaxDebtRatio } = files.strategy.admission
  if (Object.keys(sectorMaxDebtRatio).length === 0) return atMost(maxDebtRatio, () => column(files, 'debtRatio'))
  const { labels, codes } = groupingOf(files.strategy, files.firms, 'sector')
  const bounds = labels.map((sector): Requirement => ({ atMost: sectorMaxDebtRatio[sector] ?? maxDebtRatio }))
  const ratios = column(files, 'debtRatio')
  return { value: (row) => ratios[row]!, asked: (row) => bounds[codes[row]!]! }
}

function ownerAgeTest(files: Files): FileTest | null {
  const [youngest, oldest] = files.strategy.admission.ownerAge
  if (!(oldest < Infinity)) return atLeast(youngest, () => column(files, 'ownerAge'))
  return numberTest(column(files, 'ownerAge'), { between: [youngest, oldest] })
}

/** Weight of sales received on the owner's personal account under agreement, as the guideline's scoring table counts them. */
const PERSONAL_ACCOUNT = 0.6

/** Sales settled on accounts with the bank ÷ sales as the strategy sees them. */
function settlementShares(files: Files): Float64Array {
  const corporate = column(files, 'settlementCorporate')
  const personal = column(files, 'settlementPersonalAgreed')
  const sales = salesSeen(files.strategy, files.told)
  return corporate.map((settled, row) => (settled + PERSONAL_ACCOUNT * personal[row]!) / sales[row]!)
}

function settled({ strategy, scored }: Files, rule: keyof Admission): Scored {
  if (!strategy.settlement)
    throw new RangeError(`strategy ${strategy.id}: admission.${rule} needs a settlement policy, which it does not have`)
  return scored
}

/** Loans of all banks ÷ working-capital need. */
function overBorrowing(files: Files): Float64Array {
  const need = column(files, 'workingCapitalNeed')
  return column(files, 'allBankLoans').map((loans, row) => loans / need[row]!)
}

function labelled(strategy: Strategy, firms: Files['firms'], name: string, asked: Requirement): FileTest {
  const { labels, codes } = groupingOf(strategy, firms, name)
  return { value: (row) => labels[codes[row]!]!, asked: () => asked }
}

function groupingOf({ id }: Strategy, { groupings }: Files['firms'], name: string) {
  const grouping = groupings.get(name)
  if (!grouping) throw new RangeError(`strategy ${id}: needs the firms' ${name}, which they do not have`)
  return grouping
}

/** The class offered must be one that the strategy lends against. */
function collateralTest({ strategy, firms }: Files): FileTest | null {
  const { accept } = strategy.collateral
  if (COLLATERALS.every((collateral) => accept.includes(collateral))) return null
  const { collateral } = firms.requests
  return { value: (row) => COLLATERALS[collateral[row]!]!, asked: () => ({ oneOf: accept }) }
}

/** What is left to lend must be worth a file. */
function limitTest({ strategy, lines }: Files): FileTest {
  const { minimum } = strategy.limit
  return numberTest(lines, minimum > 0 ? { atLeast: minimum } : { above: 0 })
}
