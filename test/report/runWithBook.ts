import type { Strategy } from '../../models/strategy.ts'
import { LGD_KINDS, type ApplicantColumn, type Firms, type Loans } from '../../models/types.ts'
import type { BookRun, RunResult } from '../../sim/types.ts'
import { fixtureRun } from './fixture.ts'

/** The hand-made run with three firms and two strategies in its book; the third firm holds a second loan under `approve-all`. */
export function runWithBook(): RunResult {
  const run = fixtureRun()
  const book: BookRun = {
    ...run.books[0]!,
    firms: threeFirms(),
    loans: [
      { strategy: { id: 'citic-trade', vary: {} } as Strategy, loans: loansOf([0, 2], [72.5, 60]) },
      { strategy: { id: 'approve-all', vary: {} } as Strategy, loans: loansOf([0, 1, 2, 3], [NaN, NaN, NaN, NaN]) },
    ],
  }
  return { ...run, books: [book] }
}

function threeFirms(): Firms {
  const four = (...values: number[]): Float64Array => Float64Array.from(values)
  return {
    count: 3,
    ids: ['f0', 'f1', 'f2'],
    groupings: new Map([['sector', { labels: ['food', 'retail'], codes: Int32Array.of(1, 0, 1) }]]),
    truePd: Float64Array.of(0.01, 0.02, 0.3),
    honesty: Uint8Array.of(0, 1, 2),
    applicants: new Map<string, ApplicantColumn>([
      ['debtRatio', Float64Array.of(0.5, 0.6, 0.7)],
      ['location', { values: ['busy', 'remote'], codes: Uint8Array.of(0, 1, 0) }],
      ['healthy', { values: [false, true], codes: Uint8Array.of(1, 0, 0) }],
    ]),
    numeric: new Map([['annualSales', Float64Array.of(1000, NaN, 3000)]]),
    requests: {
      count: 4,
      ids: ['r0', 'r1', 'r2', 'r3'],
      firm: Int32Array.of(0, 1, 2, 2),
      amount: four(10, 20, 30, 40),
      termMonths: Int32Array.of(6, 12, 36, 240),
      remainingMonths: Int32Array.of(6, 1, 20, 240),
      repayment: Uint8Array.of(0, 1, 2, 2),
      collateral: Uint8Array.of(0, 1, 2, 4),
      deposit: four(1, 2, 3, 4),
      fees: four(0.1, 0.2, 0.3, 0.4),
      ownerAum: four(0, 0, 0, 5),
      financingGap: four(Infinity, Infinity, Infinity, Infinity),
      statedLgd: four(NaN, NaN, NaN, NaN),
      givenPd: four(NaN, NaN, NaN, NaN),
      givenGrade: new Uint8Array(4),
    },
  }
}

/** Loans on some of the requests, at the amounts asked for. */
function loansOf(rows: readonly number[], scores: readonly number[]): Loans {
  const { requests } = threeFirms()
  const pick = (values: ArrayLike<number>): number[] => rows.map((row) => values[row]!)
  return {
    count: rows.length,
    request: Int32Array.from(rows),
    obligor: Int32Array.from(pick(requests.firm)),
    balance: Float64Array.from(pick(requests.amount)),
    line: Float64Array.from(pick(requests.amount)),
    termMonths: Int32Array.from(pick(requests.termMonths)),
    remainingMonths: Int32Array.from(pick(requests.remainingMonths)),
    repayment: Uint8Array.from(pick(requests.repayment)),
    collateral: Uint8Array.from(pick(requests.collateral)),
    deposit: Float64Array.from(pick(requests.deposit)),
    fees: Float64Array.from(pick(requests.fees)),
    ownerAum: Float64Array.from(pick(requests.ownerAum)),
    assignedPd: Float64Array.from(rows, (row) => 0.01 * (row + 1)),
    assignedLgd: Float64Array.from(rows, () => 0.45),
    lgdKind: Uint8Array.from(rows, (row) => (row === 2 ? LGD_KINDS.indexOf('fraud') : requests.collateral[row]!)),
    grade: Uint8Array.from(rows, (row) => row + 3),
    level: Uint8Array.from(scores, (score) => (Number.isNaN(score) ? 0 : 5)),
    score: Float64Array.from(scores),
  }
}
