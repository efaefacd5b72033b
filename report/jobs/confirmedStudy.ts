import { underTerms } from '../../models/reprice/terms.ts'
import type { RiskChanges } from '../../models/reprice/riskChanges.ts'
import type { Book } from '../../models/book.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { Study } from '../../models/study.ts'
import { bookSeed, confirmationSeed } from '../../sim/bookSeed.ts'
import type { World } from '../../sim/reverse/shock.ts'
import { SHOCKS } from '../../sim/reverse/shocks/index.ts'
import type { JobSource } from './job.ts'

/** Id of a schedule that was tried at the desk. */
const TRIED = 'tried'

/**
 * A run's study with what was tried at the desk in place of the schedules, and with its risks in every scenario that can have them: one
 * that shifts the global factor cannot have a PD multiple too, and is left out. The firms are those of the run, their futures others: what
 * was fitted to the desk's is not confirmed by them.
 *
 * @throws {RangeError} when no scenario can have the risks, or a loan tape is to have another number of loans
 */
export function confirmedStudy(
  study: Study,
  { schedule, title, terms, risk }: Omit<Extract<JobSource, { kind: 'confirm' }>, 'kind' | 'manifest'>,
): Study {
  const stated = study.schedules.find(({ id }) => id === schedule)
  if (!stated) throw new RangeError(`the study has no schedule "${schedule}"`)
  const tried: Study = {
    ...study,
    title: { en: `${study.title.en}: ${title}`, zh: `${study.title.zh ?? study.title.en}：${title}` },
    simulation: { ...study.simulation, seed: confirmationSeed(study.simulation), bookSeed: bookSeed(study) },
    schedules: [{ ...underTerms(stated, terms), id: TRIED, title: { en: title }, vary: {} }],
  }
  return risk === null ? tried : underRisk(tried, risk)
}

function underRisk(study: Study, risk: RiskChanges): Study {
  const scenarios = study.scenarios.flatMap((scenario) => scenarioUnder(study, scenario, risk) ?? [])
  if (scenarios.length === 0)
    throw new RangeError('every scenario shifts the global factor, and none can have a PD multiple on top')
  return { ...study, scenarios, books: study.books.map((book) => resized(correlated(study, book, risk), risk)) }
}

const worldOf = (
  { strategies, scenarios, simulation }: Study,
  { book, scenario = scenarios[0]! }: { readonly book: Book; readonly scenario?: Scenario },
): World => ({ book, strategy: strategies[0]!, scenario, correlation: simulation.correlation, loadingScale: 1 })

/** Null where the scenario cannot have the PD multiple. */
function scenarioUnder(study: Study, scenario: Scenario, { pdMultiple, lgdAdd }: RiskChanges): Scenario | null {
  let world = worldOf(study, { book: study.books[0]!, scenario })
  if (pdMultiple !== 1) {
    if (SHOCKS.pdMultiple.refusal(world)) return null
    world = SHOCKS.pdMultiple.apply(world, pdMultiple)
  }
  return (lgdAdd === 0 ? world : SHOCKS.lgd.apply(world, lgdAdd)).scenario
}

/** Every loading scaled alike, so that their squares add up to the asset correlation. */
function correlated(study: Study, book: Book, { assetCorrelation }: RiskChanges): Book {
  const world = worldOf(study, { book })
  if (assetCorrelation === null || assetCorrelation === SHOCKS.assetCorrelation.today(world)) return book
  const refusal = SHOCKS.assetCorrelation.refusal(world)
  if (refusal) throw new RangeError(refusal.en)
  const { loadingScale } = SHOCKS.assetCorrelation.apply(world, assetCorrelation)
  return { ...book, factors: book.factors.map((factor) => ({ ...factor, loading: factor.loading * loadingScale })) }
}

function resized(book: Book, { loans }: RiskChanges): Book {
  if (loans === null) return book
  if (book.kind === 'tape') throw new RangeError(`book ${book.id} is a loan tape and has the loans it has`)
  return { ...book, size: { loans } }
}
