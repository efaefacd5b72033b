import type { CostParameters } from '../schedule.ts'
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
  return floorUnder({ ...PRICING_DEFAULTS, ...inputs })({ balance, line, pd, lgd, averageDeposit, fees, ownerAum })
}

/** A loan to be priced, in full. */
export type FloorLoan = Required<Omit<RateFloorInputs, keyof CostParameters>>

/**
 * {@link rateFloor} made ready for many loans under the same costs.
 *
 * @throws {RangeError} when a cost parameter is outside its range or NaN; what it returns throws likewise for a loan
 */
export function floorUnder(costs: CostParameters): (loan: FloorLoan) => RateBuildUp {
  checkCosts(costs)
  const { fundingRate, lostInterestShare, extraTargetProfit, bankShare } = costs
  const capitalCharge = costs.capitalRatio * (costs.hurdleRate / (1 - costs.incomeTaxRate) - fundingRate)
  return (loan) => {
    checkLoan(loan, lostInterestShare)
    const { balance, line, pd, lgd } = loan
    const cross = crossIncome(loan.averageDeposit, loan.fees, loan.ownerAum, costs) / balance
    const operatingCost = costs.variableCost + costs.fixedCost / balance
    const expectedLoss = pd * lgd * bankShare
    const costRate = fundingRate + operatingCost + expectedLoss + capitalCharge + extraTargetProfit - cross
    const netRate = costRate / (1 - lostInterestShare * pd)
    const rate = grossUpForVat(netRate, vatBandOf(line), costs)
    return { crossIncome: cross, operatingCost, expectedLoss, capitalCharge, costRate, netRate, rate }
  }
}

function checkCosts(costs: CostParameters): void {
  for (const name of ['lostInterestShare', 'bankShare'] as const)
    require(costs[name] >= 0 && costs[name] <= 1, `${name} must be in [0, 1]`, costs[name])
  for (const name of ['incomeTaxRate', 'vatRate'] as const)
    require(costs[name] >= 0 && costs[name] < 1, `${name} must be in [0, 1)`, costs[name])
  for (const name of ['fixedCost', 'capitalRatio', 'lpr'] as const)
    require(costs[name] >= 0, `${name} must be >= 0`, costs[name])
  require([1, 2].includes(costs.vatMethod), 'vatMethod must be 1 or 2', costs.vatMethod)
  for (const name of RATES) require(Number.isFinite(costs[name]), `${name} must be a finite number`, costs[name])
}

function checkLoan({ balance, pd, lgd, averageDeposit, fees, ownerAum }: FloorLoan, lostInterestShare: number): void {
  require(balance > 0, 'balance must be > 0', balance)
  require(pd >= 0 && pd <= 1, 'pd must be in [0, 1]', pd)
  require(lgd >= 0 && lgd <= 1, 'lgd must be in [0, 1]', lgd)
  require(lostInterestShare * pd < 1, 'lostInterestShare × pd must be < 1', lostInterestShare * pd)
  require(averageDeposit >= 0, 'averageDeposit must be >= 0', averageDeposit)
  require(fees >= 0, 'fees must be >= 0', fees)
  require(ownerAum >= 0, 'ownerAum must be >= 0', ownerAum)
}

function require(holds: boolean, requirement: string, value: number): void {
  if (!holds) throw new RangeError(`rateFloor: ${requirement}, got ${value}`)
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
