const CONTEXT = /^(\S+:\d+:\d+) context\.(.+) (?:is|are) not simulated in this version$/

/** A notice of a file's `context` as its place and the names that are not simulated; null for another notice. */
export function contextNotice(notice: string): { readonly place: string; readonly levers: readonly string[] } | null {
  const [, place, levers] = CONTEXT.exec(notice) ?? []
  return place === undefined || levers === undefined ? null : { place, levers: levers.split(', ') }
}
