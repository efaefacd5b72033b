/** An element of the page that must be there. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new RangeError(`the page must have an element "${id}"`)
  return element
}
