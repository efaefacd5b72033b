import type { FileExplanation } from '../models/lending/explainFile.ts'
import type { Text } from '../models/text.ts'
import type { RunResult } from '../sim/types.ts'

/** Why the first strategy decided on a firm as it did, as JSON holds it: a figure that is not finite is null. */
export interface FileStory {
  readonly kind: RunResult['examples'][number]['kind']
  readonly file: FileExplanation
}

/** Files of the first strategy and the first population; null where there are none, as with a tape. */
export interface FileStories {
  readonly strategy: Text
  /** The book's money unit. */
  readonly unit: Text
  readonly stories: readonly FileStory[]
}

export function fileStories({ study, examples }: RunResult): FileStories | null {
  const [first] = examples
  const strategy = study.strategies.find(({ id }) => id === first?.file.strategy)
  const [book] = study.books
  if (!strategy || !book) return null
  return {
    strategy: strategy.title,
    unit: book.unit,
    stories: JSON.parse(JSON.stringify(examples)) as readonly FileStory[],
  }
}
