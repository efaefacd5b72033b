import type { Layout } from '../models/layout.ts'
import type { Deferral } from '../models/scenario.ts'
import type { Firms } from '../models/types.ts'
import type { FrozenTerms } from './engine/task.ts'
import { uniformAt } from './random.ts'
import type { StreamKey } from './random.ts'

/**
 * Which firms have principal deferred, from when until when, and who comes out of it when (DOMAIN C7).
 *
 * A firm's first maturity in the window counts, over all its loans with any strategy; month m of a contract is its last, so that the
 * deferral runs from index m on. It lasts `months`, or twice that where it is extended. Two uniforms a firm decide, so that a larger
 * share or extension holds the firms of a smaller one.
 *
 * A deferral keeps the principal where it stands, as a renewal does: balances are those of rolling loans. A loan that leaves the book
 * at maturity (`renewal: runOff`) has no month after it, and is not deferred.
 *
 * @param firms  how many there are
 * @returns months counted from 0; exits at or beyond the horizon are left out
 */
export function frozenTerms(
  deferral: Deferral,
  layouts: readonly Layout[],
  firms: Pick<Firms, 'count'>,
  key: StreamKey,
  horizonMonths: number,
): FrozenTerms {
  const from = new Int16Array(firms.count)
  const until = new Int16Array(firms.count)
  const due = firstMaturities(deferral, layouts, firms.count)
  const exitStarts = new Int32Array(horizonMonths + 1)
  for (let f = 0; f < firms.count; f++) {
    const maturity = due[f]!
    if (maturity === 0 || !(uniformAt(key[0]!, f) < deferral.share)) continue
    const extended = uniformAt(key[1]!, f) < deferral.extended
    const end = maturity + (extended ? 2 : 1) * deferral.months
    from[f] = maturity
    until[f] = end
    if (end < horizonMonths) exitStarts[end + 1]!++
  }
  for (let m = 0; m < horizonMonths; m++) exitStarts[m + 1]! += exitStarts[m]!
  const exits = new Int32Array(exitStarts[horizonMonths]!)
  const next = exitStarts.slice()
  for (let f = 0; f < firms.count; f++) {
    const end = until[f]!
    if (end > 0 && end < horizonMonths) exits[next[end]!++] = f
  }
  return { from, until, exitStarts, exits, failed: deferral.failed }
}

/** By firm: the first month in the window at whose end a loan falls due and stays; 0 where none. */
function firstMaturities(window: Deferral, layouts: readonly Layout[], count: number): Int32Array {
  const first = new Int32Array(count)
  for (const { loans, plans, classOf, classPlan } of layouts)
    for (let i = 0; i < loans.count; i++) {
      const remaining = loans.remainingMonths[i]!
      const term = loans.termMonths[i]!
      const contracts = Math.max(0, Math.ceil((window.from - remaining) / term))
      const month = remaining + contracts * term
      const stays = plans[classPlan[classOf[i]!]!]!.balance[month]! > 0
      if (month > window.until || !stays) continue
      const firm = loans.obligor[i]!
      first[firm] = first[firm] ? Math.min(first[firm], month) : month
    }
  return first
}
