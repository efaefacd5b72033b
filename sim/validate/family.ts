import type { OutcomeCube } from '../../models/cube.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { TestBook } from './testBook.ts'
import type { Row } from './row.ts'

/** Simulates a test book: its one strategy's outcomes; without shocks unless a scenario is given. */
export type Run = (book: TestBook, scenario?: Scenario) => Promise<OutcomeCube>

/** Rows that check one thing. */
export interface Family {
  /** What is checked, for the progress bar. */
  readonly title: string
  readonly rows: (run: Run) => readonly Row[] | Promise<readonly Row[]>
}
