/** A finished run made by hand: ten scenarios with figures of the size of a real committee study. */
import { mulberry } from './mulberry.ts'
import { fixtureSelection } from './fixtureSelection.ts'
import { fixtureWays } from './fixtureWays.ts'
import type {
  CellResult,
  Contribution,
  LawOfLargeNumbers,
  LawOfLargeNumbersPoint,
  Result,
  TestOutcome,
  TestResult,
} from '../../models/result.ts'
import type { Book } from '../../models/book.ts'
import type { Scenario, Shocks } from '../../models/scenario.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { Study } from '../../models/study.ts'
import type { Text } from '../../models/text.ts'
import { COLLATERALS, TERM_BANDS } from '../../models/types.ts'
import type { Firms, Loans } from '../../models/types.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import { NO_SHOCKS } from '../../scenarios/index.ts'
import type { ResultTables, RunResult } from '../../sim/types.ts'

const PATHS = 2000
const MONTHS = 36
const OPENING = 1_650_000
const SECTOR_SHARES = {
  manufacturing: 0.3,
  wholesale_retail: 0.38,
  construction: 0.1,
  transport: 0.05,
  hospitality: 0.08,
  services: 0.06,
  agriculture: 0.03,
}
const LAW_SIZES = [100, 300, 1000, 3000, 9987]

interface World {
  readonly id: string
  readonly title: Text
  /** Expected loss and surplus, a year. */
  readonly loss: number
  readonly surplus: number
  readonly probability: number
  readonly nplPeak: number
  /** Where a deferral hides bad loans. */
  readonly trueNplPeak?: number
  readonly contagionMultiplier?: number
  readonly shocks?: Partial<Shocks>
  readonly verdict?: TestResult
  readonly limitation?: Text
}

const WORLDS: readonly World[] = [
  {
    id: 'baseline',
    title: { en: 'Baseline', zh: '基准' },
    loss: 0.0112,
    surplus: 0.0082,
    probability: 0.9985,
    nplPeak: 0.0285,
  },
  {
    id: 'benign',
    title: { en: 'Benign', zh: '繁荣' },
    loss: 0.0078,
    surplus: 0.0121,
    probability: 1,
    nplPeak: 0.0204,
    shocks: { pdMultiple: [0.7, 0.7, 0.8], loanRate: [0.00033, 0.00067, 0.001] },
  },
  {
    id: 'mild_downturn',
    title: { en: 'Mild downturn', zh: '轻度下行' },
    loss: 0.0154,
    surplus: 0.004,
    probability: 0.905,
    nplPeak: 0.0381,
    shocks: { pdMultiple: [1.4, 1.5, 1.2], loanRate: [-0.0008, -0.0017, -0.0025] },
  },
  {
    id: 'severe_downturn',
    title: { en: 'Severe downturn', zh: '重度下行' },
    loss: 0.0271,
    surplus: -0.0084,
    probability: 0.0125,
    nplPeak: 0.0642,
    shocks: {
      pdMultiple: [2.5, 2.5, 2.3],
      loanRate: [-0.0019, -0.0038, -0.0057],
      collateralPrice: { residential: [-0.067, -0.133, -0.2], commercial: [-0.1, -0.2, -0.3] },
    },
  },
  {
    id: 'wenzhou_guarantee_chain',
    title: { en: 'Guarantee chain (Wenzhou)', zh: '温州担保链' },
    loss: 0.0216,
    surplus: -0.0031,
    probability: 0.12,
    nplPeak: 0.0525,
    contagionMultiplier: 1.62,
    shocks: { pdMultiple: [1.6, 1.8, 1.5], guaranteeShare: 0.6, linkProbability: [0.08], auctionFactor: [0.9] },
  },
  {
    id: 'covid_deferral',
    title: { en: 'Shutdown and deferral', zh: '疫情停摆与延期' },
    loss: 0.0145,
    surplus: 0.0038,
    probability: 0.91,
    nplPeak: 0.0367,
    trueNplPeak: 0.0433,
    shocks: {
      deferral: { share: 0.4, from: 1, until: 12, months: 12, extended: 0.274, failed: 0.016 },
      depositVolume: [-0.1, 0.08],
    },
    limitation: { en: 'the deferral is not simulated yet', zh: '延期尚未模拟' },
  },
  {
    id: 'property_fall',
    title: { en: 'Property fall', zh: '房地产价格下跌' },
    loss: 0.0225,
    surplus: -0.0047,
    probability: 0.07,
    nplPeak: 0.0488,
  },
  {
    id: 'nim_squeeze',
    title: { en: 'Margin squeeze', zh: '降息息差收窄' },
    loss: 0.0121,
    surplus: 0.0021,
    probability: 0.826,
    nplPeak: 0.0301,
  },
  {
    id: 'falsified_wave',
    title: { en: 'Falsified statements', zh: '报表造假潮' },
    loss: 0.0193,
    surplus: 0.00002,
    probability: 0.58,
    nplPeak: 0.0459,
    verdict: 'undecided',
    shocks: { fraudShare: 0.12, saleDelay: [0.25, 0.5], guaranteeFundCap: [0.04] },
  },
  {
    id: 'sector_collapse',
    title: { en: 'Sector collapse', zh: '行业崩塌' },
    loss: 0.0189,
    surplus: 0.0006,
    probability: 0.61,
    nplPeak: 0.0443,
    shocks: { pdMultiple: [1.2], sectorPdMultiple: { wholesaleRetail: [4, 3, 2] } },
  },
]

