/** Colours, type and sizes that all charts share. Good is light and bad is dark, so that the difference survives a grey print. */
import type { Config } from 'vega-lite'
import type { TestResult } from '../../models/result.ts'

export const GOOD = '#8fbbe0'
export const BAD = '#b3470a'
export const INK = '#1f2933'
export const QUIET = '#59636e'

/** A colour and a shape, so that neither is needed alone. */
export const VERDICT_COLOURS: Readonly<Record<TestResult, string>> = {
  covered: GOOD,
  'not covered': BAD,
  undecided: '#7a7f87',
}
export const VERDICT_SHAPES: Readonly<Record<TestResult, string>> = {
  covered: 'circle',
  'not covered': 'cross',
  undecided: 'diamond',
}

export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'
export const FONT = 'Noto Sans CJK SC, sans-serif'

/** Standard errors on each side of a figure that make a 95 % interval. */
export const WHISKER = 1.96

/** Plot width of a chart that stands beside another, px. */
export const HALF_WIDTH = 400

export const THEME: Config = {
  font: FONT,
  background: 'white',
  // Only marks are named; read aloud, ticks and titles would bury them.
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 8,
    labelColor: INK,
    titleColor: QUIET,
    gridColor: '#e6e9ed',
    domainColor: '#9aa3ad',
    tickColor: '#9aa3ad',
    labelLimit: 400,
    aria: false,
  },
  legend: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelColor: INK,
    titleColor: QUIET,
    aria: false,
  },
  header: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', labelColor: INK, titleColor: QUIET },
  text: { fontSize: 12, fill: INK },
  view: { stroke: null },
  title: { anchor: 'start', fontSize: 15, color: INK },
}
