/** Entry of a yearly list in a year counted from 0; the last value holds on, and `none` stands for an absent list. */
export function inYear(list: readonly number[] | undefined, year: number, none: number): number {
  if (!list || list.length === 0) return none
  return list[Math.min(year, list.length - 1)]!
}

/**
 * Default probability of a year under a PD multiple, over part of the year.
 *
 *     h' = 1 − (1−h)^(m·n/12)
 *
 * @param logSurvival  log(1 − h) of the marginal yearly default probability h in (0, 1)
 * @param m       PD multiple > 0 (a hazard multiple: survival is raised to it)
 * @param months  months n of the year in which the loan stands, 0..12
 */
export const pdOfSurvival = (logSurvival: number, m: number, months: number): number =>
  -Math.expm1(((logSurvival * m) / 12) * months)
