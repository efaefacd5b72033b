import type { Task } from '../task.ts'
import type { MeanField } from './meanField.ts'
import { STENCIL } from './pdNodes.ts'

/** Firms that stand behind each event: year × node, then one a failure at the end of a deferral. */
export interface FirmCounts {
  readonly all: Float64Array
  /** Those in the guarantee network. */
  readonly networked: Float64Array
}

/** Counts firms by event, and numbers the failures that can occur. */
export function firmCounts(task: Task, { nodes, deferrals, contagion }: MeanField): FirmCounts {
  const drawn = task.years * nodes.count
  const counts = { all: new Float64Array(drawn), networked: new Float64Array(drawn) }
  const exits = { all: [] as number[], networked: [] as number[] }
  for (let firm = 0; firm < task.firms; firm++) {
    const node = nodes.first[firm]!
    if (node < 0) continue
    const profile = deferrals.profile(firm)
    const exit = deferrals.exitMonth(profile)
    const networked = contagion && contagion.memberOf[firm]! >= 0 ? 1 : 0
    for (let j = 0; j < nodes.length[firm]!; j++) {
      const weight = nodes.weights[firm * STENCIL + j]!
      for (let y = 0; y < task.years; y++) {
        const event = y * nodes.count + node + j
        counts.all[event]! += weight * deferrals.passed(profile, y)
        counts.networked[event]! += networked * weight * deferrals.passed(profile, y)
      }
      if (exit < 0) continue
      const at = deferrals.exitOf(node + j, exit)
      exits.all[at] = (exits.all[at] ?? 0) + weight
      exits.networked[at] = (exits.networked[at] ?? 0) + networked * weight
    }
  }
  return {
    all: joined(counts.all, exits.all),
    networked: joined(counts.networked, exits.networked),
  }
}

function joined(first: Float64Array, second: readonly number[]): Float64Array {
  const all = new Float64Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
