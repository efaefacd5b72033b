import { type Lang, words } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Scope } from './gridLayout.ts'

/** A scope in words. */
export function scopeName(scope: Scope, one: Lang): string {
  const text = words(one)
  if (scope.kind === 'all') return deskWords(one).grid.all
  if (scope.kind === 'grade') return text.gradeOf(scope.grade)
  const term = text.termBands[scope.termBand]
  return scope.kind === 'termBand' ? term : text.list([term, text.collaterals[scope.collateral]])
}
