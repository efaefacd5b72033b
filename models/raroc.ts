import type { Money, Probability, Rate } from './types.ts'

export interface RarocInputs {
  /** Average balance. */
  readonly loans: Money
  /** Yield of the loans. */
  readonly rate: Rate
  readonly pd: Probability
  readonly lgd: number
  /** Money a year. */
  readonly operatingCost: Money
  /** Money a year. */
  readonly fundingCost: Money
  /** Economic capital, above 0. */
  readonly capital: Money
  /** What the capital earns where it is invested. */
  readonly capitalReturn: Rate
  /** In [0, 1); default 0. */
  readonly incomeTaxRate?: number
}

/**
 * Risk-adjusted return on capital: a year's profit after expected loss, per unit of capital.
 *
 *     (loans·rate + capitalReturn·capital − operatingCost − fundingCost − loans·PD·LGD)·(1 − τ) / capital
 *
 * @returns decimal a year
 * @throws {RangeError} when an input is outside its range or NaN
 * Tested against a textbook case: .1933.
 */
export function raroc(inputs: RarocInputs): Rate {
  const { loans, rate, pd, lgd, operatingCost, fundingCost, capital, capitalReturn, incomeTaxRate = 0 } = inputs
  for (const [name, share] of Object.entries({ pd, lgd }))
    if (!(share >= 0 && share <= 1)) throw new RangeError(`raroc: ${name} must be in [0, 1], got ${share}`)
  for (const [name, value] of Object.entries({ loans, rate, operatingCost, fundingCost, capitalReturn }))
    if (!Number.isFinite(value)) throw new RangeError(`raroc: ${name} must be a finite number, got ${value}`)
  if (!(capital > 0 && capital < Infinity)) throw new RangeError(`raroc: capital must be > 0, got ${capital}`)
  if (!(incomeTaxRate >= 0 && incomeTaxRate < 1))
    throw new RangeError(`raroc: incomeTaxRate must be in [0, 1), got ${incomeTaxRate}`)

  const profit = loans * rate + capitalReturn * capital - operatingCost - fundingCost - loans * pd * lgd
  return (profit * (1 - incomeTaxRate)) / capital
}
