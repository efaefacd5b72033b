/** What the pricing desk adds to the style sheet of every page. */
export const DESK_STYLE = `
button, select, input { font: inherit; color: inherit }
button { padding: 3px 11px; border: 1px solid #8a929b; border-radius: 4px; background: white; cursor: pointer }
button:hover:enabled { background: var(--panel) }
button:disabled { color: #8a929b; border-color: var(--line); cursor: default }
button.main:enabled { background: var(--ink); border-color: var(--ink); color: white }
button.main:hover:enabled { background: #3b4856 }
select, input:not([type]), input[type=text] { padding: 3px 6px; border: 1px solid #8a929b; border-radius: 4px; background: white }
button:focus-visible, select:focus-visible, input:focus-visible { outline: 3px solid #f0a500; outline-offset: 1px }
.desk-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 20px }
.desk-head h1 { margin-top: 12px }
.desk-answer { position: sticky; top: 0; z-index: 3; background: white; padding: 2px 0 8px; border-bottom: 1px solid var(--line) }
.desk-answer .answer { margin: 4px 0 2px; font-size: 24px }
.desk-answer .changes { margin: 0; max-width: none }
.scroll, .grid-box { position: relative }
#desk h2 { margin: 14px 0 4px; padding-top: 8px; font-size: 17px }
#desk h2 small { font-size: 13px; font-weight: 400; margin-left: 8px }
#desk .panels h2 { margin-top: 26px; padding-top: 12px }
#desk .approximation { max-width: none; padding: 4px 12px }
.strip th, .strip td { padding: 1px 7px; vertical-align: middle; white-space: nowrap }
.strip thead th { padding-bottom: 3px }
.strip td small { display: inline-block; min-width: 10.2em; margin-left: 8px; text-align: left }
.strip .verdict { font-size: 13px; line-height: 1.35 }
.strip th[scope=row] { font-weight: 600 }
.strip label { display: block; cursor: pointer }
.strip label input { margin: 0 7px 0 0 }
.strip .chosen > * { background: #fff7df }
.strip tr[aria-busy=true] td, .strip .refusal, .desk-answer[aria-busy=true] p, .grid[aria-busy=true] small, [role=status][aria-busy=true], .older { color: #5f6871 }
.strip tr[aria-busy=true] .verdict { background: white; border: 1px dashed #5f6871; color: #5f6871 }
.strip .refusal { white-space: normal; font-weight: 400 }
.strip .error { color: var(--quiet) }
.strip .was, .strip .moved { color: var(--ink); font-weight: 600 }
abbr[title] { text-decoration: underline dotted }
.toolbar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; margin: 8px 0 }
.group { display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center }
.group label { display: inline-flex; gap: 5px; align-items: center }
.step { width: 4em; text-align: right }
.grid-box { width: fit-content; max-width: 100%; max-height: 85vh; overflow: auto; border: 1px solid var(--line) }
.grid { font-size: 13px }
.grid th, .grid td { padding: 2px 2px 1px; text-align: center; vertical-align: middle }
.grid tr.bands th { padding: 1px }
.grid thead th { border-color: var(--line) }
.grid .sticky { min-width: 0; z-index: 1 }
.grid .starts, .grid .band { border-left: 2px solid #8a929b }
.head { border-color: transparent; padding: 0 3px; font-weight: 600; background: none }
.head[aria-pressed=true] { border-color: var(--ink); background: var(--panel) }
.grid td input { width: 52px; padding: 1px 4px; text-align: right; border-color: var(--line); font-variant-numeric: tabular-nums }
.grid td small { font-size: 11px; line-height: 1.3; text-align: right; width: 54px; margin: 0 auto; padding-right: 4px; min-height: 14px; white-space: nowrap }
.grid td small.before { width: max-content; min-width: 54px }
.grid td.short, .grid td.short small { background: #fbeadf; color: #8f3807 }
.grid td.thin small, .grid td.thin input, .grid td.empty input, .grid td.empty { color: #6b747d }
.grid td.scoped { background: #eef3f8 }
.grid td.scoped.short { background: #f3dfd2 }
.grid td.changed input, .field .changed { font-weight: 700; border-color: #0b5394; box-shadow: inset 3px 0 0 #0b5394 }
.grid td.flagged input { border: 2px solid var(--bad) }
.flag-mark { color: var(--bad); font-weight: 700; margin-right: 3px }
.told:empty { display: none }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 0 40px; align-items: start }
.panels > div, .panels section { min-width: 0 }
.field { display: grid; grid-template-columns: minmax(0, 15em) minmax(0, 1fr); gap: 2px 12px; align-items: center; margin: 5px 0 }
.field > div { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center }
.field input:not([type]) { width: 6em; text-align: right }
.field input.long { width: 100%; text-align: left }
.field input[type=range] { width: 180px; max-width: 100%; accent-color: var(--ink) }
.field small { color: var(--quiet) }
.panels tbody th { vertical-align: baseline; font-weight: 400 }
.goals { min-width: 0; margin: 0; padding: 4px 12px; border: 1px solid var(--line); border-radius: 4px }
.goals > div { margin: 6px 0 }
.goals select { max-width: 100% }
.goals pre { overflow-x: auto; font-size: 13px }
.fault { color: var(--bad); font-weight: 600 }
.strong { font-weight: 700 }
progress { width: min(420px, 100%); height: 16px; accent-color: var(--ink) }
.problem { padding: 8px 12px; border-left: 4px solid var(--bad); background: #fbeadf }
@media (max-height: 560px) {
  .desk-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 20px }
.desk-head h1 { margin-top: 12px }
.desk-answer { position: static }
}
@media (max-width: 640px) {
  .desk-answer .answer { font-size: 18px }
  .desk-answer .changes { font-size: 14px }
  .field { grid-template-columns: 1fr }
  .strip td small { display: block; margin-left: 0; min-width: 0; text-align: right }
  .strip th, .strip td { padding: 2px 6px; font-size: 13px }
  .strip .sticky { min-width: 90px; max-width: 130px; white-space: normal }
}
`
