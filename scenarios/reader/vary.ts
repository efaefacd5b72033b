import { VARIED_KINDS, type VariedKind } from '../schema/study.ts'
import { suggest } from './describeIssue.ts'
import {
  entryOf,
  joinPath,
  put,
  toPlain,
  withEntry,
  type Located,
  type LocatedMap,
  type Path,
  type Place,
} from './located.ts'
import { addProblem, type Reading } from './reading.ts'
import { resolveReferences } from './readItem.ts'

/** One entry of a study's `vary`: values for one place in every document of a kind. */
export interface Axis {
  readonly kind: VariedKind
  /** As written, for instance `scenario.shocks.fundingRate`. */
  readonly name: string
  readonly path: Path
  readonly place: Place
  readonly values: readonly Located[]
  /** Whether its values are tried one at a time beside the unchanged document, and not with those of the other axes. */
  readonly isAlone: boolean
}

/** Fields of a study that add axes: every combination, or one change at a time. */
const FIELDS = { vary: false, varyEach: true } as const

/** Fields of a document that say what it is, and not what is simulated. */
const FIXED = ['id', 'title', 'context', 'extends', 'vary', 'kind']

/** The axes of a study. A problem is added for each that names no place in a book, strategy, schedule or scenario. */
export function readAxes(study: LocatedMap, reading: Reading): Axis[] {
  const axes = Object.entries(FIELDS).flatMap(([field, isAlone]) => axesOf(study, field, isAlone, reading))
  const [first, ...others] = axes.filter((axis) => axis.isAlone)
  for (const { kind, place } of others)
    if (kind !== first!.kind)
      addProblem(
        reading,
        place.at,
        place.alias ?? '',
        `must vary the ${first!.kind} as the axes before it do: changes tried one at a time belong to one kind`,
      )
  return axes
}

function axesOf(study: LocatedMap, field: string, isAlone: boolean, reading: Reading): Axis[] {
  const written = entryOf(study, field)
  if (written?.kind !== 'map') return []
  return [...written.entries].flatMap(([name, { key, node }]): Axis[] => {
    const alias = joinPath(field, name)
    const [first = '', ...path] = name.split(/[.[\]]+/).filter((part) => part !== '')
    const kind = VARIED_KINDS.find((one) => one === first)
    if (!kind) addProblem(reading, key, alias, `must start with a kind, got "${first}"${suggest(first, VARIED_KINDS)}`)
    else if (path.length === 0 || FIXED.includes(path[0]!))
      addProblem(reading, key, alias, `must go on to a value of the ${kind} that is simulated, got "${name}"`)
    else if (node.kind === 'list') {
      checkDistinct(node.items, alias, reading)
      return [
        {
          kind,
          name,
          path,
          place: { at: key, alias },
          values: node.items.map((item, i) => ({ ...item, alias: `${alias}[${i}]` })),
          isAlone,
        },
      ]
    }
    return []
  })
}

/** The same value twice would count as two cases. */
function checkDistinct(items: readonly Located[], alias: string, reading: Reading): void {
  const seen = new Map<string, number>()
  for (const [i, item] of items.entries()) {
    const value = JSON.stringify(toPlain(item))
    const before = seen.get(value)
    if (before !== undefined)
      addProblem(reading, item.at, `${alias}[${i}]`, `must differ from [${before}], got ${value} again`)
    else seen.set(value, i)
  }
}

/**
 * A document once for every combination of the values of its kind's axes, and once more for every value of the axes tried one at a time;
 * each notes its own changes under `vary`.
 */
export async function expand(
  kind: VariedKind,
  document: LocatedMap,
  axes: readonly Axis[],
  reading: Reading,
): Promise<LocatedMap[]> {
  const own = axes.filter((one) => one.kind === kind)
  const changed = (variants: readonly LocatedMap[], axis: Axis): LocatedMap[] => {
    const made = variants.flatMap((variant) =>
      axis.values.map((value) => withValue(variant, axis, value)).filter((one) => one !== null),
    )
    if (made.length === 0)
      addProblem(
        reading,
        axis.place.at,
        axis.place.alias ?? '',
        `is not a place in every ${kind}: it leads through a text or number, or past a list's end`,
      )
    return made
  }
  const combined = own.filter((axis) => !axis.isAlone).reduce(changed, [document])
  const variants = [...combined, ...own.filter((axis) => axis.isAlone).flatMap((axis) => changed(combined, axis))]
  return Promise.all(variants.map((variant) => resolveReferences(kind, variant, reading)))
}

function withValue(document: LocatedMap, { name, path, place }: Axis, value: Located): LocatedMap | null {
  const changed = put(document, path, value, place)
  if (changed?.kind !== 'map') return null
  const before = entryOf(changed, 'vary') ?? { ...place, kind: 'map', entries: new Map() }
  return before.kind === 'map' ? withEntry(changed, 'vary', withEntry(before, name, value, place)) : changed
}
