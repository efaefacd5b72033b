/**
 * Width of a text in px, near enough to leave room for it: a Chinese character takes one em, a Latin one .56. Without a canvas Vega
 * would take .8 em for both, which cuts Chinese texts off and leaves blanks beside English ones.
 */
export function textWidth(text: string, fontSize: number): number {
  const ems = Array.from(text).reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.56), 0)
  return Math.ceil(ems * fontSize)
}