const COSTS = { crossIncome: 0.0011, fundingCost: 0.0249, operatingCost: 0.0061, tax: 0.0027, targetProfit: 0.0085 }

/** The run; `title` replaces the study's title. */
export function fixtureRun(title: Text = { en: '2021 terms, big-bank costs', zh: '2021年定价，大行成本' }): RunResult {
  const tables = WORLDS.map(resultTables)
  return {
    runId: '0f3a9c1d27be',
    study: fixtureStudy(title),
    derived: {},
    results: tables.map((table) => table.result),
    tables,
    comparisons: [],
    examples: [],
    ways: fixtureWays(),
    books: [
      {
        book: { id: 'chinese-small-firms' } as Book,
        ...fixtureLoans(),
        checks: [
          {
            book: 'chinese-small-firms',
            kind: 'marginal',
            name: 'debtRatio',
            target: 0,
            achieved: 0.0071,
            tolerance: 0.0163,
          },
          {
            book: 'chinese-small-firms',
            kind: 'correlation',
            name: 'quality ~ debtRatio',
            target: -0.495,
            achieved: -0.487,
            tolerance: 0.0076,
          },
          {
            book: 'chinese-small-firms',
            kind: 'default rate',
            name: 'mean h',
            target: 0.0275,
            achieved: 0.0275,
            tolerance: 0.0004,
          },
          {
            book: 'chinese-small-firms',
            kind: 'honesty',
            name: 'fraudulent',
            target: 0.03,
            achieved: 0.0287,
            tolerance: 0.0017,
          },
        ],
        masterScale: [],
      },
    ],
    timings: { synthesise: 0.8, simulate: 13.2, judge: 0.4 },
  }
}

