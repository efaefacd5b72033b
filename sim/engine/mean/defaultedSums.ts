import { WEIGHTS } from '../../../models/layout.ts'
import type { Positions, Task } from '../task.ts'
import type { LoanSlots } from './loanSlots.ts'
import type { MeanField } from './meanField.ts'
import { drawnTiming, exitTiming } from './timings.ts'
import type { Timing } from './timings.ts'

/**
 * Mean weights of what defaults, by class and month: {@link UnitSums}' `defaulted`.
 *
 * @param inputs  Σ over the unit's paths of each event's probability
 */
export function defaultedSums(
  { years, horizonMonths }: Task,
  { classPlan, planBalance }: Positions,
  { nodes, deferrals }: MeanField,
  slots: LoanSlots,
  timings: readonly Timing[],
  inputs: Float64Array,
): Float64Array {
  // By class and timing first, since few timings occur; by month afterwards.
  const used: number[] = []
  const places = new Int32Array(timings.length).fill(-1)
  const placeOf = (timing: number): number => {
    if (places[timing]! < 0) places[timing] = used.push(timing) - 1
    return places[timing]!
  }
  for (let at = 0; at < years * nodes.count; at++)
    placeOf(drawnTiming(Math.floor(at / nodes.count), nodes.aliveMonths[at]!))
  for (let exit = 0; exit < deferrals.exitCount; exit++) placeOf(exitTiming(years, deferrals.exitMonthOf(exit)))

  const classes = classPlan.length
  const sums = new Float64Array(classes * used.length * WEIGHTS)
  const add = (slot: number, timing: number, times: number): void => {
    const to = (slots.loanClass[slot]! * used.length + places[timing]!) * WEIGHTS
    const from = slot * slots.stride
    for (let w = 0; w < WEIGHTS; w++) sums[to + w]! += times * slots.weights[from + w]!
  }
  for (let node = 0; node < nodes.count; node++)
    for (let slot = slots.starts[node]!; slot < slots.starts[node + 1]!; slot++) {
      const profile = slots.profile[slot]!
      for (let y = 0; y < years; y++) {
        const event = y * nodes.count + node
        if (inputs[event] === 0) continue
        add(slot, drawnTiming(y, nodes.aliveMonths[event]!), inputs[event]! * deferrals.passed(profile, y))
      }
      const exit = deferrals.exitMonth(profile)
      if (exit >= 0) add(slot, exitTiming(years, exit), inputs[years * nodes.count + deferrals.exitOf(node, exit)]!)
    }

  const defaulted = new Float64Array(classes * horizonMonths * WEIGHTS)
  for (let c = 0; c < classes; c++)
    for (const [u, timing] of used.entries()) {
      const from = (c * used.length + u) * WEIGHTS
      if (sums[from + 1] === 0) continue
      const { first, weights } = timings[timing]!
      for (const [n, weight] of weights.entries()) {
        if (planBalance[classPlan[c]! * horizonMonths + first + n] === 0) continue
        const to = (c * horizonMonths + first + n) * WEIGHTS
        for (let w = 0; w < WEIGHTS; w++) defaulted[to + w]! += weight * sums[from + w]!
      }
    }
  return defaulted
}
