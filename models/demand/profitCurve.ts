import type { Rate } from '../types.ts'
import { cellAt } from '../types.ts'
import type { CurvePoint, Peak } from './scenarioDemand.ts'
import type { RateOf, Take } from './expectedTake.ts'
import { errorOf, peak, replicated, replicatedRatio } from './peak.ts'
import type { Replicated } from './peak.ts'

/** Shifts of a curve: −200 to 600 bp, 25 bp apart. */
export const SHIFTS: readonly Rate[] = Array.from({ length: 33 }, (_, i) => (i * 25 - 200) / 1e4)

/** What a curve is drawn from. */
export interface CurveInputs {
  /** See expectedTake. */
  readonly take: (rateOf: RateOf) => Take
  /** Rates before the shift, by cellIndex. */
  readonly rates: readonly Rate[]
  /** Legal ceiling of any rate. */
  readonly cap: Rate
  readonly horizonMonths: number
}

/** What a shift of rates does to who comes and what that earns. */
export interface ProfitCurve {
  readonly points: readonly CurvePoint[]
  /** Of the surplus in money a year. */
  readonly best: Peak
  /** Of the surplus per unit of balance lent. */
  readonly turning: Peak
}

/**
 * Volume, quality and surplus against a shift of all rates.
 *
 * A higher rate earns more on whoever comes; fewer come, and where the sound ones are the quicker to leave, those who come are the worse.
 * The surplus in money is best where the two balance.
 *
 * @see Stiglitz and Weiss (1981), Credit rationing in markets with imperfect information, American Economic Review 71(3), 393–410
 * Tested against the root of d/dr a(r)·(r − c) in closed form.
 */
export function profitCurve(inputs: CurveInputs): ProfitCurve {
  const takeAt = remembered((shift) => inputs.take(shifted(inputs, shift)))
  const yearly = 12 / inputs.horizonMonths
  const annual = (shift: Rate): Replicated => replicated(takeAt(shift).surplus, yearly)
  const perBalance = (shift: Rate): Replicated => surplusRate(takeAt(shift))
  return {
    points: SHIFTS.map((shift) => {
      const take = takeAt(shift)
      const { volume, meanTruePd, income, loss } = take
      const [money, rate, covered] = [annual(shift), perBalance(shift), coverageRatio(take)]
      return {
        shift,
        volume,
        meanTruePd,
        surplus: rate.value,
        annualSurplus: money.value,
        annualIncome: replicated(income, yearly).value,
        annualLoss: replicated(loss, yearly).value,
        coverageRatio: covered?.value ?? null,
        standardErrors: {
          surplus: errorOf(rate),
          annualSurplus: errorOf(money),
          coverageRatio: covered && errorOf(covered),
        },
      }
    }),
    best: peak(annual, SHIFTS),
    turning: peak(perBalance, SHIFTS),
  }
}

/**
 * Where the surplus of the whole book, in money a year, is highest over shifts of one grade's rates while the others stay.
 *
 * @param grade  1..10
 */
export const bestOfGrade = (inputs: CurveInputs, grade: number): Peak =>
  peak((shift) => replicated(inputs.take(shifted(inputs, shift, grade)).surplus, 12 / inputs.horizonMonths), SHIFTS)

/** Surplus per unit of balance lent, decimal per year. */
export const surplusRate = ({ surplus, earned }: Take): Replicated => replicatedRatio(surplus, earned)

/** Mean of what is left before the loss ÷ mean loss; null where no path has a loss. */
export const coverageRatio = ({ surplus, loss }: Take): Replicated | null =>
  loss.some((own) => own > 0)
    ? replicatedRatio(
        surplus.map((own, r) => own + loss[r]!),
        loss,
      )
    : null

/** Offered rates after a shift, of one grade or (null) of all. */
export const shifted =
  ({ rates, cap }: Pick<CurveInputs, 'rates' | 'cap'>, shift: Rate, grade: number | null = null): RateOf =>
  (cell) =>
    Math.max(0, Math.min(cap, rates[cell]! + (grade === null || cellAt(cell).grade === grade ? shift : 0)))

/** A function that keeps what it has worked out: two peaks are sought on one grid. */
function remembered<T>(work: (x: number) => T): (x: number) => T {
  const known = new Map<number, T>()
  return (x) => {
    const value = known.get(x) ?? work(x)
    known.set(x, value)
    return value
  }
}