/** Eight loans of eight firms, for who is in the book. */
function fixtureLoans(): Pick<RunResult['books'][number], 'firms' | 'loans'> {
  const count = 8
  const column = (value: (i: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => value(i))
  const labels = Object.keys(SECTOR_SHARES)
  return {
    firms: {
      count,
      groupings: new Map([
        ['sector', { labels, codes: Int32Array.from({ length: count }, (_, i) => i % labels.length) }],
      ]),
      truePd: column((i) => 0.01 * (i + 1)),
    } as unknown as Firms,
    loans: [
      {
        strategy: { id: 'citic-trade', vary: {} } as Strategy,
        loans: {
          count,
          obligor: Int32Array.from({ length: count }, (_, i) => i),
          balance: column((i) => 40 * 2 ** i),
          assignedPd: column((i) => 0.012 * (i + 1)),
          grade: Uint8Array.from({ length: count }, (_, i) => i + 1),
          collateral: Uint8Array.from({ length: count }, (_, i) => i % 5),
          termMonths: Int32Array.from({ length: count }, (_, i) => [6, 12, 24, 60][i % 4]!),
        } as unknown as Loans,
      },
    ],
  }
}

function fixtureStudy(title: Text): Study {
  const named = (id: string, en: string, zh: string) => ({ id, title: { en, zh }, context: {}, vary: {} })
  return {
    ...named('committee', title.en, ''),
    title,
    books: [
      {
        ...named('chinese-small-firms', '10,000 small firms', '一万户小微企业'),
        kind: 'synthetic',
        baseDefaultRate: 0.0275,
        factors: [
          { by: 'global', loading: 0.1732051 },
          { by: 'sector', loading: 0.1414214 },
        ],
        globalFactor: { persistence: 0.3, degreesOfFreedom: 6 },
        guarantees: {
          share: 0.15,
          kind: 'groups',
          groups: [
            { size: 3, share: 0.6 },
            { size: 5, share: 0.4 },
          ],
          linksPerFirm: 2,
          linkProbability: 0.1,
          rounds: 5,
          payment: { each: 0.1, most: 0.3 },
        },
        lgd: { link: 0.3 } as Book['lgd'],
        npl: { lagMonths: 3, disposalMonths: 12, openingRatio: 0 },
        unit: { en: '10,000 CNY', zh: '万元' },
      } as unknown as Book,
    ],
    strategies: [
      {
        ...named('citic-trade', 'CITIC trade scorecard', '中信流通类评分卡'),
        guaranteeFund: { covers: ['guarantee'], bankShare: 0.2, cap: 0.05 },
      } as unknown as Strategy,
    ],
    schedules: [
      {
        ...named('2021-big', '2021 rate table', '2021年利率表'),
        kind: 'schedule',
        costs: { ...PRICING_DEFAULTS, hurdleRate: 0.1 },
        crossIncome: 'observed',
        cap: 0.154,
        policyFloor: 0,
        spreads: null,
        rates: null,
      } satisfies Schedule,
    ],
    scenarios: WORLDS.map((world): Scenario => ({
      id: world.id,
      title: world.title,
      context: {},
      vary: {},
      shocks: { ...NO_SHOCKS, ...world.shocks },
      limitation: world.limitation ?? null,
    })),
    simulation: {
      seed: 'committee-2021',
      bookSeed: null,
      paths: PATHS,
      replicates: 20,
      horizonMonths: MONTHS,
      fidelity: 'exact',
      correlation: 'model',
      targetError: null,
      tail: null,
    },
    verdict: {
      mustHold: ['expectedCoverage'],
      coverageProbability: 0.95,
      bankNpl: 0.0151,
      nplMargin: 0.03,
      largestClusterShare: 0.1,
      confidence: 0.95,
    },
    masterScale: { kind: 'calibrated' },
    lawOfLargeNumbers: { loans: LAW_SIZES, paths: 2000 },
    optimise: {
      scenarios: [{ scenario: 'baseline', coverage: 'expected', level: 0.95, ratio: 1 }],
      start: 'offered',
      weights: 'even',
      monotone: true,
      minimumRate: 0,
      maximumRate: null,
      largestStep: null,
      maxCrossSubsidy: null,
    },
    demand: null,
    notices: [
      'scenarios/scenarios/wenzhou_guarantee_chain.yaml:20:3 context.gdpGrowth, jointGuarantees, limitsWithdrawn are not simulated in this version',
    ],
    inputs: { 'studies/committee.yaml': 'a'.repeat(64) },
  }
}

function resultTables(world: World): ResultTables {
  const { loss, surplus } = world
  const { crossIncome, fundingCost, operatingCost, tax, targetProfit } = COSTS
  const portfolioYield = surplus + loss + targetProfit + tax + operatingCost + fundingCost - crossIncome
  const lossShare = loss * 2.4
  const random = mulberry(world.id)
  const rates = Float64Array.from({ length: PATHS }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    return Math.exp(0.28 * normal - 0.0392)
  })
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / PATHS
  const lossRates = rates.map((rate) => (rate / mean) * lossShare)
  const sorted = lossRates.toSorted()
  const quantile = (level: number) => sorted[Math.ceil(level * PATHS) - 1]!
  const money = (perYear: number) => new Float64Array(PATHS).fill(perYear * 2.4 * OPENING)
  const cells = fixtureCells(surplus, loss)
  const contributions = fixtureContributions(cells, quantile(0.99) * 1.08, lossShare * 0.28)
  const law = world.id === 'baseline' ? fixtureLaw() : null
  const months = Array.from({ length: MONTHS }, (_, i) => i + 1)
  const rise = (peak: number) => months.map((month) => peak * Math.min(1, Math.max(0, month - 3) / 14) * 0.93)
  const npl = rise(world.nplPeak)
  const trueNpl = rise(world.trueNplPeak ?? world.nplPeak)
  const ratio = 1 + surplus / loss
  const interval = (value: number, error: number): [number, number] => [value - 2.09 * error, value + 2.09 * error]
  const verdict = world.verdict ?? (surplus > 0 ? 'covered' : 'not covered')
  const test = (
    name: TestOutcome['name'],
    value: number,
    threshold: number,
    error: number,
    isHeld: boolean,
  ): TestOutcome => ({
    name,
    value,
    threshold,
    interval: interval(value, error),
    result: isHeld ? 'covered' : 'not covered',
  })
  const result: Result = {
    book: 'chinese-small-firms',
    strategy: 'citic-trade',
    schedule: '2021-big',
    scenario: world.id,
    paths: PATHS,
    replicates: 20,
    fidelity: 'exact',
    loans: 9987,
    balance: OPENING * 0.8,
    portfolioYield,
    ...COSTS,
    expectedLoss: loss,
    surplus,
    coverageRatio: ratio,
    coverageProbability: world.probability,
    profitProbability: Math.min(1, world.probability + 0.3),
    breakEvenYield: portfolioYield - surplus * 1.06,
    yieldFor95: portfolioYield - surplus * 1.06 + 0.0061,
    parallelShift: { ratio: -surplus * 1.06, probability: -surplus * 1.06 + 0.0061 },
    pdMultipleToBreakEven: world.id === 'benign' ? null : ratio * 1.02,
    lossRate: {
      mean: lossShare,
      standardDeviation: lossShare * 0.28,
      valueAtRisk99: quantile(0.99),
      valueAtRisk999: null,
      expectedShortfall99: quantile(0.99) * 1.08,
      expectedShortfall999: null,
    },
    defaultRate: loss * 2.45,
    nplPeak: world.nplPeak,
    trueNplPeak: world.trueNplPeak ?? world.nplPeak,
    npl: npl.map((reported, i) => ({ month: i + 1, reported, true: trueNpl[i]! })),
    ...(world.contagionMultiplier === undefined ? {} : { contagionMultiplier: world.contagionMultiplier }),
    contributions,
    concentration: {
      obligor: 0.000204,
      sector: 0.2466,
      cluster: 0.0011,
      cell: 0.0142,
      effectiveNumber: 1 / 0.000204,
      largestObligorShare: 0.0018,
    },
    lawOfLargeNumbers: law,
    economicCapital: loss * 1.7,
    raroc: 0.1 + surplus * 9,
    comprehensiveProfit: (surplus + targetProfit) * OPENING * 0.8,
    comprehensiveProfitRate: surplus + targetProfit,
    nplRatio: world.nplPeak * 0.93,
    newOverdueRatio: loss * 2.2,
    years: [1, 2, 3].map((year) => ({
      year,
      balance: OPENING * (1.05 - year * 0.08),
      portfolioYield,
      ...COSTS,
      expectedLoss: loss,
      surplus,
    })),
    cells,
    tests: [
      { ...test('expectedCoverage', ratio, 1, 0.006, surplus > 0), result: verdict },
      test('coverageProbability', world.probability, 0.95, 0.004, world.probability > 0.95),
      test('nplCeiling', world.nplPeak, 0.0451, 0.0003, world.nplPeak < 0.0451),
      { name: 'largestClusterShare', value: 0.021, threshold: 0.1, interval: [0.021, 0.021], result: 'covered' },
    ],
    verdict,
    pathsToDecide: verdict === 'undecided' ? 41_000 : 0,
    selection: fixtureSelection(),
    standardErrors: {
      ...Object.fromEntries(
        ['portfolioYield', 'crossIncome', 'fundingCost', 'operatingCost', 'tax', 'targetProfit'].map((figure) => [
          figure,
          0.000004,
        ]),
      ),
      expectedLoss: 0.00007,
      surplus: 0.00008,
      coverageRatio: 0.006,
      coverageProbability: 0.004,
      profitProbability: 0.003,
      breakEvenYield: 0.00008,
      yieldFor95: 0.0002,
      parallelShift: { ratio: 0.00008, probability: 0.0002 },
      pdMultipleToBreakEven: world.id === 'benign' ? null : 0.01,
      lossRate: {
        mean: 0.0002,
        standardDeviation: 0.0002,
        valueAtRisk99: 0.0009,
        valueAtRisk999: null,
        expectedShortfall99: 0.001,
        expectedShortfall999: null,
      },
      defaultRate: 0.0002,
      nplPeak: 0.0003,
      trueNplPeak: 0.0003,
      npl: npl.map(() => ({ month: 0, reported: 0.0001, true: 0.0001 })),
      ...(world.contagionMultiplier === undefined ? {} : { contagionMultiplier: 0.011 }),
      contributions: contributions.map(({ by, key, expectedShortfall99, standardDeviation }) => ({
        by,
        key,
        expectedShortfall99: expectedShortfall99! * 0.03,
        standardDeviation: standardDeviation * 0.02,
      })),
      concentration: { obligor: 0, sector: 0, cluster: 0, cell: 0, effectiveNumber: 0, largestObligorShare: 0 },
      lawOfLargeNumbers: law && {
        systematic: 0.00002,
        diversifiable: 0.00001,
        minimumLoans: 12,
        effectiveNumber: 0,
        curve: law.curve.map(({ standardDeviation: { simulated } }) => ({
          standardDeviation: { formula: 0, simulated: simulated * 0.03 },
          coverageProbability: { formula: 0, simulated: 0.006 },
        })),
      },
      economicCapital: 0.0008,
      raroc: 0.0011,
      balance: 55,
      years: [1, 2, 3].map((year) => ({ year, surplus: 0.0001, expectedLoss: 0.0001 })),
      cells: cells.map(({ cell }) => ({
        cell,
        balance: 1,
        expectedLoss: 0.0003,
        offeredRate: 0,
        floorRate: 0,
        requiredRate: 0.0004,
        gap: 0.0004,
      })),
    },
    reasons: {
      ...(law ? {} : { lawOfLargeNumbers: "studied in the study's first scenario only" }),
      'lossRate.valueAtRisk999': 'fewer than 10 paths beyond the quantile',
      'lossRate.expectedShortfall999': 'fewer than 10 paths beyond the quantile',
      ...(world.id === 'benign' ? { pdMultipleToBreakEven: 'no multiple up to 20 breaks even' } : {}),
    },
  }
  const income = money(portfolioYield + crossIncome)
  const cost = money(fundingCost + operatingCost + tax)
  const target = money(targetProfit)
  const pathLoss = lossRates.map((rate) => rate * OPENING)
  return {
    result,
    replicates: {},
    paths: {
      loss: pathLoss,
      income,
      cost,
      target,
      surplus: pathLoss.map((value, i) => income[i]! - cost[i]! - target[i]! - value),
      defaults: lossRates.map((rate) => Math.round(rate * 23_000)),
      year1Loss: pathLoss.map((value) => value * 0.38),
      npl: { mean: npl, q05: npl.map((value) => value * 0.62), q95: npl.map((value) => value * 1.55), true: trueNpl },
    },
  }
}

