/** What the list of runs adds to the style sheet of every page. */
export const RUNS_STYLE = `
button, input { font: inherit; color: inherit }
button { padding: 3px 11px; border: 1px solid #8a929b; border-radius: 4px; background: white; cursor: pointer }
button:not(.main):hover:enabled { background: var(--panel) }
button:disabled { color: #8a929b; border-color: var(--line); cursor: default }
button.main { background: var(--ink); border-color: var(--ink); color: white }
button:focus-visible, input:focus-visible { outline: 3px solid #f0a500; outline-offset: 1px }
input[type=text], input[type=number] { padding: 3px 6px; border: 1px solid #8a929b; border-radius: 4px; background: white; width: 14em; max-width: 100% }
.start > p > label { display: inline-block; min-width: 6em; font-weight: 600 }
fieldset { border: 0; padding: 0; margin: 8px 0; min-width: 0 }
legend { font-weight: 600; padding: 0 }
fieldset label { display: block; padding: 2px 0 }
.jobs { list-style: none; padding: 0 }
.jobs li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; padding: 8px 0; border-bottom: 1px solid var(--line) }
.jobs progress { width: 160px }
.jobs .message { white-space: pre-wrap }
.runs .note { text-align: left }
.runs label { position: relative }
[hidden] { display: none !important }
`
