import type { WatchPower } from '../../models/result.ts'
import { compileBusinessFacts, renewalDecision } from '../../models/settlement/renewalDecision.ts'
import type { Monitoring, RenewalPolicy, Strategy } from '../../models/strategy.ts'
import { borrowerYears } from './borrowerYears.ts'
import type { History } from './history.ts'
import { INDEX_MONTHS, rollingIndex } from './rollingIndex.ts'
import type { RollingIndex } from './rollingIndex.ts'
import type { SalesShock } from './salesShock.ts'

/** Months before a default that are told apart. */
const LEADS = 12

/**
 * What a strategy's monthly signals and renewal decisions would have done in the synthetic history, had a shock hit its borrowers after
 * drawdown. All is counted, nothing stated.
 *
 * Loans are of twelve months and renewed once. In each contract year an alarm is the first month at whose end the index fell as far below
 * that at the year's beginning, or is as low, as the monitoring says, or a negative situation is active that was not then. A lead of k
 * leaves k whole months before the default, which comes in mid-month. At the renewal nothing is known of misuse, which only a visit shows,
 * and every fast renewal is within the superior bank's rules. Where the table says to reduce or exit, the firm is not renewed at all.
 *
 * @param admitted  1 where the strategy would have lent to a borrower of the history
 * @throws {RangeError} when the strategy keeps no settlement index, or the history was drawn without settlement
 */
export function measureWatch(
  history: History,
  strategy: Strategy,
  admitted: Uint8Array,
  shock: SalesShock,
): WatchPower {
  const { settlement, monitoring, renewal } = strategy
  if (!settlement) throw new RangeError(`strategy ${strategy.id}: watches its borrowers and keeps no settlement index`)
  const rolling = rollingIndex(history, settlement.card, shock)
  return {
    ...alarms(history, admitted, rolling, monitoring),
    ...renewals(history, strategy, admitted, rolling, renewal, shock),
  }
}

type Alarms = Pick<WatchPower, 'defaults' | 'goodYears' | 'alarmByLead' | 'alarmChance' | 'falseAlarmRate'>

/** Alarms of the two contract years, none where nobody watches. */
function alarms(
  { defaultMonth }: History,
  admitted: Uint8Array,
  rolling: RollingIndex,
  monitoring: Monitoring | null,
): Alarms {
  const byLead = new Array<number>(LEADS).fill(0)
  const lateEnough = new Array<number>(LEADS).fill(0)
  let [defaults, goodYears, falseAlarms] = [0, 0, 0]
  for (let i = 0; i < defaultMonth.length; i++) {
    if (admitted[i] !== 1) continue
    for (const drawn of [0, 12]) {
      const due = defaultMonth[i]! - drawn
      if (defaultMonth[i]! > 0 && due <= 0) break
      const defaultsNow = due > 0 && due <= 12
      const alarm = monitoring ? firstAlarm(rolling, monitoring, i, drawn, defaultsNow ? due - 1 : 11) : 0
      if (defaultsNow) {
        defaults++
        for (let k = 0; k + 2 <= due; k++) lateEnough[k]!++
        if (alarm > 0) byLead[due - 1 - alarm]!++
      } else {
        goodYears++
        if (alarm > 0) falseAlarms++
      }
    }
  }
  return {
    defaults,
    goodYears,
    alarmByLead: byLead.map((count) => shareOf(count, defaults)),
    alarmChance: byLead.map((count, k) => shareOf(count, lateEnough[k]!)),
    falseAlarmRate: shareOf(falseAlarms, goodYears),
  }
}

/** Month of the contract year at whose end the first alarm is raised, up to a last month; 0 without. */
function firstAlarm(
  { index, flags }: RollingIndex,
  { drop, below }: Monitoring,
  borrower: number,
  drawn: number,
  last: number,
): number {
  const start = borrower * INDEX_MONTHS + drawn
  for (let month = 1; month <= last; month++) {
    const now = index[start + month]!
    if (now <= index[start]! - drop || now < below || flags[start + month]! & ~flags[start]!) return month
  }
  return 0
}

type Renewals = Pick<WatchPower, 'exitByLead' | 'exitGood' | 'fast' | 'middle' | 'committee'>

/** Decisions at the maturity of month 12; where the book decides, everybody is renewed in the middle way. */
function renewals(
  history: History,
  { settlement }: Strategy,
  admitted: Uint8Array,
  { index }: RollingIndex,
  renewal: RenewalPolicy | null,
  shock: SalesShock,
): Renewals {
  const maturing = new Array<number>(LEADS).fill(0)
  const refused = new Array<number>(LEADS).fill(0)
  const good = { fast: 0, middle: 0, committee: 0, exit: 0 }
  const openBorrower = borrowerYears(history, shock)
  const factsOf = compileBusinessFacts(settlement!.card)
  const wayOf = (i: number): keyof typeof good => {
    if (!renewal) return 'middle'
    const { way, outcome } = renewalDecision(renewal, {
      index: index[i * INDEX_MONTHS + 12]!,
      withinRules: true,
      loanMisused: false,
      ...factsOf(openBorrower(i)(12)),
    })
    return outcome === 'renew' ? way : 'exit'
  }
  for (const [i, defaults] of history.defaultMonth.entries()) {
    if (admitted[i] !== 1 || (defaults > 0 && defaults <= 12)) continue
    const way = wayOf(i)
    if (defaults === 0) good[way]++
    else {
      maturing[defaults - 13]!++
      if (way === 'exit') refused[defaults - 13]!++
    }
  }
  const all = good.fast + good.middle + good.committee + good.exit
  return {
    exitByLead: refused.map((count, k) => shareOf(count, maturing[k]!)),
    exitGood: shareOf(good.exit, all),
    fast: shareOf(good.fast, all),
    middle: shareOf(good.middle, all),
    committee: shareOf(good.committee, all),
  }
}

const shareOf = (count: number, of: number): number => (of > 0 ? count / of : 0)
