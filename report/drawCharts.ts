import type { ChartSpec } from './charts/chartSpec.ts'
import {
  BOOK_CHARTS,
  COMPARISON_CHARTS,
  ENTRY_CHARTS,
  RUN_CHARTS,
  SELECTION_CHARTS,
  VARY_CHARTS,
} from './charts/index.ts'
import { chartFigure } from './page/chartFigure.ts'
import type { Markup } from './page/markup.ts'
import type { ReportData } from './reportData.ts'
import { LANGS, type Lang } from './text.ts'

/** Charts of one kind, drawn, by id. */
export type Figures = Readonly<Record<string, Markup>>
export type FiguresByLang = Readonly<Record<Lang, Figures>>

/** Pages that have charts of each entry. */
export type ChartPage = keyof typeof ENTRY_CHARTS

/** All charts of a report. */
export interface DrawnCharts {
  readonly run: FiguresByLang
  readonly comparison: FiguresByLang
  readonly selection: FiguresByLang
  readonly vary: FiguresByLang
  readonly book: FiguresByLang
  /** By page, then by the entry's index. */
  readonly entries: Readonly<Record<ChartPage, ReadonlyMap<number, FiguresByLang>>>
}

/**
 * Draws the charts of a report in both languages, without those that have nothing to show.
 *
 * @param shown  entries with charts, as indices
 */
export async function drawCharts(data: ReportData, shown: readonly number[]): Promise<DrawnCharts> {
  const ofRun = <T extends (data: ReportData, lang: Lang) => ChartSpec | null>(charts: Readonly<Record<string, T>>) =>
    draw(charts, (chart, lang) => chart(data, lang))
  const ofEntries = async (page: ChartPage) =>
    new Map(
      await Promise.all(
        shown.map(
          async (i) =>
            [i, await draw(ENTRY_CHARTS[page], (chart, lang) => chart(data.entries[i]!, data, lang))] as const,
        ),
      ),
    )
  const isCompared = data.comparisons.length > 0
  return {
    run: await ofRun(isCompared ? {} : RUN_CHARTS),
    comparison: await ofRun(isCompared ? COMPARISON_CHARTS : {}),
    selection: await ofRun(SELECTION_CHARTS),
    vary: await ofRun(VARY_CHARTS),
    book: await ofRun(BOOK_CHARTS),
    entries: {
      verdict: await ofEntries('verdict'),
      losses: await ofEntries('losses'),
      law: await ofEntries('law'),
      stress: await ofEntries('stress'),
    },
  }
}

async function draw<T>(
  charts: Readonly<Record<string, T>>,
  toSpec: (chart: T, lang: Lang) => ChartSpec | null,
): Promise<FiguresByLang> {
  const inLanguage = async (lang: Lang): Promise<Figures> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(charts).flatMap(([id, chart]) => {
          const spec = toSpec(chart, lang)
          return spec ? [chartFigure(id, spec).then((figure) => [id, figure] as const)] : []
        }),
      ),
    )
  const [en, zh] = await Promise.all(LANGS.map(inLanguage))
  return { en: en!, zh: zh! }
}
