import type { Scorecard, SettlementCard } from './scorecard/card.ts'
import type { Named } from './text.ts'
import type { Collateral, Money, Probability, Rate } from './types.ts'

/** How the bank lends. */
export interface Strategy extends Named {
  /** The card and its options, or null: loans are taken as booked with the tape's PD or grade. */
  readonly scorecard: { readonly card: Scorecard; readonly options: Readonly<Record<string, string | boolean>> } | null
  /** Score → assigned PD: fitted on a synthetic history, a logit line in the score, or a PD by level 1..10. */
  readonly assignedPd:
    | { readonly kind: 'calibrated' }
    | { readonly kind: 'formula'; readonly intercept: number; readonly slope: number }
    | { readonly kind: 'table'; readonly pdByLevel: readonly Probability[] }
  readonly verification: Verification
  /** The settlement index that the bank keeps of its customers; null where it keeps none. */
  readonly settlement: SettlementPolicy | null
  readonly admission: Admission
  readonly limit: LimitPolicy
  readonly collateral: CollateralPolicy
  /** A guarantee fund that shares losses on some collateral classes (MODEL §6); null without. */
  readonly guaranteeFund: GuaranteeFund | null
  /** Borrowers of this bank answer for each other in groups (联保); null without. */
  readonly jointLiability: JointLiability | null
  /** Alarms from monthly settlement and deposits; null where nobody watches. */
  readonly monitoring: Monitoring | null
  /** Decides at maturity by the settlement index whether to lend again (收回再贷); null: as the book says. */
  readonly renewal: RenewalPolicy | null
  readonly process: ProcessCosts
}

/** How much of what applicants report is checked (交叉检验). */
export interface Verification {
  /** `none`: statements are not asked for; `statements`: taken as reported; `crossCheck`: sales held against tax, meters and bank flows. */
  readonly kind: 'none' | 'statements' | 'crossCheck'
  /** Reported ÷ verified sales − 1 above which the verified figure, the middle of the three readings, takes the place of the reported. */
  readonly tolerance: number
  /** Cost of checking one file. */
  readonly costPerFile: Money
}

/** What a bank makes of the settlement index. */
export interface SettlementPolicy {
  readonly card: SettlementCard
  /** How the index moves the assigned PD (DOMAIN B5); null where it does not, as when it is the score itself. */
  readonly channel: SettlementChannel | null
}

/** logit PD moves by −perTenPoints·(index − 60)/10, and by +perFlag for each active negative flag. */
export interface SettlementChannel {
  readonly perTenPoints: number
  readonly perFlag: number
}

/** Who gets a loan; price plays no part (MODEL §2). A number that asks for nothing is 0 or Infinity, a list null. */
export interface Admission {
  /** Worst level of the card that is admitted. */
  readonly worstLevel: number
  /** Most banks lending at once. */
  readonly maxLenders: number
  /** Least years of operation. */
  readonly minYears: number
  /** Highest reported debt ratio, and that of single sectors in its place. */
  readonly maxDebtRatio: number
  readonly sectorMaxDebtRatio: Readonly<Record<string, number>>
  /** Age of the owner, both included. */
  readonly ownerAge: readonly [number, number]
  /** Least sales of twelve months: as the strategy's verification sees them. */
  readonly minSales: Money
  /** Least share of sales settled on accounts with the bank ("main settlement"). */
  readonly minSettlementShare: number
  /** Least settlement index, after the cap by negative flags. */
  readonly minSettlementIndex: number
  /** Declines whoever has an active negative flag. */
  readonly declineFlagged: boolean
  /** Most loans of all banks ÷ working-capital need. */
  readonly maxOverBorrowing: number
  /** Sectors not lent to, and the only regions lent to (localisation). */
  readonly excludedSectors: readonly string[]
  readonly regions: readonly string[] | null
  /** Most loans; the best scores come first. */
  readonly quota: number
  /** Largest share of the granted balance in one sector, in one cluster; the best scores come first. */
  readonly largestSectorShare: number
  readonly largestClusterShare: number
}

/** How much is lent: the least of what applies. */
export interface LimitPolicy {
  /** `gap`: not above the financing gap; `collateral`: what the collateral carries, whatever the need. */
  readonly basis: 'gap' | 'collateral'
  /** A line below the least is declined. */
  readonly minimum: Money
  readonly maximum: Money
  /** Most line ÷ yearly sales, as the strategy's verification sees them. */
  readonly salesShare: number
  /** Longest contract, months; a longer request is lent for this long and renewed. */
  readonly maxTermMonths: number
  /** Mean balance ÷ line, of lines drawn and repaid at will. */
  readonly utilisation: number
}

/** What collateral is asked for. */
export interface CollateralPolicy {
  /** Classes of the request that are lent against. */
  readonly accept: readonly Collateral[]
  /** Class that every loan is booked in instead of the one offered; null keeps it. */
  readonly as: Collateral | null
  /** Most loan ÷ collateral value by class; a smaller loan recovers more (the book's cover is value ÷ amount asked for). */
  readonly loanToValue: Readonly<Partial<Record<'residential' | 'commercial' | 'movable', number>>>
}

/** A joint-liability group: when a member defaults the others of the bank's group are called, and default too or pay (DOMAIN A3). */
export interface JointLiability {
  readonly groupSize: number
  /** Probability that a called member defaults itself in the same month. */
  readonly linkProbability: Probability
  /** Longest chain of calls. */
  readonly rounds: number
  /** Share of the loss that each member who survives a call pays, and all of them at most. */
  readonly payment: { readonly each: number; readonly most: number }
}

/** When monthly signals raise an alarm, and what the bank does then. The power of the signals is measured, never stated. */
export interface Monitoring {
  /** An alarm: the rolling index fell this many points below that at drawdown, ... */
  readonly drop: number
  /** ... or is below this. */
  readonly below: number
  /** Share of the balance called in on an alarm, till the contract or the year ends. */
  readonly exposureCut: number
  /** Share of the loss on the rest saved by acting early. */
  readonly recoveryGain: number
}

/** Renewal by DOMAIN B4: fast track, watched renewal, committee. */
export interface RenewalPolicy {
  readonly kind: 'decision'
  /** Index from which renewal is on the fast track, and below which it goes to the committee. */
  readonly fast: number
  readonly low: number
  /** Cost of a renewal on the fast track, in between, and before the committee. */
  readonly costs: { readonly fast: Money; readonly middle: Money; readonly committee: Money }
}

/** What the process costs, on top of the schedule's cost parameters. */
export interface ProcessCosts {
  /** A file handled, approved or not. */
  readonly perFile: Money
  readonly perLoanYear: Money
  /** Per unit of balance and year; may be negative where a standard process is cheaper. */
  readonly variable: Rate
}

/** The bank bears `bankShare` of a covered loss until the contract year's compensation rate reaches the cap, then all of the excess. */
export interface GuaranteeFund {
  readonly covers: readonly Collateral[]
  /** 2:2:4:2 leaves the bank .2. */
  readonly bankShare: number
  /** Highest defaulted principal ÷ guaranteed balance-years of a contract year that the fund shares. */
  readonly cap: number
}
