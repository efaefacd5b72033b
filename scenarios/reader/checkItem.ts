import type { z } from 'zod'
import { describeIssue, unionBranch } from './describeIssue.ts'
import { locate, locateKey, nodeAt, toPlain, type Located, type LocatedMap, type Path } from './located.ts'
import { addProblem, type Reading } from './reading.ts'

/**
 * Checks a document against the schema of its kind and fills its defaults.
 *
 * @returns null with a problem added for everything wrong, each at the place where it was written
 */
export function checkItem<Schema extends z.ZodType>(
  schema: Schema,
  document: LocatedMap,
  reading: Reading,
): z.output<Schema> | null {
  const result = schema.safeParse(toPlain(document), { error: describeIssue })
  if (result.success) return result.data
  for (const issue of result.error.issues) addIssue(issue, [], document, reading)
  return null
}

/** One issue; of a union, the issues of the branch that was meant. `above` is the path of the union. */
function addIssue(issue: z.core.$ZodIssue, above: Path, document: Located, reading: Reading): void {
  const path = [...above, ...issue.path]
  const branch = issue.code === 'invalid_union' ? unionBranch(issue) : null
  if (branch) {
    for (const inner of branch) addIssue(inner, path, document, reading)
    return
  }
  const node = nodeAt(document, path)
  if (node && reading.unread.has(node)) return
  if (issue.code !== 'unrecognized_keys') {
    const { at, name } = locate(document, path)
    addProblem(reading, at, name, issue.message)
    return
  }
  const messages = issue.message.split('\n')
  issue.keys.forEach((key, index) => {
    const { at, name } = locateKey(document, path, key)
    addProblem(reading, at, name, messages[index]!)
  })
}
