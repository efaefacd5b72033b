import { economics } from '../models/economics.ts'
import { herfindahl } from '../models/herfindahl.ts'
import { sizeFigures } from '../models/judge/sizeFigures.ts'
import type { WithError } from '../models/judge/sizeFigures.ts'
import { lossVolatility, minimumLoans, minimumLoansError } from '../models/lawOfLargeNumbers.ts'
import type { EstimatedVolatility } from '../models/lawOfLargeNumbers.ts'
import { priceCells } from '../models/price.ts'
import type { LawOfLargeNumbers } from '../models/result.ts'
import type { Book } from '../models/book.ts'
import type { Scenario } from '../models/scenario.ts'
import type { LawOfLargeNumbersSettings } from '../models/study.ts'
import type { Loans } from '../models/types.ts'
import { factorSpaceOf } from './engine/factorLevels.ts'
import { isFormulaic } from './lender.ts'
import type { PreparedBook } from './prepareBook.ts'
import { noted } from './pathProgress.ts'
import { streamKey } from './random.ts'
import type { RunContext } from './runContext.ts'
import { simulate } from './simulate.ts'
import { strategySchedule } from './strategySchedule.ts'
import { subBook } from './subBook.ts'
import { bookStream } from './synthesise/bookStream.ts'
import type { ResultTables } from './types.ts'

const DEPENDENCES = ['independence', 'factors', 'guarantees'] as const
type Dependence = (typeof DEPENDENCES)[number]

/** The two figures of one schedule, by formula and by simulation. */
type Figure = 'standardDeviation' | 'coverageProbability'
type Both = Record<Figure, WithError>

/** One book size under one dependence, with the figures of every schedule. */
interface Point {
  readonly loans: number
  readonly dependence: Dependence
  readonly formula: readonly Both[]
  readonly simulated: readonly Both[]
  readonly volatility: EstimatedVolatility
  /** Σ share² of balance. */
  readonly concentration: number
}

/**
 * How far the law of large numbers carries (MODEL §8): books of rising size, cut from each strategy's own loans, under independence, under
 * the factors, and with guarantee calls too; each by formula (conditional normal given the factors) and by simulation.
 *
 * The two parts of the volatility are those of the largest such book with all the dependence there is; the diversifiable part is scaled to
 * the whole book by the two books' concentration, Σ share² of balance.
 *
 * @param tables  the scenario's entries, by strategy, then schedule
 * @returns the entries with `lawOfLargeNumbers` and its standard errors
 */
export async function withLawOfLargeNumbers(
  context: RunContext,
  settings: LawOfLargeNumbersSettings,
  prepared: PreparedBook,
  scenario: Scenario,
  tables: readonly ResultTables[],
): Promise<ResultTables[]> {
  const { schedules } = context.study
  const entries: ResultTables[] = []
  for (const [s, lending] of prepared.lendings.entries()) {
    const own = schedules.map((_, k) => tables[s * schedules.length + k]!)
    if (!isFormulaic(lending.lender)) {
      entries.push(...own.map(withoutFormula))
      continue
    }
    const { loans } = lending
    const points: Point[] = []
    for (const size of sizesUpTo(loans.count, settings))
      for (const dependence of dependencesOf(prepared.book, scenario, context))
        points.push(await simulatePoint(context, settings, prepared, scenario, s, size, dependence))
    for (const [k, { costs }] of schedules.entries())
      entries.push(withCurve(own[k]!, loans, points, k, costs.bankShare))
  }
  return entries
}

/** Groups and alarms hang on the whole book, and no formula knows them. */
const withoutFormula = (entry: ResultTables): ResultTables => ({
  ...entry,
  result: {
    ...entry.result,
    reasons: {
      ...entry.result.reasons,
      lawOfLargeNumbers: 'only for strategies without joint liability, monitoring and renewal decisions',
    },
  },
})

/** The sizes asked for that the book reaches, and the book itself where it is no larger than the largest of them. */
function sizesUpTo(count: number, { loans }: LawOfLargeNumbersSettings): number[] {
  const smaller = loans.filter((size) => size < count)
  return smaller.length < loans.length ? [...smaller, count] : smaller
}

function dependencesOf(book: Book, { shocks }: Scenario, { study }: RunContext): readonly Dependence[] {
  const share = book.guarantees ? (shocks.guaranteeShare ?? book.guarantees.share) : 0
  return DEPENDENCES.filter((dependence) => {
    if (dependence === 'guarantees') return share > 0
    return dependence === 'independence' || study.simulation.correlation === 'model'
  })
}