function fixtureCells(surplus: number, loss: number): CellResult[] {
  const worst = { residential: 0.6, commercial: 0.9, movable: 1.2, guarantee: 1.3, unsecured: 1.6 }
  return [1, 2, 3, 4, 5, 6, 7].flatMap((grade) =>
    TERM_BANDS.flatMap((termBand, band) =>
      COLLATERALS.filter((_, i) => (grade + i + band) % 7 !== 0).map((collateral): CellResult => {
        const expectedLoss = loss * (0.15 + 0.035 * grade * grade) * worst[collateral]
        const offeredRate =
          0.0481 + 0.0024 * grade + (collateral === 'residential' ? -0.0025 : collateral === 'unsecured' ? 0.0035 : 0)
        const gap = surplus + 0.9 * (loss - expectedLoss) + 0.0024 * (grade - 4)
        return {
          cell: `${grade}|${termBand}|${collateral}`,
          loans: 30 + ((grade * 37 + band * 11) % 90),
          balance: 9000,
          expectedLoss,
          offeredRate,
          floorRate: 0.041 + expectedLoss,
          requiredRate: grade === 7 && collateral === 'movable' ? null : offeredRate - gap,
          gap: grade === 7 && collateral === 'movable' ? null : gap,
        }
      }),
    ),
  )
}

