import type { Study } from '../../models/study.ts'
import type { DeskChoices, NamedText } from './protocol.ts'

/** What a desk can be opened on: each book, strategy and schedule once, though a vary study may have several of one id. */
export const deskChoices = ({ books, strategies, schedules }: Lists): DeskChoices => ({
  books: onceEach(books),
  strategies: onceEach(strategies),
  schedules: onceEach(schedules),
})

type Lists = Readonly<Record<keyof Pick<Study, 'books' | 'strategies' | 'schedules'>, readonly NamedText[]>>

const onceEach = (items: readonly NamedText[]): readonly NamedText[] =>
  items.filter(({ id }, i) => items.findIndex((one) => one.id === id) === i).map(({ id, title }) => ({ id, title }))
