import { setImmediate as breathe } from 'node:timers/promises'
import * as vega from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { type TopLevelSpec, compile } from 'vega-lite'
import { textWidth } from './charts/textWidth.ts'
import { FONT } from './charts/theme.ts'

declare module 'vega' {
  /** How texts are measured. */
  const textMetrics: { width: (item: Measured, text?: string | number) => number }
}

/** Of a text to be drawn, what its width hangs on; `limit` is the width beyond which it is cut, 0 for none. */
interface Measured {
  readonly fontSize?: number
  readonly limit?: number
}

vega.textMetrics.width = ({ fontSize = 11, limit }, text) =>
  Math.min(limit || Infinity, textWidth(`${text ?? ''}`.trim(), fontSize))

/**
 * Draws a chart as SVG text, without a canvas or a browser.
 *
 * A mark's `description` becomes its `<title>`, which browsers show when it is pointed at and read out: the picture is a group of named
 * marks, and what only labels it is hidden from who listens.
 *
 * @param name  accessible name of the picture, plain text
 */
export async function renderSvg(spec: TopLevelSpec, name: string): Promise<string> {
  await breathe() // a page has dozens of charts, and a server has other requests
  const runtime = vega.parse(compile(spec).spec, undefined, { ast: true })
  const view = new vega.View(runtime, { renderer: 'none', expr: expressionInterpreter, logLevel: vega.Warn })
  const svg = await view.toSVG()
  view.finalize()
  return slim(svg).replace(
    '<svg ',
    `<svg role="group" aria-label="${escapeAttribute(name)}" font-family="${FONT}" font-size="12px" `,
  )
}

/** Takes out what a picture does not need: empty and hidden marks, roles of single marks, what texts have by default, digits beyond a tenth of a pixel. */
const slim = (svg: string): string =>
  svg
    .replace(/<path class="(?:fore|back)ground"[^>]*? d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, '')
    .replace(/<text [^>]*opacity="0"[^>]*>[^<]*<\/text>/g, '')
    .replace(/<[a-z][^>]*>/g, slimTag)
    .replace(/(<text[^>]*) transform="translate\(([^,]+),([^)]+)\)"([^>]*>)(?!<tspan)/g, '$1 x="$2" y="$3"$4')

function slimTag(tag: string): string {
  const label = / aria-label="([^"]*)"/.exec(tag)?.[1]
  const name = /^<([a-z]+)/.exec(tag)?.[1]
  const slimmed = tag
    .replace(/ (?:class|role|aria-(?!hidden)[a-z]+|font-family|xmlns:xlink|version)="[^"]*"/g, '')
    .replace(/ (?:opacity|stroke-width)="1"/g, '')
    .replace(/ (?:text-anchor="start"|font-size="12px"|font-weight="normal")/g, '')
    .replace(/rgb\((\d+), (\d+), (\d+)\)/g, (_, ...rgb: string[]) => `#${rgb.slice(0, 3).map(toHex).join('')}`)
    .replace(/-?\d+\.\d\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
  const isCircle = CIRCLE.test(slimmed)
  const short = isCircle ? slimmed.replace(CIRCLE, '<circle cx="$1" cy="$2" r="$3"') : slimmed
  return label !== undefined && short.endsWith('/>')
    ? `${short.slice(0, -2)}><title>${label}</title></${isCircle ? 'circle' : name}>`
    : short
}

/** A path round a point, which as a circle takes a third of the room. */
const CIRCLE = /^<path transform="translate\(([^,]+),([^)]+)\)" d="M([\d.]+),0A\3,\3,0,1,1,-\3,0A\3,\3,0,1,1,\3,0Z?"/

const toHex = (channel: string): string => Number(channel).toString(16).padStart(2, '0')

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