/** Sectors by their shares, cells by theirs in the expected loss. */
function fixtureContributions(cells: readonly CellResult[], shortfall: number, deviation: number): Contribution[] {
  const total = cells.reduce((sum, { expectedLoss }) => sum + expectedLoss, 0)
  return [
    ...cells.map(({ cell, expectedLoss }) => ({ by: 'cell' as const, key: cell, share: expectedLoss / total })),
    ...Object.entries(SECTOR_SHARES).map(([key, share]) => ({ by: 'sector' as const, key, share })),
  ].map(({ by, key, share }, i) => ({
    by,
    key,
    expectedShortfall99: share * shortfall,
    standardDeviation: share * deviation * (by === 'sector' ? 1 + 0.2 * Math.sin(i) : 1),
  }))
}

/** A one-factor book with a default rate of 3 % and a systematic deviation of 1.21 points (and one of 1.36 with guarantees), covered up to a loss of 5 %. */
function fixtureLaw(): LawOfLargeNumbers {
  const [rate, systematic, margin] = [0.03, 0.0121, 0.02]
  const floors = { independence: 0, factors: systematic, guarantees: 0.0136 }
  const curve = (Object.keys(floors) as LawOfLargeNumbersPoint['dependence'][]).flatMap((dependence) =>
    LAW_SIZES.map((loans, i): LawOfLargeNumbersPoint => {
      const floor = floors[dependence] ** 2
      const deviation = Math.sqrt(floor + (rate * (1 - rate) - floor) / loans)
      const probability = 1 / (1 + Math.exp((-1.7 * margin) / deviation))
      return {
        loans,
        dependence,
        standardDeviation: { formula: deviation, simulated: deviation * (1 + 0.03 * Math.sin(i)) },
        coverageProbability: { formula: probability, simulated: Math.min(1, probability + 0.004 * Math.cos(i)) },
      }
    }),
  )
  return { systematic, diversifiable: 0.0017, minimumLoans: 1978, effectiveNumber: 4902, curve }
}
