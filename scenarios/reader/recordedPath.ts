import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the documents shipped with this package. */
export const SHIPPED = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * A file as a run records it, the same wherever the run was started and, where that can be, on another machine: shipped documents
 * relative to the package, others relative to the study's folder. One that shares no folder with the study is shown relative to the
 * working directory when below it, else as it is.
 *
 * @param file absolute path
 * @param home absolute path of the study's folder
 */
export function recordedPath(file: string, home: string): string {
  if (isBelow(SHIPPED, file)) return relative(dirname(SHIPPED), file)
  if (isBelow(home, file) || shareFolder(home, file)) return relative(home, file)
  return shownPath(file)
}

/** A file as messages show it, to be opened from where the program runs: relative to the working directory when below it. */
export const shownPath = (file: string): string => (isBelow(process.cwd(), file) ? relative(process.cwd(), file) : file)

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

/** Whether two paths have more in common than the root of the file system. */
function shareFolder(one: string, other: string): boolean {
  const first = (path: string): string | undefined => path.slice(parse(path).root.length).split(sep)[0]
  return parse(one).root === parse(other).root && first(one) === first(other)
}
