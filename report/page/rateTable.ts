import type { FileStory } from '../fileStories.ts'
import { percent } from '../format.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING } from './markup.ts'
import { plainTable } from './plainTable.ts'

/** Build-up of a file's floor rate, and the rate offered; nothing for a file without a balance. */
export function rateTable({ rate: { offered, floor } }: FileStory['file'], lang: Lang): Markup {
  if (!floor) return NOTHING
  const own = words(lang).files
  const { operatingCost, expectedLoss, capitalCharge, crossIncome, costRate, netRate, rate } = floor
  const lines: readonly (readonly [keyof typeof own.steps, number | null])[] = [
    ['funding', costRate - operatingCost - expectedLoss - capitalCharge + crossIncome],
    ['operatingCost', operatingCost],
    ['expectedLoss', expectedLoss],
    ['capitalCharge', capitalCharge],
    ['crossIncome', -crossIncome],
    ['lostInterest', netRate - costRate],
    ['vat', rate - netRate],
    ['floor', rate],
    ['offered', offered],
  ]
  return plainTable(
    [words(lang).figure, words(lang).value],
    lines.map(([step, value]) => [own.steps[step], percent(value)]),
  )
}
