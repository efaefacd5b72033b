import { type Markup, html } from './markup.ts'

type Cell = Markup | string

/** A table whose first column names its rows. */
export const plainTable = (head: readonly Cell[], rows: readonly (readonly Cell[])[]): Markup => html`
  <div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell, i) => html`<th class="${i === 0 ? 'name sticky' : ''}">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => html`<td class="${i === 0 ? 'name sticky' : ''}">${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>
`
