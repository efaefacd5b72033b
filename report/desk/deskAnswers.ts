import type { DemandAnswer } from '../../models/demand/demandAnswer.ts'
import { demandAnswer } from '../../models/demand/demandAnswer.ts'
import type { BandedCase } from '../../models/demand/bandedCase.ts'
import { cellFlags } from '../../models/pricing/cellFlags.ts'
import { underTerms } from '../../models/reprice/terms.ts'
import type { Study } from '../../models/study.ts'
import { simulateBandedCases } from '../../sim/demand/simulateBandedCases.ts'
import type { Desk } from '../../sim/desk/desk.ts'
import { RISK_PATHS, riskCase } from '../../sim/desk/risk.ts'
import { lazily } from '../../sim/lazily.ts'
import { optimiseCases } from '../../sim/optimise/optimiseCases.ts'
import type { DeskQuestions } from './messages.ts'

/** How an open desk answers, by question. */
export type DeskAnswers = {
  readonly [Name in keyof DeskQuestions]: (
    question: DeskQuestions[Name]['question'],
  ) => DeskQuestions[Name]['answer'] | Promise<DeskQuestions[Name]['answer']>
}

/** What the answers are worked out on. */
interface AnswerSource {
  readonly study: Study
  readonly desk: Desk
  readonly workers: number | undefined
}

/** @throws {RangeError} (each answer) when the question is at fault: a scenario or change that the study cannot have */
export function deskAnswers({ study, desk, workers }: AnswerSource): DeskAnswers {
  const { cases, schedule } = desk
  const populated = desk.cells.map(({ index }) => index)
  const bandedCases = lazily(() => withBands({ study, desk, workers }))
  return {
    reprice: ({ terms }) => {
      const start = performance.now()
      const answers = desk.reprice(terms)
      const flags = cellFlags(terms.rates, terms.cap, populated)
      return { answers, flags, milliseconds: performance.now() - start }
    },
    detail: ({ terms, scenario }) => ({ result: desk.detail(terms, scenario) }),
    risk: async ({ terms, scenario, risk }) => {
      const start = performance.now()
      const answer = await riskCase(cases, underTerms(schedule, terms), scenario, risk)
      return { answer, paths: RISK_PATHS, milliseconds: performance.now() - start }
    },
    demand: async ({ terms }): Promise<DemandAnswer> => demandAnswer(await bandedCases(), schedule, terms),
    optimise: async ({ terms, settings }) => {
      const optimised = await optimiseCases(cases.cases, underTerms(schedule, terms), settings)
      const rates = optimised.rounded?.rates
      return { optimised, verdicts: rates ? desk.reprice({ ...terms, rates }).map(({ verdict }) => verdict) : null }
    },
  }
}

/** The scenarios with applicants apart by band: as simulated where the study has demand, else simulated when they are first asked for. */
async function withBands({ study, desk: { cases, schedule }, workers }: AnswerSource): Promise<readonly BandedCase[]> {
  if (study.demand) return cases.cases as readonly BandedCase[]
  const simulated = await simulateBandedCases(
    { ...study, schedules: [schedule] },
    { choice: cases.choice, skipBadRows: true, ...(workers !== undefined && { workers }) },
  )
  return simulated.cases
}
