import type { Repayment } from './types.ts'

/** What shapes a loan's balance over the horizon; loans that share it share one {@link Plan}. */
export interface PlanTerms {
  /** Original term of the contract, months ≥ 1. */
  readonly termMonths: number
  /** Months left at month 0, 1..termMonths. */
  readonly remainingMonths: number
  readonly repayment: Repayment
  /** What a performing loan does at maturity: a new contract for the original amount, or nothing. */
  readonly renewal: 'roll' | 'runOff'
  /** Yearly rate of the annuity's principal plan. */
  readonly amortisationRate: number
  readonly horizonMonths: number
}

/**
 * A loan of balance 1 at month 0, month by month, and what a default in each month takes away (MODEL §3).
 *
 * Default falls in mid-month. **Earned** balance-years stop there; **funded** balance-years run on at the defaulted balance to
 * the end of the calendar year or the contract's maturity, whichever is earlier. Month m is at index m − 1.
 */
export interface Plan {
  /** Calendar years of the horizon. */
  readonly years: number
  /** Years in which a contract may have been signed: 0 is before month 0, y is calendar year y. */
  readonly rateYears: number
  /** Balance during month m; 0 once run off. */
  readonly balance: Float64Array
  /** Rate year of the contract that runs in month m. */
  readonly rateYear: Int32Array
  /** Month (from 0) in which the contract that runs in month m was signed; negative before month 0. */
  readonly signed: Int32Array
  /** Months in which the loan stands, by calendar year. */
  readonly aliveMonths: Int32Array
  /** True when the balance is 1 in every month: a rolling bullet. */
  readonly constant: boolean
  /** Balance-years without default: rate year × calendar year. */
  readonly full: Float64Array
  /** Years standing without default, by calendar year. */
  readonly fullYears: Float64Array
  /** Earned balance-years lost by a default in month m: month × rate year × calendar year. */
  readonly lostEarned: Float64Array
  /** Funded balance-years lost: month × rate year × calendar year (negative where a claim outlives its amortisation plan). */
  readonly lostFunded: Float64Array
  /** Funded years lost: month × calendar year. */
  readonly lostYears: Float64Array
  /** Balance-years, earned and funded alike, that go with a borrower who leaves at the beginning of month m: month × rate year × calendar year. */
  readonly left: Float64Array
  /** Years standing that go with him: month × calendar year. */
  readonly leftYears: Float64Array
}

/** Works a plan out; O(horizon²) once per distinct plan. */
export function plan(terms: PlanTerms): Plan {
  const months = terms.horizonMonths
  const years = Math.ceil(months / 12)
  const balance = new Float64Array(months)
  const rateYear = new Int32Array(months)
  const maturity = new Int32Array(months)
  const signedIn = new Int32Array(months)
  const original = 1 / principalLeft(terms, terms.termMonths - terms.remainingMonths)

  let signed = terms.remainingMonths - terms.termMonths
  for (let m = 0; m < months; m++) {
    if (m - signed >= terms.termMonths && terms.renewal === 'roll') signed = m
    const paid = m - signed
    balance[m] = paid < terms.termMonths ? original * principalLeft(terms, paid) : 0
    signedIn[m] = signed
    rateYear[m] = signed < 0 ? 0 : Math.floor(signed / 12) + 1
    maturity[m] = Math.min(months, signed + terms.termMonths)
  }

  const rateYears = years + 1
  const size = rateYears * years
  const full = new Float64Array(size)
  const fullYears = new Float64Array(years)
  const aliveMonths = new Int32Array(years)
  const slot = (m: number): number => rateYear[m]! * years + Math.floor(m / 12)
  for (let m = 0; m < months; m++) {
    if (balance[m] === 0) continue
    full[slot(m)]! += balance[m]! / 12
    fullYears[Math.floor(m / 12)]! += 1 / 12
    aliveMonths[Math.floor(m / 12)]!++
  }

  const lostEarned = new Float64Array(months * size)
  const lostFunded = new Float64Array(months * size)
  const lostYears = new Float64Array(months * years)
  for (let m = 0; m < months; m++) {
    if (balance[m] === 0) continue
    const fundedUntil = Math.min(12 * (Math.floor(m / 12) + 1), maturity[m]!)
    lostEarned[m * size + slot(m)]! += balance[m]! / 24
    for (let t = m + 1; t < months; t++) {
      lostEarned[m * size + slot(t)]! += balance[t]! / 12
      if (t < fundedUntil) lostFunded[m * size + slot(t)]! += (balance[t]! - balance[m]!) / 12
      else {
        lostFunded[m * size + slot(t)]! += balance[t]! / 12
        if (balance[t] !== 0) lostYears[m * years + Math.floor(t / 12)]! += 1 / 12
      }
    }
  }
  const left = new Float64Array(months * size)
  const leftYears = new Float64Array(months * years)
  for (let m = months - 1; m >= 0; m--) {
    if (m + 1 < months) {
      left.copyWithin(m * size, (m + 1) * size, (m + 2) * size)
      leftYears.copyWithin(m * years, (m + 1) * years, (m + 2) * years)
    }
    if (balance[m] === 0) continue
    left[m * size + slot(m)]! += balance[m]! / 12
    leftYears[m * years + Math.floor(m / 12)]! += 1 / 12
  }
  const constant = balance.every((b) => b === 1)
  return {
    years,
    rateYears,
    balance,
    rateYear,
    signed: signedIn,
    aliveMonths,
    constant,
    full,
    fullYears,
    lostEarned,
    lostFunded,
    lostYears,
    left,
    leftYears,
  }
}

/** Principal still owed after `paid` monthly payments, as a share of the original amount. */
export function principalLeft(
  terms: Pick<PlanTerms, 'termMonths' | 'repayment' | 'amortisationRate'>,
  paid: number,
): number {
  const n = terms.termMonths
  if (terms.repayment === 'bullet') return 1
  if (terms.repayment === 'equalPrincipal' || terms.amortisationRate === 0) return (n - paid) / n
  const i = terms.amortisationRate / 12
  return (1 - (1 + i) ** (paid - n)) / (1 - (1 + i) ** -n)
}
