import { writeFileSync } from 'node:fs'
import type { TapeBook } from '../../models/book.ts'

/** Columns of {@link GOOD_TAPE}. */
export const TAPE_COLUMNS: TapeBook['columns'] = {
  loanId: { column: 'loan' },
  obligorId: { column: 'firm' },
  balance: { column: 'balance' },
  termMonths: { column: 'term' },
  remainingMonths: { column: 'left' },
  repayment: { column: 'plan' },
  collateral: { column: 'security' },
  sector: { column: 'sector' },
  pd: { column: 'pd' },
  lgd: { column: 'lgd' },
}

export const HEADER = 'loan,firm,balance,term,left,plan,security,sector,pd,lgd,state'

/** Three loans of two firms, not in the order of the firms. */
export const GOOD_TAPE = [
  HEADER,
  'L1,B,120,12,6,bullet,RE,retail,0.02,0.3,CA',
  'L2,A,50,36,36,annuity,none,food,0.05,,NV',
  'L3,B,80,24,1,equalPrincipal,none,retail,0.02,0.6,CA',
].join('\n')

/** A tape book over a file; the file is written from `content` where given, and is CSV then. */
export function tapeBook(file: string, content?: string | Uint8Array, changes: Partial<TapeBook> = {}): TapeBook {
  if (content !== undefined) writeFileSync(file, content)
  return {
    kind: 'tape',
    id: 'tape',
    title: { en: 'Tape' },
    context: {},
    vary: {},
    origination: 'stock',
    renewal: 'runOff',
    amortisationRate: 0.06,
    factors: [{ by: 'global', loading: 0.3 }],
    globalFactor: { persistence: 0, degreesOfFreedom: null },
    guarantees: null,
    lgd: {
      floor: 0.1,
      cover: { residential: 1.05, commercial: 0.83, movable: 0.67 },
      auction: [0.7, 0.9],
      saleCost: 0.1,
      timeToSale: [1, 2],
      discountRate: 0.05,
      link: 0,
      beta: {
        guarantee: { mean: 0.5, sd: 0.2 },
        unsecured: { mean: 0.6, sd: 0.2 },
        fraud: { mean: 0.8, sd: 0.1 },
      },
    },
    npl: { lagMonths: 3, disposalMonths: 12, openingRatio: 0 },
    timing: new Array<number>(12).fill(1),
    unit: { en: 'thousand' },
    file,
    filePath: 'tape.csv',
    format: 'csv',
    columns: TAPE_COLUMNS,
    values: { collateral: { RE: 'residential', none: 'unsecured' } },
    pdTable: null,
    factorColumns: ['state'],
    keep: {},
    moneyScale: 1,
    ...changes,
  }
}
