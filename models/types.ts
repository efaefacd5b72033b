/** The shared vocabulary: units, cells, firms and loans. Money is in the book's unit (default 万元 = 10,000 CNY). */

/** Decimal per year: 0.057 is 5.7 %. */
export type Rate = number
/** Money in the book's unit. */
export type Money = number
/** Probability in [0, 1]. */
export type Probability = number

/** Term bands of a schedule, by the contract's original term in months. */
export const TERM_BANDS = ['<=6m', '6-12m', '1-3y', '>3y'] as const
export type TermBand = (typeof TERM_BANDS)[number]

/** Collateral classes of a schedule. `commercial` is shops, offices, plant and land; `movable` is equipment, vehicles, stock, receivables. */
export const COLLATERALS = ['residential', 'commercial', 'movable', 'guarantee', 'unsecured'] as const
export type Collateral = (typeof COLLATERALS)[number]

/** Grades run from 1 (best) to 10; each is a band of assigned PD on the study's master scale. */
export const GRADES = 10

/** How principal comes back. `bullet`: interest monthly, principal at maturity. */
export const REPAYMENTS = ['bullet', 'equalPrincipal', 'annuity'] as const
export type Repayment = (typeof REPAYMENTS)[number]

/** VAT treatment of a line by size (MODEL §4): interest exempt, exempt up to 1.5 × LPR, or fully taxed. */
export const VAT_BANDS = ['exempt', 'capped', 'full'] as const
export type VatBand = (typeof VAT_BANDS)[number]

/** The unit of a rate schedule. */
export interface Cell {
  readonly grade: number
  readonly termBand: TermBand
  readonly collateral: Collateral
}

export const CELL_COUNT = GRADES * TERM_BANDS.length * COLLATERALS.length

/** Position of a cell in any array of length {@link CELL_COUNT}: grade, then term band, then collateral. */
export const cellIndex = (grade: number, termBand: number, collateral: number): number =>
  ((grade - 1) * TERM_BANDS.length + termBand) * COLLATERALS.length + collateral

/** The cell at a position of {@link cellIndex}. */
export function cellAt(index: number): Cell {
  const collateral = COLLATERALS[index % COLLATERALS.length]
  const rest = Math.floor(index / COLLATERALS.length)
  const termBand = TERM_BANDS[rest % TERM_BANDS.length]
  if (!(index >= 0 && index < CELL_COUNT) || !collateral || !termBand)
    throw new RangeError(`cellAt: index must be in 0..${CELL_COUNT - 1}, got ${index}`)
  return { grade: Math.floor(rest / TERM_BANDS.length) + 1, termBand, collateral }
}

/** Name of a cell in files and tables, for instance `3|6-12m|residential`. */
export const cellKey = (cell: Cell): string => `${cell.grade}|${cell.termBand}|${cell.collateral}`

/** Index in {@link TERM_BANDS} of an original term in months. */
export const termBandOf = (termMonths: number): number =>
  termMonths <= 6 ? 0 : termMonths <= 12 ? 1 : termMonths <= 36 ? 2 : 3

/** Levels of one grouping of firms (sector, region, cluster or a tape column), coded. */
export interface Grouping {
  /** Distinct level names, in the order of their codes. */
  readonly labels: readonly string[]
  /** Code of each firm, an index into `labels`. */
  readonly codes: Int32Array
}

/** Label, in the grouping by cluster, of firms that belong to none. */
export const NO_CLUSTER = 'none'

/** Who may borrow, one entry a firm in every column. All randomness before simulation is in here. */
export interface Firms {
  readonly count: number
  readonly ids: readonly string[]
  /** Groupings by name; a synthetic book has `sector`, `region` and `cluster`. */
  readonly groupings: ReadonlyMap<string, Grouping>
  /** True 12-month default probability h, in (0, 1); drives the simulation. */
  readonly truePd: Float64Array
  /** 0 honest, 1 shading, 2 fraudulent. */
  readonly honesty: Uint8Array
  /** What the bank is told, by applicant field of the scorecard; absent for a tape. */
  readonly applicants: Applicants | null
  /** Further numeric columns for tables (quality, true sales, ...), one entry a firm each. */
  readonly numeric: ReadonlyMap<string, Float64Array>
  /** What each firm asks for, or already has (tape). One row a loan. */
  readonly requests: LoanRequests
}

/** What a loan contract says, in columns with one entry a loan. */
export interface Contracts {
  readonly count: number
  /** Original contract term in months, ≥ 1. */
  readonly termMonths: Int32Array
  /** Months left on the running contract at month 0, in 1..termMonths. */
  readonly remainingMonths: Int32Array
  /** Index in {@link REPAYMENTS}. */
  readonly repayment: Uint8Array
  /** Index in {@link COLLATERALS}. */
  readonly collateral: Uint8Array
  /** Natural average deposit, money. */
  readonly deposit: Float64Array
  /** Fees a year, money, VAT included. */
  readonly fees: Float64Array
  /** Owner's assets under management, money. */
  readonly ownerAum: Float64Array
}

/** Loans asked for or booked, in columns; `firm` rises. A synthetic firm has one. */
export interface LoanRequests extends Contracts {
  readonly ids: readonly string[]
  /** Index of the borrowing firm. */
  readonly firm: Int32Array
  /** Amount asked for, or balance at month 0 (tape). */
  readonly amount: Float64Array
  /** Financing gap that limits the loan (Infinity where unknown). */
  readonly financingGap: Float64Array
  /** Stated LGD of the loan, or NaN where the collateral class decides. */
  readonly statedLgd: Float64Array
  /** Assigned PD given by the tape, or NaN where a strategy assigns it. */
  readonly givenPd: Float64Array
  /** Grade given by the tape, or 0. */
  readonly givenGrade: Uint8Array
}

/** Loans a strategy grants, in columns; `obligor` rises. */
export interface Loans extends Contracts {
  /** Row in the firms' {@link LoanRequests}. */
  readonly request: Int32Array
  /** Index of the borrowing firm. */
  readonly obligor: Int32Array
  /** Balance at month 0. */
  readonly balance: Float64Array
  /** Approved line, the size that decides the VAT band. */
  readonly line: Float64Array
  /** What the bank believes and prices with. */
  readonly assignedPd: Float64Array
  /** LGD the bank prices with: the tape's, or the stated mean of the collateral class. */
  readonly assignedLgd: Float64Array
  /** Which loss distribution applies, an index into {@link LGD_KINDS}. */
  readonly lgdKind: Uint8Array
  /** 1..10. */
  readonly grade: Uint8Array
  /** 1..10 as the card says, 0 without a card. */
  readonly level: Uint8Array
  /** Card score, NaN without a card. */
  readonly score: Float64Array
}

/** Loss distributions of the engine: the five collateral classes, fraudulent borrowers, and a stated value. */
export const LGD_KINDS = [...COLLATERALS, 'fraud', 'stated'] as const
export type LgdKind = (typeof LGD_KINDS)[number]

/** One applicant as a scorecard sees it; the fields of the golden file. Ratios are decimals, money in 万元. */
export type Applicant = Readonly<Record<string, number | string | boolean>>

/** Many applicants in columns by field: numbers, or codes of listed values; one entry an applicant each. */
export type Applicants = ReadonlyMap<string, ApplicantColumn>

export type ApplicantColumn =
  Float64Array | { readonly values: readonly (number | string | boolean)[]; readonly codes: ArrayLike<number> }
