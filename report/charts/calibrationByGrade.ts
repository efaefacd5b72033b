import { percent, whole } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { INK, QUIET, SCHEMA, THEME } from './theme.ts'
import { PLOT_HEADER, wrapped } from './wrapped.ts'

/** Applicants in a grade below which its mean says little. */
const SOLID_APPLICANTS = 100

const COLUMNS = 4
const [WIDTH, HEIGHT] = [230, 150]

/** Mean true against mean assigned PD of each grade, a plot a strategy, with the line on which they are equal. Null where nobody is ranked. */
export function calibrationByGrade({ selections }: ReportData, lang: Lang): ChartSpec | null {
  const own = words(lang).selection.calibration
  const points = (selections?.strategies ?? []).flatMap(({ title, selection }) =>
    selection.calibration
      .filter(({ assignedPd, truePd }) => assignedPd > 0 && truePd > 0)
      .map((point) => ({ ...point, title: inLang(title, lang) })),
  )
  if (points.length === 0) return null
  const values = points.map(({ title, grade, applicants, assignedPd, truePd }) => ({
    name: wrapped(title, WIDTH),
    assigned: assignedPd,
    true: truePd,
    applicants,
    tip: own.tip(title, grade, percent(assignedPd), percent(truePd), whole(applicants)),
  }))
  const names = [...new Set(values.map(({ name }) => name))]
  const pds = points.flatMap(({ assignedPd, truePd }) => [assignedPd, truePd])
  const domain = [Math.min(...pds) * 0.8, Math.min(1, Math.max(...pds) * 1.25)]
  const scale = { type: 'log', domain, nice: false } as const
  const axis = { values: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3], format: '~%' }
  const furthest = points
    .filter(({ applicants }) => applicants >= SOLID_APPLICANTS)
    .toSorted((a, b) => gapOf(b) - gapOf(a))[0]
  return {
    $schema: SCHEMA,
    title: furthest
      ? own.title(furthest.title, furthest.grade, percent(furthest.assignedPd), percent(furthest.truePd))
      : own.none,
    data: { values },
    facet: {
      field: 'name',
      type: 'nominal',
      sort: names,
      title: [`x: ${own.x}`, `y: ${own.y}`],
      header: PLOT_HEADER,
    },
    columns: Math.min(COLUMNS, names.length),
    spacing: { row: 14, column: 18 },
    spec: {
      width: WIDTH,
      height: HEIGHT,
      layer: [
        {
          data: { values: domain.map((pd) => ({ pd })) },
          mark: { type: 'line', color: QUIET, strokeWidth: 1, aria: false },
          encoding: { x: { field: 'pd', type: 'quantitative' }, y: { field: 'pd', type: 'quantitative' } },
        },
        {
          mark: { type: 'point', filled: true, color: INK, opacity: 0.85 },
          encoding: {
            x: { field: 'assigned', type: 'quantitative', title: null, scale, axis },
            y: { field: 'true', type: 'quantitative', title: null, scale, axis },
            size: { field: 'applicants', type: 'quantitative', scale: { range: [15, 220] }, legend: null },
            tooltip: { field: 'tip' },
            description: { field: 'tip' },
          },
        },
      ],
    },
    config: THEME,
  }
}

const gapOf = ({ assignedPd, truePd }: { readonly assignedPd: number; readonly truePd: number }): number =>
  Math.abs(Math.log(assignedPd / truePd))