async function simulatePoint(
  { study, pool, watch, progress, signal }: RunContext,
  { paths }: LawOfLargeNumbersSettings,
  prepared: PreparedBook,
  scenario: Scenario,
  strategy: number,
  size: number,
  dependence: Dependence,
): Promise<Point> {
  const { seed } = study.simulation
  const { book } = prepared
  const own = dependence === 'guarantees' ? book : { ...book, guarantees: null }
  const correlation = dependence === 'independence' ? 'none' : study.simulation.correlation
  const simulated = subBook(prepared, strategy, size, own, correlation, streamKey(seed, 'sizes', ...bookStream(book)))
  const layout = simulated.layouts[0]!
  const lending = prepared.lendings[strategy]!
  const schedules = study.schedules.map((schedule) => strategySchedule(schedule, lending, prepared.firms))
  const rates = schedules.map((schedule) => priceCells(layout, schedule))
  const draw = async (
    fidelity: 'exact' | 'clt',
  ): Promise<{ figures: Both[]; volatility: EstimatedVolatility | null }> => {
    // By formula, independent defaults are the same on every path.
    const needed = fidelity === 'clt' && dependence === 'independence' ? REPLICATES : paths
    const settings = { ...study.simulation, correlation, fidelity, paths: needed, replicates: REPLICATES } as const
    progress.expect(needed)
    const onPaths = (done: number): void => {
      progress.update(noted(scenario.title, { en: `${size} loans`, zh: `${size}笔贷款` }), done)
    }
    const factors = factorSpaceOf({ simulation: settings }, [simulated])
    const options = { pool, onPaths, signal }
    const [cube] = await watch.time('sizes', () => simulate(simulated, scenario, settings, factors, options))
    const figures = schedules.map((schedule, k) =>
      sizeFigures(cube!, schedule, rates[k]!, economics(schedule, scenario, cube!.years), study.verdict.confidence),
    )
    const volatility = cube!.spread ? lossVolatility(cube!) : null
    progress.finish(needed)
    pool.memory.release(cube)
    return { figures, volatility }
  }
  const formula = await draw('clt')
  const drawn = await draw('exact')
  return {
    loans: layout.loans.count,
    dependence,
    formula: formula.figures,
    simulated: drawn.figures,
    volatility: formula.volatility!,
    concentration: herfindahl(layout.loans.balance),
  }
}

const REPLICATES = 20

/** Puts the curve of one schedule into its entry. */
function withCurve(
  entry: ResultTables,
  loans: Loans,
  points: readonly Point[],
  schedule: number,
  bankShare: number,
): ResultTables {
  const { result } = entry
  const last = points.at(-1)!
  const concentration = herfindahl(loans.balance)
  // Of the bank's share of the loss, at the size of the whole book.
  const scale = bankShare * Math.sqrt(concentration / last.concentration)
  const volatility = {
    systematic: last.volatility.systematic * bankShare,
    diversifiable: last.volatility.diversifiable * scale,
    standardErrors: {
      systematic: last.volatility.standardErrors.systematic * bankShare,
      diversifiable: last.volatility.standardErrors.diversifiable * scale,
    },
  }
  const curve = (pick: (figure: WithError) => number) =>
    points.map(({ loans, dependence, formula, simulated }) => {
      const both = (name: Figure) => ({
        formula: pick(formula[schedule]![name]),
        simulated: pick(simulated[schedule]![name]),
      })
      const figures = {
        standardDeviation: both('standardDeviation'),
        coverageProbability: both('coverageProbability'),
      }
      return { loans, dependence, ...figures }
    })
  const lawOfLargeNumbers: LawOfLargeNumbers = {
    systematic: volatility.systematic,
    diversifiable: volatility.diversifiable,
    minimumLoans: minimumLoans(loans.count, volatility),
    effectiveNumber: 1 / concentration,
    curve: curve(({ value }) => value),
  }
  const reasons =
    lawOfLargeNumbers.minimumLoans === null
      ? {
          ...result.reasons,
          'lawOfLargeNumbers.minimumLoans': 'no common factor ties the firms: every further loan helps',
        }
      : result.reasons
  const errors = {
    ...volatility.standardErrors,
    minimumLoans: lawOfLargeNumbers.minimumLoans === null ? null : minimumLoansError(loans.count, volatility),
    effectiveNumber: 0,
    curve: curve(({ standardError }) => standardError),
  }
  return {
    ...entry,
    result: {
      ...result,
      lawOfLargeNumbers,
      standardErrors: { ...result.standardErrors, lawOfLargeNumbers: errors },
      reasons,
    },
  }
}
