import type { OutcomeCube } from '../models/cube.ts'
import { cubeBytes } from '../models/cubeBytes.ts'
import { joinCubes } from '../models/joinCubes.ts'
import type { SimulationSettings } from '../models/study.ts'
import { MOST_BYTES } from './engine/allocateCubes.ts'
import type { ResultTables } from './types.ts'

/** Doublings after which a target error counts as out of reach. */
export const MOST_DOUBLINGS = 8

/** A target that would take this many times the most there is, as an error from 20 replicates has it, is not tried for. */
const HOPELESS = 4

/** The steps between which the replicates are decided on. */
export interface Steps {
  /** Simulates replicates, numbered from 0 over all calls; one cube a strategy. */
  readonly simulate: (firstReplicate: number, replicates: number) => Promise<readonly OutcomeCube[]>
  readonly judge: (cubes: readonly OutcomeCube[]) => Promise<readonly ResultTables[]>
  /** Told of cubes that will not be read again. */
  readonly release: (cubes: readonly OutcomeCube[]) => void
}

/** What the replicates simulated in all gave. */
export interface Simulation {
  readonly cubes: readonly OutcomeCube[]
  readonly tables: readonly ResultTables[]
}

/**
 * Simulates the replicates asked for and, with a target error, doubles them until the standard error of every entry's mean surplus
 * is at most that. It decides at 20, 40, 80, … replicates only and by nothing but the figures, so that neither workers nor time
 * change where it stops (MODEL §10). Replicates simulated before are kept and the new ones joined to them.
 *
 * An entry that is still off when 2⁸ times the replicates, or the memory, are used up or would not nearly do says so in
 * `reasons.targetError`.
 */
export async function simulateToError(
  { replicates, targetError }: Pick<SimulationSettings, 'replicates' | 'targetError'>,
  { simulate, judge, release }: Steps,
): Promise<Simulation> {
  let cubes = await simulate(0, replicates)
  let tables = await judge(cubes)
  if (targetError === null) return { cubes, tables }
  for (let used = replicates; tables.some((entry) => isOff(entry, targetError)); used *= 2) {
    const off = Math.max(...tables.map((entry) => (errorOf(entry) / targetError) ** 2))
    const stop = reasonToStop(used / replicates, off, cubes)
    if (stop) return { cubes, tables: tables.map((entry) => explained(entry, targetError, stop)) }
    const added = await simulate(used, used)
    const joined = cubes.map((cube, s) => joinCubes(cube, added[s]!))
    release([...cubes, ...added])
    cubes = joined
    tables = await judge(cubes)
  }
  return { cubes, tables }
}

const errorOf = ({ result }: ResultTables): number => Number(result.standardErrors['surplus'])

const isOff = (entry: ResultTables, targetError: number): boolean => !(errorOf(entry) <= targetError)

/** @param off  times the paths so far that the target would take, as their error has it */
function reasonToStop(multiple: number, off: number, cubes: readonly OutcomeCube[]): string | null {
  const most = 2 ** MOST_DOUBLINGS
  if (multiple >= most) return `${most} times the replicates asked for are the most`
  if (multiple * off > HOPELESS * most)
    return `it would take some ${(multiple * off).toPrecision(1)} times the replicates asked for, and ${most} times are the most`
  // what there is, as much again, the two joined, and what earlier doublings left
  const needed = 5 * cubes.reduce((sum, cube) => sum + cubeBytes(cube), 0)
  if (!(needed > MOST_BYTES)) return null
  const [need, all] = [needed, MOST_BYTES].map((bytes) => (bytes / 2 ** 30).toPrecision(2))
  return `twice the paths would need ${need} GiB of the ${all} GiB that outcomes may take`
}

function explained(entry: ResultTables, targetError: number, stop: string): ResultTables {
  if (!isOff(entry, targetError)) return entry
  const { result } = entry
  const targetMissed = `a standard error of ${targetError} of the mean surplus was not reached: ${errorOf(entry).toPrecision(2)} after ${result.paths} paths; ${stop}`
  return { ...entry, result: { ...result, reasons: { ...result.reasons, targetError: targetMissed } } }
}
