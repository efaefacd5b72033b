import type { LinearProgramme } from '../../models/optimise/linearProgramme.ts'

/** Changes of rates are written in basis points: the tolerances of a solver are absolute. */
export const UNIT = 1e4

/** Names of changes and relaxations in a programme's text, by place. */
export const changeName = (k: number): string => `x${k}`
export const relaxationName = (c: number): string => `s${c}`

/** A linear programme in the CPLEX LP format. */
export function lpText({ costs, relaxed, rows }: LinearProgramme): string {
  const changes = Array.from(costs, (_, k) => changeName(k))
  const combination = (factors: Float64Array, eases: (constraint: string) => number): string =>
    [
      ...changes.map((name, k) => term(factors[k]!, name)),
      ...relaxed.map((constraint, c) => term(eases(constraint), relaxationName(c))),
    ].join('')
  return [
    'Minimize',
    `cost:${combination(costs, () => 1)}`,
    'Subject To',
    ...rows.map(
      ({ slopes, least, eases }, i) => `c${i}:${combination(slopes, (name) => eases[name] ?? 0)} >= ${least * UNIT}`,
    ),
    'Bounds',
    ...changes.map((name) => `${name} free`),
    'End',
  ].join('\n')
}

/** On a line of its own: readers of the format bound the length of a line. */
const term = (factor: number, name: string): string =>
  factor === 0 ? '' : `\n${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`
