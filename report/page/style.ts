import { createHash } from 'node:crypto'
import { MOST_PANELS, PAGES } from './pages.ts'

const entries = Array.from({ length: MOST_PANELS }, (_, i) => i)
const each = <T>(items: readonly T[], selector: (item: T) => string): string => items.map(selector).join(', ')

/**
 * The one style sheet of every page. Choosing a language or a scenario is a radio button, and a page of the report is shown when the
 * address names it or something on it: no page needs a script.
 */
export const STYLE = `
:root { --ink: #1f2933; --quiet: #59636e; --line: #d5dae0; --good: #dcebf8; --bad: #b3470a; --panel: #f6f7f9 }
* { box-sizing: border-box }
body { margin: 0; overflow-wrap: anywhere; color: var(--ink); background: white; font: 15px/1.5 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif }
main { max-width: 1240px; margin: 0 auto; padding: 0 20px 60px }
h1 { font-size: 20px; margin: 20px 0 4px; font-weight: 600 }
h2 { font-size: 19px; margin: 40px 0 8px; padding-top: 14px; border-top: 1px solid var(--line) }
h3 { font-size: 16px; margin: 24px 0 6px }
p { margin: 6px 0; max-width: 100ch }
a { color: #0b5394 }
th a { color: inherit; text-decoration: underline dotted }
code { font: 13px/1.5 'DejaVu Sans Mono', ui-monospace, monospace; background: var(--panel); padding: 2px 5px; overflow-wrap: anywhere }
/* a page's first section needs no line above it */
h1 + h2, .page > [lang]:nth-child(-n + 4) > h2:first-child { margin-top: 12px; padding-top: 0; border-top: 0 }
.quiet { color: var(--quiet) }
.answer { font-size: 27px; line-height: 1.3; font-weight: 700; margin: 8px 0; max-width: none }
.lists { font-size: 16px }
.facts { max-width: none }
.scroll { overflow-x: auto }
.scroll + .scroll { margin-top: 14px }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px }
th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; background: white }
th { font-weight: 600; vertical-align: bottom; line-height: 1.3; text-wrap: balance }
.top { vertical-align: top }
.wide { width: 100% }
.name { text-align: left; font-weight: 600 }
.sticky { position: sticky; left: 0; z-index: 1; min-width: 110px }
td { white-space: nowrap }
table { overflow-wrap: normal }
td.name, td.note { white-space: normal; min-width: 92px }
td small, th small { display: block; font-size: 12px; font-weight: 400; color: var(--quiet) }
td small.told { color: var(--ink); font-weight: 600 }
td small.chance { color: #8a929b }
.sight { display: block; min-width: 230px; white-space: normal; text-align: left }
.short td { background: #fbeadf }
.verdict { display: inline-block; padding: 1px 9px; border-radius: 4px; border: 1.5px solid; white-space: nowrap; font-weight: 600 }
.covered { background: var(--good); border-color: #8fbbe0; color: #123a5e }
.not-covered { background: var(--bad); border-color: var(--bad); color: white }
.undecided { background: white; border-style: dashed; border-color: var(--quiet); color: var(--ink) }
.in-part { display: inline-block; padding: 0 6px; border: 1px dashed var(--bad); border-radius: 4px; color: var(--bad); font-size: 12px; font-weight: 400; white-space: nowrap; text-decoration: none }
.left-out, .approximation { padding: 8px 12px; border-left: 4px solid var(--bad); background: #fbeadf; margin: 8px 0 }
.left-out ul { margin: 4px 0 }
.thin td { color: #8a929b }
.mark { font-weight: 700 }
.mark.minor { font-weight: 400; color: var(--quiet) }
figure { margin: 0 0 12px }
figcaption { font-weight: 600; margin-bottom: 4px }
figure svg { display: block; max-width: 100%; height: auto }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 520px), 1fr)); gap: 20px 32px; margin-top: 16px }
.charts figure { min-width: 0 }
.row { grid-column: 1 / -1 }
.row .scroll svg { max-width: none }
.overview .narrow { display: none }
/* says what the answer above it says */
.overview figcaption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
dl { display: grid; grid-template-columns: minmax(110px, max-content) 1fr; gap: 4px 20px }
dt { font-weight: 600 }
dd { margin: 0; overflow-wrap: anywhere }
dt:target, dt:target + dd { background: #fff3c4 }
details { margin: 14px 0 }
summary { cursor: pointer; font-weight: 600 }
.choose { position: absolute; opacity: 0 }
.choose + label { display: inline-block; padding: 3px 11px; border: 1px solid var(--line); border-radius: 4px; cursor: pointer }
.choose:checked + label { background: var(--ink); color: white; border-color: var(--ink) }
.choose:focus-visible + label { outline: 3px solid #f0a500; outline-offset: 1px }
body > .choose + label { margin: 14px 0 0 20px }
body > label + .choose + label { margin-left: 4px }
.tabs { display: flex; flex-wrap: wrap; gap: 6px; position: relative }
.tabs > .panel { order: 1; width: 100%; display: none }
.tabs > .choose:checked + label + .panel { display: block }
td label { cursor: pointer; text-decoration: underline dotted }
#lang-en:checked ~ * [lang=zh-CN], #lang-zh:checked ~ * [lang=en] { display: none }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
nav { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 2px 18px; margin-top: 10px; padding: 8px 20px; background: white; border-bottom: 1px solid var(--line) }
nav a { color: var(--ink); text-decoration: none; padding: 3px 0; border-bottom: 3px solid transparent }
nav a:hover { border-color: var(--line) }
a:focus-visible, summary:focus-visible { outline: 3px solid #f0a500; outline-offset: 2px }
${each(PAGES, (id) => `body:has(#${id}:target, #${id} :target) nav a[href="#${id}"]`)}, body:not(:has(:target)) nav a[href="#${PAGES[0]}"] { border-color: var(--ink); font-weight: 600 }
.page { display: none; scroll-margin-top: 60px }
.page:target, .page:has(:target), main:not(:has(:target)) > .page:first-child { display: block }
.chooser { display: flex; flex-wrap: wrap; gap: 6px; align-items: baseline; margin: 14px 0 6px }
.chooser label { padding: 3px 11px; border: 1px solid var(--line); border-radius: 4px; cursor: pointer }
${each(entries, (i) => `#entry-${i}:checked ~ main .chooser label[for=entry-${i}]`)} { background: var(--ink); color: white; border-color: var(--ink) }
${each(entries, (i) => `#entry-${i}:focus-visible ~ main .chooser label[for=entry-${i}]`)} { outline: 3px solid #f0a500; outline-offset: 1px }
.page > .panel { display: none }
${each(entries, (i) => `#entry-${i}:checked ~ main .page > .of-${i}`)} { display: block }
@media (max-width: 640px) {
  main { padding: 0 12px 40px }
  nav { padding: 6px 12px; gap: 0 14px; flex-wrap: nowrap; overflow-x: auto }
  nav a { white-space: nowrap }
  body > .choose + label { margin-left: 12px }
  .answer { font-size: 22px }
  .overview .broad { display: none }
  .overview .narrow { display: block }
  dl { grid-template-columns: 1fr }
  dd { margin-bottom: 8px }
  th, td { padding: 5px 7px }
}
@media print {
  @page { size: A4; margin: 12mm 12mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 9px } }
  body { font-size: 12px }
  main { max-width: none; padding: 0 }
  body > .choose + label, .tabs > .choose + label, nav, .chooser, .screen, details { display: none }
  .page, main:not(:has(:target)) > .page, .page > .panel { display: block !important }
  .page + .page { break-before: page }
  .page > .panel { break-inside: avoid }
  .page > .chooser + .quiet + .panel { break-before: page }
  #losses > .panel, #stress > .panel { break-before: auto !important }
  .tabs { display: block }
  .tabs > .panel { display: block; break-before: page }
  .charts { grid-template-columns: 1fr 1fr; gap: 8px 20px }
  table { font-size: 9.5px }
  td small { font-size: 8.5px }
  th, td { padding: 3px 4px }
  .sticky { min-width: 0 }
  .answer { font-size: 20px }
  h2 { margin-top: 18px }
  figure, tr, dt, dd { break-inside: avoid }
  h2, h3 { break-after: avoid }
  .scroll { overflow: visible }
  .row .scroll svg { max-width: 100% }
  .overview .broad { display: block }
  .overview .narrow { display: none }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`

const hashOf = (sheet: string): string => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`

/** Sources a page may use, in the words of Content-Security-Policy: its own style sheet and nothing else. */
export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'style-src': [hashOf(STYLE)],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
} as const

/** The same for a page with a script of the server's and a style sheet of its own: it may speak with the server and with nobody else. */
export const servedPolicy = (sheet: string): Readonly<Record<string, readonly string[]>> => ({
  ...CONTENT_SECURITY_POLICY,
  'style-src': [...CONTENT_SECURITY_POLICY['style-src'], hashOf(sheet)],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
})
