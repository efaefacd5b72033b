/**
 * Width of a text in px, near enough to leave room for it: a Chinese character takes one em, a Latin one .56.
 * Vega without a canvas takes .8 em for both, which cuts Chinese labels off.
 */
export function textWidth(text: string, fontSize: number): number {
  const ems = Array.from(text).reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.56), 0)
  return Math.ceil(ems * fontSize)
}
