/** The pages of a report, in the order of its navigation. */
export const PAGES = ['verdict', 'prices', 'losses', 'law', 'stress', 'strategies', 'book', 'method'] as const
export type PageId = (typeof PAGES)[number]

/** Entries that may have charts and tables of their own; the style sheet has a rule for each. */
export const MOST_PANELS = 24
