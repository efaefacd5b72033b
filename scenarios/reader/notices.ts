import { entryOf, type LocatedMap } from './located.ts'
import { recordedPath } from './recordedPath.ts'

/**
 * One line for each file whose `context` has something in this document: what it says is kept and not simulated.
 *
 * @param home the study's folder, see {@link recordedPath}
 */
export function noticesOf(document: LocatedMap, home: string): string[] {
  const context = entryOf(document, 'context')
  if (context?.kind !== 'map') return []
  const all = [...context.entries]
  const files = [...new Set(all.map(([, { key }]) => key.file))]
  return files.map((file) => {
    const entries = all.filter(([, { key }]) => key.file === file)
    const { line, column } = entries[0]![1].key
    const names = entries.map(([name]) => name).join(', ')
    return `${recordedPath(file, home)}:${line}:${column} context.${names} ${entries.length === 1 ? 'is' : 'are'} not simulated in this version`
  })
}
