import type { Result } from '../../models/result.ts'
import type { Text } from '../../models/text.ts'
import type { ReportData } from '../reportData.ts'
import type { CaseNames, NamedText } from './protocol.ts'

/** What the desk's page knows of its run before the server has anything ready: the figures of the schedule as run. */
export interface AsRun {
  readonly runId: string
  readonly title: Text
  readonly entries: readonly EntryAsRun[]
}

/** One case of the run in one scenario. */
export interface EntryAsRun {
  readonly names: CaseNames
  readonly scenario: NamedText
  readonly figures: Pick<
    Result,
    'verdict' | 'coverageRatio' | 'coverageProbability' | 'surplus' | 'portfolioYield' | 'standardErrors' | 'reasons'
  >
}

export const asRun = ({ runId, study, entries }: ReportData): AsRun => ({
  runId,
  title: study.title,
  entries: entries.map(({ titles, result }) => {
    const { book, strategy, schedule, scenario, standardErrors, reasons } = result
    const { verdict, coverageRatio, coverageProbability, surplus, portfolioYield } = result
    const errorOf = (name: string): unknown => standardErrors[name] ?? null
    return {
      names: { book, strategy, schedule },
      scenario: { id: scenario, title: titles.scenario },
      figures: {
        verdict,
        coverageRatio,
        coverageProbability,
        surplus,
        portfolioYield,
        standardErrors: {
          coverageRatio: errorOf('coverageRatio'),
          coverageProbability: errorOf('coverageProbability'),
          surplus: errorOf('surplus'),
        },
        reasons,
      },
    }
  }),
})
