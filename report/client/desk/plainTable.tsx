import type { ComponentChildren } from 'preact'

interface PlainTableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ComponentChildren[])[]
}

/** A table of figures in a box that scrolls sideways; the first column names its row. */
export const PlainTable = ({ head, rows }: PlainTableProps) => (
  <div class="scroll" tabIndex={0}>
    <table>
      <thead>
        <tr>
          {head.map((title, i) => (
            <th key={title} class={i === 0 ? 'name' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures], i) => (
          <tr key={i}>
            <th scope="row" class="name">
              {name}
            </th>
            {figures.map((figure, k) => (
              <td key={k}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
