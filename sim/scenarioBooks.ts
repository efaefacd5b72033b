import type { Shocks } from '../models/scenario.ts'
import type { Study } from '../models/study.ts'
import type { PreparedBook } from './prepareBook.ts'
import { bookShocksOf, isUnshocked, underShocks } from './underShocks.ts'

/** Variants of a book that are kept: more than a study has scenarios, usually, and fewer than a search for a shock's size tries. */
const KEPT = 16

/**
 * Gives books as scenarios find them. A book is lent anew once for each set of shocks that changes it, and the last variants of the last
 * book are kept.
 */
export function scenarioBooks(study: Study): (prepared: PreparedBook, shocks: Shocks) => PreparedBook {
  let last: PreparedBook | null = null
  const variants = new Map<string, PreparedBook>()
  return (prepared, shocks) => {
    const own = bookShocksOf(shocks)
    if (isUnshocked(own)) return prepared
    if (prepared !== last) variants.clear()
    last = prepared
    const key = JSON.stringify(own)
    const variant = variants.get(key) ?? underShocks(study, prepared, own)
    if (!variants.has(key) && variants.size >= KEPT) variants.delete(variants.keys().next().value!)
    variants.set(key, variant)
    return variant
  }
}
