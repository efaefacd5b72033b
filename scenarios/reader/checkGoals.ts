import type { StudyItem } from './studyItem.ts'
import { suggest } from './describeIssue.ts'
import { entryOf, locate, nodeAt, type LocatedMap } from './located.ts'
import { addProblem, type Reading } from './reading.ts'

interface StudyParts {
  readonly study: LocatedMap
  readonly items: { readonly scenario: readonly StudyItem[] }
}

/** Scenarios in which an optimised schedule must cover are some of the study's. */
export function checkGoals({ study, items }: StudyParts, reading: Reading): void {
  const goals = nodeAt(study, ['optimise', 'scenarios'])
  if (goals?.kind !== 'list') return
  const known = items.scenario.flatMap(({ document }) => {
    const id = entryOf(document, 'id')
    return id?.kind === 'scalar' ? [String(id.value)] : []
  })
  for (const [index, goal] of goals.items.entries()) {
    const scenario = entryOf(goal, 'scenario')
    if (scenario?.kind !== 'scalar' || typeof scenario.value !== 'string' || known.includes(scenario.value)) continue
    const { at, name } = locate(study, ['optimise', 'scenarios', index, 'scenario'])
    addProblem(reading, at, name, `the study has no scenario "${scenario.value}"${suggest(scenario.value, known)}`)
  }
}
