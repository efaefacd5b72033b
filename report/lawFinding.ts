import type { LawOfLargeNumbers } from '../models/result.ts'
import { ratio, whole } from './format.ts'
import { type Lang, words } from './text.ts'

/**
 * Whether more loans would still make the losses of a book steadier, in one line; volatility in percentage points of the loss rate.
 *
 * @param loans  of the book
 */
export function lawFinding(loans: number, law: LawOfLargeNumbers, lang: Lang): string {
  const text = words(lang).law
  const { systematic, diversifiable, minimumLoans } = law
  if (minimumLoans === null) return text.nothing
  const sentence = minimumLoans <= loans ? text.stops : text.helps
  return sentence(whole(minimumLoans), ratio(systematic * 100), ratio(Math.hypot(systematic, diversifiable) * 100))
}
