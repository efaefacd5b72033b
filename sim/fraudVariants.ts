import type { Study } from '../models/study.ts'
import { underFraud } from './prepareBook.ts'
import type { PreparedBook } from './prepareBook.ts'

/**
 * Gives books as scenarios find them: with a scenario's share of frauds among the applicants, or as they are when it is null. A book
 * is drawn anew once for each share, and the last book's variants are kept.
 */
export function fraudVariants(study: Study): (prepared: PreparedBook, fraudShare: number | null) => PreparedBook {
  let last: PreparedBook | null = null
  const byShare = new Map<number, PreparedBook>()
  return (prepared, fraudShare) => {
    if (fraudShare === null) return prepared
    if (prepared !== last) byShare.clear()
    last = prepared
    const variant = byShare.get(fraudShare) ?? underFraud(study, prepared, fraudShare)
    byShare.set(fraudShare, variant)
    return variant
  }
}
