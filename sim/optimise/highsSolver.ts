import type { LegacyHighs } from 'highs'
import type { LinearSolver } from '../../models/optimise/linearProgramme.ts'
import { UNIT, changeName, lpText, relaxationName } from './lpText.ts'

/** In basis points. */
const OPTIONS = { output_flag: false, primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 } as const

/** HiGHS, compiled to WebAssembly, as a solver of linear programmes. */
export async function highsSolver(): Promise<LinearSolver> {
  // Its types are written for CommonJS, its code is a module.
  const { default: load } = (await import('highs')) as unknown as { default: () => Promise<LegacyHighs> }
  const highs = await load()
  return (programme) => {
    const { costs, relaxed } = programme
    const { Status, Columns } = highs.solve(lpText(programme), OPTIONS)
    // costs of relaxations are at least 0 and changes are bounded by limits: nothing here is unbounded
    if (Status === 'Infeasible' || Status === 'Primal infeasible or unbounded') return null
    if (Status !== 'Optimal') throw new Error(`highsSolver: a linear programme ended as ${Status}`)
    const valueOf = (name: string): number => (Columns[name]?.Primal ?? 0) / UNIT
    return {
      x: costs.map((_, k) => valueOf(changeName(k))),
      relaxations: Object.fromEntries(relaxed.map((name, c) => [name, valueOf(relaxationName(c))])),
    }
  }
}
