import { askedRates } from '../models/pricing/askedRates.ts'
import type { AskedRates } from '../models/pricing/askedRates.ts'
import type { Study } from '../models/study.ts'
import type { Lending } from './lending.ts'
import { prepareBook } from './prepareBook.ts'
import type { PrepareOptions, PreparedBook } from './prepareBook.ts'
import { strategySchedule } from './strategySchedule.ts'

/** What each way to price asks for the loans of a strategy, at the costs of a schedule and of the strategy's process. */
export interface WaysToPrice extends AskedRates {
  readonly book: string
  readonly strategy: string
  readonly schedule: string
  /** Vary axes: `kind.path` → value; absent outside a vary study. */
  readonly vary?: Readonly<Record<string, unknown>>
}

/**
 * Every way to price, held against each other on loans that were lent. LPR plus has the spreads of the schedule or, where that has none, of
 * the study's first that has.
 *
 * @param lendings  the strategies looked at
 * @returns one a strategy and schedule
 */
export function waysToPrice(
  study: Study,
  { book, firms }: PreparedBook,
  lendings: readonly Lending[],
): readonly WaysToPrice[] {
  const spreads = study.schedules.find((schedule) => schedule.spreads)?.spreads ?? null
  return lendings.flatMap((lending) =>
    study.schedules.map((stated) => {
      const schedule = strategySchedule(stated, lending, firms)
      const vary = { ...book.vary, ...lending.strategy.vary, ...schedule.vary }
      return {
        book: book.id,
        strategy: lending.strategy.id,
        schedule: schedule.id,
        ...(Object.keys(vary).length > 0 ? { vary } : {}),
        ...askedRates(lending.layout, schedule, schedule.spreads ?? spreads),
      }
    }),
  )
}

/**
 * The same for every strategy of a study on its first book. Nothing is simulated.
 *
 * @throws {RangeError} when the book has no loans to price
 * @throws {InputError} when a tape is refused
 * @throws the signal's reason when aborted
 */
export async function waysToPriceOf(
  study: Study,
  options: Pick<PrepareOptions, 'onProgress' | 'signal'> & { readonly skipBadRows?: boolean } = {},
): Promise<readonly WaysToPrice[]> {
  const { skipBadRows = false } = options
  const prepared = await prepareBook(study, study.books[0]!, { ...options, masterScale: null, skipBadRows })
  return waysToPrice(study, prepared, prepared.lendings)
}
