import { share, whole } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { SIZE_CHART_HEIGHT, curvesBySize } from './curvesBySize.ts'
import { HALF_WIDTH, SCHEMA, THEME } from './theme.ts'

/** Coverage probability against the number of loans; null without the study of it. */
export function coverageBySize({ result }: ReportEntry, data: ReportData, lang: Lang): ChartSpec | null {
  const law = result.lawOfLargeNumbers
  if (!law) return null
  const text = words(lang).law
  const probabilities = data.entries.flatMap((entry) =>
    (entry.result.lawOfLargeNumbers?.curve ?? []).flatMap(({ coverageProbability: { formula, simulated } }) => [
      formula,
      simulated,
    ]),
  )
  const largest = Math.max(...law.curve.map(({ loans }) => loans))
  const ends = law.curve.filter(({ loans }) => loans === largest)
  return {
    $schema: SCHEMA,
    title: words(lang).clauses(
      ends.map(({ dependence, coverageProbability: { simulated } }) =>
        text.probability[dependence](share(simulated), whole(largest)),
      ),
    ),
    width: HALF_WIDTH,
    height: SIZE_CHART_HEIGHT,
    layer: curvesBySize(
      result,
      law,
      {
        figure: 'coverageProbability',
        format: share,
        yTitle: [text.coverage],
        yDomain: [Math.min(0.9, Math.floor(Math.min(...probabilities) * 10) / 10), 1],
        yFormat: '.0%',
      },
      lang,
    ),
    config: THEME,
  }
}
