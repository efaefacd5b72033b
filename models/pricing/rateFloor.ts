import type { CostParameters } from '../study.ts'
import type { Money, Probability, Rate } from '../types.ts'
import { crossIncome } from './crossIncome.ts'
import { grossUpForVat, vatBandOf } from './vat.ts'

/** Cost parameters of a bank that funds at 1.9 %, with 75 % risk weight × 10.5 % capital and an 11 % hurdle. */
export const PRICING_DEFAULTS: CostParameters = {
  fundingRate: 0.019,
  variableCost: 0.006,
  fixedCost: 1.2,
  capitalRatio: 0.07875,
  hurdleRate: 0.11,
  incomeTaxRate: 0.25,
  lostInterestShare: 0.5,
  extraTargetProfit: 0,
  depositTransferRate: 0.016,
  depositRate: 0.0015,
  depositServicing: 0.002,
  aumMargin: 0.004,
  lpr: 0.03,
  vatRate: (0.06 / 1.06) * 1.12,
  vatMethod: 2,
  bankShare: 1,
}

/** A loan to be priced, and any cost parameter that differs from {@link PRICING_DEFAULTS}. */
export interface RateFloorInputs extends Partial<CostParameters> {
  /** Average balance L, above 0. */
  readonly balance: Money
  /** Approved line, which decides the VAT band; default the balance. */
  readonly line?: Money
  readonly pd: Probability
  readonly lgd: number
  /** Natural deposit; default 0, as are the next two. Pass none where cross income is not to count. */
  readonly averageDeposit?: Money
  /** Fees a year, VAT included. */
  readonly fees?: Money
  /** Owner's assets under management. */
  readonly ownerAum?: Money
}

/** The build-up of a rate, decimal a year per unit of balance; its VAT is rate − netRate. */
export interface RateBuildUp {
  readonly crossIncome: Rate
  readonly operatingCost: Rate
  readonly expectedLoss: Rate
  readonly capitalCharge: Rate
  /** fundingRate + operatingCost + expectedLoss + capitalCharge + extraTargetProfit − crossIncome. */
  readonly costRate: Rate
  /** Rate after VAT that earns the cost rate although defaults stop paying interest. */
  readonly netRate: Rate
  /** Lowest rate at which income covers risk. */
  readonly rate: Rate
}

/**
 * Lowest rate at which a loan's income covers its cost, target profit and expected loss.
 *
 *     A     = f_L + oc + PD·LGD·s + κ·(hurdle/(1 − τ) − f_L) + π − ci
 *     r_net = A / (1 − q·PD)
 *     r     = r_net grossed up for VAT by line size
 *     ci    = [ D·(f_D − i_D − c_D) + fees·(1 − 0.06/1.06) + aum·m ] / L          oc = c_var + C_fix/L
 *
 * At this rate r_net·(1 − q·PD) + ci − f_L − oc − κ·(hurdle/(1 − τ) − f_L) − π − PD·LGD·s = 0.
 *
 * @throws {RangeError} when an input is outside its range or NaN
 * Tested against golden/pricing.json and the identity above.
 */
export function rateFloor(inputs: RateFloorInputs): RateBuildUp {
  const { balance, line = balance, pd, lgd, averageDeposit = 0, fees = 0, ownerAum = 0 } = inputs
  const costs = { ...PRICING_DEFAULTS, ...inputs }
  check(costs, { averageDeposit, fees, ownerAum })

  const cross = crossIncome(averageDeposit, fees, ownerAum, costs) / balance
  const operatingCost = costs.variableCost + costs.fixedCost / balance
  const expectedLoss = pd * lgd * costs.bankShare
  const capitalCharge = costs.capitalRatio * (costs.hurdleRate / (1 - costs.incomeTaxRate) - costs.fundingRate)
  const costRate = costs.fundingRate + operatingCost + expectedLoss + capitalCharge + costs.extraTargetProfit - cross
  const netRate = costRate / (1 - costs.lostInterestShare * pd)
  const rate = grossUpForVat(netRate, vatBandOf(line), costs)
  return { crossIncome: cross, operatingCost, expectedLoss, capitalCharge, costRate, netRate, rate }
}

function check(costs: CostParameters & RateFloorInputs, relationship: Readonly<Record<string, Money>>): void {
  const require = (holds: boolean, requirement: string, value: number): void => {
    if (!holds) throw new RangeError(`rateFloor: ${requirement}, got ${value}`)
  }
  require(costs.balance > 0, 'balance must be > 0', costs.balance)
  for (const name of ['pd', 'lgd', 'lostInterestShare', 'bankShare'] as const)
    require(costs[name] >= 0 && costs[name] <= 1, `${name} must be in [0, 1]`, costs[name])
  require(costs.lostInterestShare * costs.pd < 1, 'lostInterestShare × pd must be < 1', costs.lostInterestShare *
    costs.pd)
  for (const name of ['incomeTaxRate', 'vatRate'] as const)
    require(costs[name] >= 0 && costs[name] < 1, `${name} must be in [0, 1)`, costs[name])
  for (const name of ['fixedCost', 'capitalRatio', 'lpr'] as const)
    require(costs[name] >= 0, `${name} must be >= 0`, costs[name])
  for (const [name, money] of Object.entries(relationship)) require(money >= 0, `${name} must be >= 0`, money)
  require([1, 2].includes(costs.vatMethod), 'vatMethod must be 1 or 2', costs.vatMethod)
  for (const name of RATES) require(Number.isFinite(costs[name]), `${name} must be a finite number`, costs[name])
}

const RATES = [
  'fundingRate',
  'variableCost',
  'hurdleRate',
  'extraTargetProfit',
  'depositTransferRate',
  'depositRate',
  'depositServicing',
  'aumMargin',
] as const
