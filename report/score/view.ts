import type { Applicant } from '../../models/types.ts'

/** How scores on a card are shown. */
export interface ScoreView {
  /** Name of the wrapper that an applicant may have in a file. */
  readonly inside: string
  /** What `--json` prints of an applicant. */
  readonly record: (applicant: Applicant) => object
  readonly table: (applicants: readonly Applicant[]) => string
}
