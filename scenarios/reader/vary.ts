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
}

/** Fields of a document that say what it is, and not what is simulated. */
const FIXED = ['id', 'title', 'context', 'extends', 'vary', 'kind']

/** The axes of a study. A problem is added for each that names no place in a book, strategy, schedule or scenario. */
export function readAxes(study: LocatedMap, reading: Reading): Axis[] {
  const written = entryOf(study, 'vary')
  if (written?.kind !== 'map') return []
  return [...written.entries].flatMap(([name, { key, node }]): Axis[] => {
    const alias = joinPath('vary', name)
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

/** A document once for every combination of the values of its kind's axes, each noting its own combination under `vary`. */
export async function expand(
  kind: VariedKind,
  document: LocatedMap,
  axes: readonly Axis[],
  reading: Reading,
): Promise<LocatedMap[]> {
  let variants = [document]
  for (const axis of axes.filter((one) => one.kind === kind)) {
    const { values, place } = axis
    variants = variants.flatMap((variant) =>
      values.map((value) => withValue(variant, axis, value)).filter((one) => one !== null),
    )
    if (variants.length === 0)
      addProblem(
        reading,
        place.at,
        place.alias ?? '',
        `is not a place in every ${kind}: it leads through a text or number, or past a list's end`,
      )
  }
  return Promise.all(variants.map((variant) => resolveReferences(kind, variant, reading)))
}

function withValue(document: LocatedMap, { name, path, place }: Axis, value: Located): LocatedMap | null {
  const changed = put(document, path, value, place)
  if (changed?.kind !== 'map') return null
  const before = entryOf(changed, 'vary') ?? { ...place, kind: 'map', entries: new Map() }
  return before.kind === 'map' ? withEntry(changed, 'vary', withEntry(before, name, value, place)) : changed
}
