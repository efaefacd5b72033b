/** Every sentence of the report in its languages; definitions are in glossary.ts. */
import type { LawOfLargeNumbersPoint, TestResult } from '../models/result.ts'
import type { Fidelity, Text, VerdictTest } from '../models/study.ts'
import type { Collateral, TermBand } from '../models/types.ts'
import type { HiddenRisk, IdleReason } from '../scenarios/index.ts'
import * as comparison from './words/comparison.ts'
import * as convergence from './words/convergence.ts'
import * as demand from './words/demand.ts'
import * as files from './words/files.ts'
import * as formulas from './words/formulas.ts'
import * as pages from './words/pages.ts'
import * as pricing from './words/pricing.ts'
import * as profile from './words/profile.ts'
import * as selection from './words/selection.ts'
import * as stress from './words/stress.ts'

export const LANGS = ['en', 'zh'] as const
export type Lang = (typeof LANGS)[number]

/** Tag of a language in HTML. */
export const LANG_TAGS: Readonly<Record<Lang, string>> = { en: 'en', zh: 'zh-CN' }

/** A text of a file in a language; English where there is no other. */
export const inLang = (text: Text, lang: Lang): string => text[lang] ?? text.en

/** The report's own words in a language. */
export const words = (lang: Lang): Words => (lang === 'zh' ? zh : en)

const en = {
  title: 'Does income cover risk?',
  verdicts: { covered: 'Covered', 'not covered': 'Not covered', undecided: 'Undecided' } satisfies Record<
    TestResult,
    string
  >,
  tests: {
    expectedCoverage: 'Expected coverage',
    coverageProbability: 'Coverage probability',
    nplCeiling: 'NPL ceiling',
    largestClusterShare: 'Largest cluster',
  } satisfies Record<VerdictTest, string>,
  termBands: { '<=6m': '≤ 6 months', '6-12m': '6–12 months', '1-3y': '1–3 years', '>3y': '> 3 years' } satisfies Record<
    TermBand,
    string
  >,
  collaterals: {
    residential: 'home',
    commercial: 'commercial',
    movable: 'movable',
    guarantee: 'guarantee',
    unsecured: 'unsecured',
  } satisfies Record<Collateral, string>,
  grade: 'Grade',
  gradeOf: (grade: number) => `Grade ${grade}`,
  term: 'Term',
  collateral: 'Collateral',
  scenario: 'Scenario',
  caseName: 'Case',
  axes: { book: 'Book', strategy: 'Strategy', schedule: 'Schedule' },
  list: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join(', '),
  parts: (items: readonly string[]) => items.join('; '),
  colon: ': ',
  stop: '.',
  withNote: (text: string, note: string) => `${text} (${note})`,

  partly: (count: string, n: number, all: number) => `${count} (${all === 1 ? '' : `${n} of them `}simulated in part)`,
  coveredInAll: (all: number, isScenario: boolean) =>
    all === 1
      ? 'Income covers risk'
      : `Income covers risk in ${all === 2 ? 'both' : `all ${all}`} ${isScenario ? 'scenarios' : 'cases'}`,
  coveredIn: (n: number, all: number, isScenario: boolean) =>
    all === 1
      ? 'Income is not shown to cover risk'
      : `Income covers risk in ${n === 0 ? 'none' : n} of ${all} ${isScenario ? 'scenarios' : 'cases'}`,
  shortBy: (label: string, gap: string) => `${label} is short by ${gap} a year`,
  toSpare: (label: string, gap: string) => `${label} has least to spare, ${gap} a year`,
  failsOn: (label: string, tests: string) => `${label} fails on: ${tests}`,
  isUndecided: (label: string) => `${label} is undecided`,
  notCoveredList: 'Not covered',
  undecidedList: 'Undecided',
  morePaths: (paths: string) => `about ${paths} more paths would decide`,

  verdictTable: 'Verdict by scenario',
  verdictTableCases: 'Verdict by case',
  verdictBasis: (deciding: string, others: string) =>
    `Verdict: ${deciding}${others === '' ? '' : `; the other marks are for information: ${others}`}`,
  testAsked: {
    expectedCoverage: (threshold: string) => `expected coverage ratio ≥ ${threshold}`,
    coverageProbability: (threshold: string) => `coverage probability ≥ ${threshold}`,
    nplCeiling: (threshold: string) => `NPL peak ≤ ${threshold}`,
    largestClusterShare: (threshold: string) => `largest cluster ≤ ${threshold}`,
  } satisfies Record<VerdictTest, (threshold: string) => string>,
  verdictTableNote: (confidence: string) =>
    `✓ held, ✕ not held, ? not decided at ${confidence} confidence. ± is one standard error of the simulation for this one book as drawn. Surplus, yields and losses are yearly rates on the balance.`,
  inPart: 'in part',
  capitalInPart: 'Simulated in part',
  rowsLeftOut: (skipped: string, read: string) => `${skipped} of ${read} rows left out`,
  rowsLeftOutNote: 'The figures rest on the rows that remain. First reasons',
  notSimulated: 'In its file and not simulated in this version',
  notSimulatedNote:
    'A verdict rests on the shocks listed under its scenario; what else the scenario names, such as growth, is listed there as not simulated.',
  verdict: 'Verdict',
  unavailable: 'Not available',
  overview: 'All scenarios at a glance',
  detail: 'One scenario in detail',
  detailCase: 'One case in detail',
  detailNote:
    'Choose a scenario; every chart has the same scale in all scenarios. Point at a mark to read its figures.',
  chartsLeftOut: (shown: number, all: number) =>
    `Charts are drawn for the first ${shown} of ${all} cases; the figures of all are in the table above and in summary.json.`,
  shocks: 'The scenario',
  noShocks: 'no shocks',
  shockNames: {
    pdMultiple: 'default probability ×',
    factorMean: 'economy (standard deviations)',
    factorVolatility: 'swings of the economy ×',
    lgdAdd: 'loss given default, ',
    collateralPrice: 'collateral value, ',
    fraudShare: 'fraudulent applicants',
    guaranteeShare: 'firms that guarantee each other',
    linkProbability: 'a called guarantor defaults with probability',
    guaranteeFundCap: 'cap of the guarantee fund',
    saleDelay: 'years until collateral is sold',
    salesChange: 'sales of the first year',
    receivableDays: 'days added to receivables',
    auctionFactor: 'auction prices ×',
    depositVolume: 'deposit balances',
    loanRate: 'loan rates',
    fundingRate: 'funding rate',
    depositRate: 'deposit rate',
  },
  deferral: (share: string, from: number, until: number, months: number, extended: string, failed: string) =>
    `principal of ${share} of the loans due in months ${from}–${until} deferred by ${months} months; at its end ${extended} deferred once more, ${failed} fail`,
  idleShock: {
    noApplicants: 'no effect on this book: a tape has no applicants',
    noGuarantees: 'no effect on this book: nobody in it guarantees anybody',
    noFund: 'no effect: the strategy has no guarantee fund',
    statedLgd: 'no effect on loans whose LGD the tape states',
  } satisfies Record<IdleReason, string>,
  hiddenRisk: {
    fraud: 'fraud has no effect on this book, a tape has no applicants',
    guarantees: 'guarantee chains have no effect on this book, nobody in it guarantees anybody',
  } satisfies Record<HiddenRisk, string>,
  sectorPd: (sector: string) => `default probability in ${sector} ×`,
  inSector: (shock: string, sector: string) => `${shock} in ${sector}`,
  byYear: 'years 1, 2, …; the last value holds on',

  testsHeading: 'Tests',
  outcomes: { covered: 'Held', 'not covered': 'Not held', undecided: 'Undecided' } satisfies Record<TestResult, string>,
  test: 'Test',
  value: 'Value',
  interval: (confidence: string) => `${confidence} interval`,
  threshold: 'Held against',
  outcome: 'Outcome',
  mustHold: 'Decides the verdict',
  yes: 'yes',
  no: 'no',
  figures: 'Further figures',
  contagion: (multiplier: string) => `Guarantee calls multiply the number of firms in default by ${multiplier}`,
  figure: 'Figure',
  standardError: 'Standard error',
  years: 'Year by year',
  year: 'Year',
  risk: 'Where the risk sits',
  riskBy: { sector: 'Sector', cell: 'Cell' },
  riskShare: 'share',
  otherParts: (count: number) => (count === 1 ? '1 other' : `${count} others`),
  riskNote: 'The parts add up to the figure of the whole book. All parts are in contributions.parquet.',
  concentration: 'Concentration',
  dimension: 'By',
  dimensions: { obligor: 'borrower', sector: 'sector', cluster: 'cluster', cell: 'cell' },
  cells: 'Rates by cell',
  cellsFinding: (short: number, all: number) =>
    short === 0
      ? `All ${all} cells carry their own losses and costs`
      : `${short} of ${all} cells are priced below what they need`,
  worstCell: (cell: string, gap: string) => `the worst is ${cell}, at ${gap}`,
  worstSolidCell: (cell: string, gap: string, loans: number) =>
    `the worst with at least ${loans} loans is ${cell}, at ${gap}`,
  thinCells: (loans: number) =>
    `Cells in grey have fewer than ${loans} loans: another draw of firms may move them far.`,
  exact: 'exact',
  loans: 'Loans',
  loansOf: (loans: string) => `${loans} loans`,
  balanceOf: (balance: string) => `total balance ${balance} on average`,
  yieldOf: (rate: string) => `yield ${rate}`,
  months: (months: number) => `${months} months`,
  pathsOf: (paths: string) => `${paths} paths`,

  waterfall: {
    gap: (rate: string, gap: string) => `A yield of ${rate} ends ${gap} a year short`,
    surplus: (rate: string, gap: string) => `A yield of ${rate} leaves ${gap} a year to spare`,
  },
  ofBalance: 'share of the balance, % a year',
  losses: {
    title: (miss: string) => `Losses exceed what income can bear in ${miss} of simulated futures`,
    none: 'No losses in any simulated future',
    x: 'loss over the horizon, % of opening exposure',
    y: 'share of futures, %',
    affordable: (value: string) => `income bears ${value}`,
    xMean: 'mean loss over the horizon, % of opening exposure',
    mean: (value: string) => `mean loss ${value}`,
    var99: (value: string) => `99% of futures below ${value}`,
    var999: (value: string) => `99.9% below ${value}`,
    bin: (from: string, to: string, share: string) => `Loss between ${from} and ${to} in ${share} of futures`,
  },
  byGrade: {
    none: 'Every grade covers its own losses',
    all: 'No grade covers its own losses',
    some: (grades: string) => `Own losses not covered in grades ${grades}`,
    one: (grade: string) => `Own losses not covered in grade ${grade}`,
    y: 'coverage ratio',
    cut: (limit: number) => `coverage ratio (bars end at ${limit})`,
    tip: (grade: number, ratio: string, offered: string, required: string, loans: string) =>
      `Grade ${grade}: coverage ${ratio}; offered ${offered}, required ${required}; ${loans} loans`,
  },
  heatMap: {
    legend: 'gap, bp',
    thin: (loans: number) => `• < ${loans} loans`,
    tip: (cell: string, offered: string, required: string, gap: string, loans: string) =>
      `${cell}: offered ${offered}, required ${required}, gap ${gap}; ${loans} loans`,
  },
  nplPath: {
    under: (peak: string, ceiling: string) =>
      `A future's worst month averages ${peak} bad loans, under the ceiling of ${ceiling}`,
    over: (peak: string, ceiling: string) =>
      `A future's worst month averages ${peak} bad loans, above the ceiling of ${ceiling}`,
    near: (peak: string, ceiling: string) =>
      `A future's worst month averages ${peak} bad loans, too near the ceiling of ${ceiling} to tell`,
    x: 'month',
    y: 'NPL ratio, %',
    ceiling: (value: string) => `ceiling ${value}`,
    tip: (month: number, mean: string, low: string, high: string) =>
      `Month ${month}: mean ${mean}; 90% of futures between ${low} and ${high}`,
    band: 'line: mean; band: 5–95% of futures',
    reported: 'reported',
    true: 'true',
    inTime: (peak: string) => `classified in time it would be ${peak}`,
    trueTip: (month: number, ratio: string) => `Month ${month}: ${ratio} on average if classified in time`,
  },
  contributions: {
    sector: (name: string, share: string) => `${name} carries ${share} of the loss in the worst 1% of futures`,
    sectorSwing: (name: string, share: string) => `${name} carries ${share} of the swings of the loss`,
    cells: (count: number, all: number, share: string) =>
      `${count} of ${all} cells carry ${share} of the loss in the worst 1% of futures`,
    cellsSwing: (count: number, all: number, share: string) =>
      `${count} of ${all} cells carry ${share} of the swings of the loss`,
    x: ['share of the loss in the worst 1% of futures, %', '(◇: of the standard deviation)'],
    xSwing: 'share of the standard deviation of the loss, %',
    tip: (name: string, tail: string, tailShare: string, swing: string, swingShare: string) =>
      `${name}: ${tail} of exposure in the worst 1% of futures (${tailShare}); ${swing} of the standard deviation (${swingShare})`,
    tipSwing: (name: string, swing: string, swingShare: string) =>
      `${name}: ${swing} of exposure in the standard deviation (${swingShare})`,
  },
  law: {
    heading: 'How far the law of large numbers carries',
    intro:
      'With enough loans the loss rate settles at its mean, if firms fail one by one. What strikes many at once, the economy or a sector, does not average out; chains of guarantees do so only when the book is far larger than they are.',
    chains: 'The formula spreads calls by their averages: small books with long chains lie off the line.',
    dependences: { independence: 'independent', factors: 'common factors', guarantees: '+ guarantee calls' },
    stops: (loans: string, systematic: string, all: string) =>
      `Beyond ${loans} loans more loans stop helping: ${systematic} of ${all} points of volatility are systematic`,
    helps: (loans: string, systematic: string, all: string) =>
      `More loans help up to ${loans}: only ${systematic} of ${all} points of volatility are systematic`,
    nothing: 'No common factor ties the firms here: every further loan makes the loss steadier',
    probability: {
      independence: (share: string, loans: string) =>
        `With ${loans} loans independence promises coverage in ${share} of futures`,
      factors: (share: string) => `common factors leave ${share}`,
      guarantees: (share: string) => `guarantee calls leave ${share}`,
    } satisfies Record<LawOfLargeNumbersPoint['dependence'], (share: string, loans: string) => string>,
    x: 'number of loans (log scale)',
    volatility: ['standard deviation of', 'the loss rate, %'],
    coverage: 'coverage probability, %',
    key: 'line: formula; points: simulated, 95% interval',
    floor: (value: string) => `systematic ${value}`,
    enough: (loans: string) => `${loans} loans`,
    tip: (loans: string, name: string, simulated: string, formula: string) =>
      `${loans} loans, ${name}: simulated ${simulated}, formula ${formula}`,
    table: 'The curves in figures',
    dependence: 'Dependence',
    formula: 'formula',
    simulated: 'simulated',
  },
  strip: {
    ratio: 'coverage ratio (1 = just covered)',
    probability: 'coverage probability, %',
    tip: (label: string, verdict: string, ratio: string, probability: string, surplus: string) =>
      `${label}: ${verdict}; coverage ratio ${ratio}, coverage probability ${probability}, surplus ${surplus}`,
  },

  comparison: comparison.en,
  selection: selection.en,
  files: files.en,
  formulas: formulas.en,
  pages: pages.en,
  pricing: pricing.en,
  convergence: convergence.en,
  demand: demand.en,
  profile: profile.en,
  stress: stress.en,

  checks: 'The synthetic book against its recipe',
  checksCount: (count: number) => `${count} targets`,
  checksNote:
    'Tolerance is the standard error of the achieved figure; for a distribution it is the 1% critical value of its distance, and the target is a distance of 0.',
  book: 'Book',
  kind: 'Kind',
  target: 'Target',
  achieved: 'Achieved',
  tolerance: 'Tolerance',
  notices: 'What is not simulated',
  noticesNote: 'These levers stand in the files, but this version does not simulate them:',
  idleNote: 'These shocks have no effect in this study:',
  onBook: (book: string) => `on book ${book}`,
  idleReason: (reason: string) => `(${reason})`,
  method: 'How this was computed',
  run: 'Run',
  seed: 'Seed',
  paths: 'Paths',
  pathsIn: (paths: string, replicates: string) =>
    `${paths} simulated futures per scenario, in ${replicates} independent replicates`,
  horizon: 'Horizon',
  correlation: 'Dependence',
  correlations: { model: 'factor model of the book', none: 'none: defaults are independent' },
  fidelity: 'Simulation',
  fidelities: {
    exact: 'every default drawn',
    clt: 'conditional normal (approximation)',
    lln: 'law of large numbers (approximation)',
  } satisfies Record<Fidelity, string>,
  approximations: {
    clt: 'defaults are not drawn; given the economy, losses are taken as normal around their mean. Good for large books of small loans; guarantee calls spread by their averages, so that chains look milder than they are.',
    lln: 'defaults are not drawn; given the economy, losses stand at their mean. What strikes firms one by one is left out, so that losses look steadier, and probabilities surer, than they are.',
  } satisfies Record<Exclude<Fidelity, 'exact'>, string>,
  independent: 'Defaults are taken as independent: no common factor, whatever the book says.',
  model: {
    heading: (title: string) => `Assumptions: ${title}`,
    baseDefaultRate: (rate: string) => `mean default probability ${rate} a year`,
    factors: (list: string) => `loadings on common factors: ${list}`,
    loading: (name: string, loading: string) => `${name} ${loading}`,
    economy: 'economy',
    noFactors: 'no common factors',
    normal: 'the economy is normal',
    studentT: (degrees: string) => `the economy is Student's t with ${degrees} degrees of freedom`,
    persistence: (phi: string) => `a year carries over ${phi} of the last (AR(1))`,
    freshYears: 'its years are independent',
    lgdLink: (lambda: string) => `loss given default rises in bad years (λ = ${lambda}), its mean kept`,
    noLgdLink: 'loss given default does not depend on the economy',
    noGuarantees: 'no guarantees between firms',
    network: (share: string, shape: string) => `${share} of firms guarantee each other in ${shape}`,
    groups: (list: string) => `groups of ${list}`,
    groupOf: (size: number, share: string) => `${size} (${share})`,
    scaleFree: (links: string) => `a scale-free network with ${links} guarantors a firm`,
    calls: (probability: string, rounds: number) =>
      `a called guarantor defaults with probability ${probability}, up to ${rounds} rounds`,
    payment: (each: string, most: string) => `a survivor pays ${each} of the loss, all together at most ${most}`,
    npl: (lag: number, disposal: number, opening: string) =>
      `bad loans are reported after ${lag} months and leave after ${disposal}; opening NPL ratio ${opening}`,
    fund: (covers: string, share: string, cap: string) =>
      `guarantee fund on ${covers}: the bank bears ${share} of a loss until a year's defaults exceed ${cap} of the covered balance, then all of the excess`,
  },
  repeat: 'Repeat it with',
  repeatNote: 'gives the same figures to the last digit on any number of workers',
  inputs: 'Input files (SHA-256)',
  time: 'Computed in',
  seconds: (seconds: string) => `${seconds} s`,
  staticNote: 'This page is a record of a finished run. Other rates are tried at its pricing desk: yieldcover serve.',
  glossary: 'Definitions',

  runs: 'Finished runs',
  noRuns: 'There are no finished runs in this folder yet.',
  unreadable: 'cannot be shown: it is incomplete or was written by another version',
  notFound: 'Page not found',
  cannotShow: 'This run cannot be shown',
  backToRuns: 'All runs',
}

export type Words = typeof en

const zh: Words = {
  title: '收益能否覆盖风险？',
  verdicts: { covered: '覆盖', 'not covered': '未覆盖', undecided: '尚不能判定' },
  tests: {
    expectedCoverage: '期望覆盖',
    coverageProbability: '覆盖概率',
    nplCeiling: '不良率上限',
    largestClusterShare: '最大集群占比',
  },
  termBands: { '<=6m': '6个月以内', '6-12m': '6–12个月', '1-3y': '1–3年', '>3y': '3年以上' },
  collaterals: { residential: '住宅', commercial: '商用房产', movable: '动产', guarantee: '保证', unsecured: '信用' },
  grade: '等级',
  gradeOf: (grade) => `${grade}级`,
  term: '期限',
  collateral: '担保方式',
  scenario: '情景',
  caseName: '组合',
  axes: { book: '客群', strategy: '信贷策略', schedule: '利率表' },
  list: (items) => items.join('、'),
  clauses: (items) => items.join('，'),
  parts: (items) => items.join('；'),
  colon: '：',
  stop: '。',
  withNote: (text, note) => `${text}（${note}）`,

  partly: (count, n, all) => `${count}（${all === 1 ? '' : `其中${n}个为`}部分模拟）`,
  coveredInAll: (all, isScenario) =>
    all === 1 ? '收益覆盖风险' : `全部${all}个${isScenario ? '情景' : '组合'}的收益均覆盖风险`,
  coveredIn: (n, all, isScenario) =>
    all === 1 ? '未能证明收益覆盖风险' : `${all}个${isScenario ? '情景' : '组合'}中有${n}个收益覆盖风险`,
  shortBy: (label, gap) => `“${label}”每年缺口${gap}`,
  toSpare: (label, gap) => `“${label}”余量最小，每年${gap}`,
  failsOn: (label, tests) => `“${label}”未通过：${tests}`,
  isUndecided: (label) => `“${label}”尚不能判定`,
  notCoveredList: '未覆盖',
  undecidedList: '尚不能判定',
  morePaths: (paths) => `约需再模拟${paths}条路径`,

  verdictTable: '各情景的结论',
  verdictTableCases: '各组合的结论',
  verdictBasis: (deciding, others) => `判定依据：${deciding}${others === '' ? '' : `；其余标记仅供参考：${others}`}`,
  testAsked: {
    expectedCoverage: (threshold) => `期望覆盖（覆盖倍数≥${threshold}）`,
    coverageProbability: (threshold) => `覆盖概率≥${threshold}`,
    nplCeiling: (threshold) => `不良率峰值≤${threshold}`,
    largestClusterShare: (threshold) => `最大集群占比≤${threshold}`,
  },
  verdictTableNote: (confidence) =>
    `✓ 通过，✕ 未通过，? 在${confidence}置信度下不能判定。± 为针对这一个已抽定客群的模拟标准误（一倍）。盈余、收益率与损失均为占余额的年化比率。`,
  notSimulated: '情景文件中列出、本版本尚未模拟',
  notSimulatedNote: '结论只依据情景下列出的冲击；情景中的其他内容（如经济增速）在该处列为尚未模拟。',
  inPart: '部分模拟',
  capitalInPart: '部分模拟',
  rowsLeftOut: (skipped, read) => `共${read}行，剔除${skipped}行`,
  rowsLeftOutNote: '各项数字只依据保留的行。最先出现的问题',
  verdict: '结论',
  unavailable: '无法给出',
  overview: '各情景一览',
  detail: '单个情景详情',
  detailCase: '单个组合详情',
  detailNote: '请选择情景；同一图表在各情景下使用相同刻度。将鼠标停在图形上可查看数值。',
  chartsLeftOut: (shown, all) => `共${all}个组合，图表只绘制前${shown}个；全部数字见上表和 summary.json。`,
  shocks: '情景设定',
  noShocks: '无冲击',
  shockNames: {
    pdMultiple: '违约概率 ×',
    factorMean: '经济因子（标准差）',
    factorVolatility: '经济波动 ×',
    lgdAdd: '违约损失率：',
    collateralPrice: '押品价值：',
    fraudShare: '造假申请户占比',
    guaranteeShare: '互保企业占比',
    linkProbability: '被要求代偿的担保人违约概率',
    guaranteeFundCap: '担保基金代偿上限',
    saleDelay: '押品处置时间（年）',
    salesChange: '首年销售额',
    receivableDays: '应收账款天数',
    auctionFactor: '拍卖价格 ×',
    depositVolume: '存款余额',
    loanRate: '贷款利率',
    fundingRate: '资金转移价格',
    depositRate: '存款利率',
  },
  deferral: (share, from, until, months, extended, failed) =>
    `第${from}–${until}个月到期贷款中${share}延期还本${months}个月；期满后${extended}再次延期，${failed}违约`,
  idleShock: {
    noApplicants: '对本客群无影响：贷款台账没有申请户',
    noGuarantees: '对本客群无影响：企业之间无担保',
    noFund: '无影响：该策略没有担保基金',
    statedLgd: '对台账已列明违约损失率的贷款无影响',
  },
  hiddenRisk: {
    fraud: '造假对本客群无影响，贷款台账没有申请户',
    guarantees: '担保链对本客群无影响，企业之间无担保',
  },
  sectorPd: (sector) => `${sector}违约概率 ×`,
  inSector: (shock, sector) => `${sector}${shock}`,
  byYear: '依次为第1、2……年，之后保持末值',

  testsHeading: '检验',
  outcomes: { covered: '通过', 'not covered': '未通过', undecided: '尚不能判定' },
  test: '检验',
  value: '数值',
  interval: (confidence) => `${confidence}置信区间`,
  threshold: '标准',
  outcome: '结果',
  mustHold: '决定结论',
  yes: '是',
  no: '否',
  figures: '其他数字',
  contagion: (multiplier) => `担保代偿使违约企业数增至${multiplier}倍`,
  figure: '指标',
  standardError: '标准误',
  years: '分年情况',
  year: '年',
  risk: '风险集中在哪里',
  riskBy: { sector: '行业', cell: '定价单元' },
  riskShare: '占比',
  otherParts: (count) => `其余${count}项`,
  riskNote: '各部分之和等于全部贷款的数值。全部明细见 contributions.parquet。',
  concentration: '集中度',
  dimension: '维度',
  dimensions: { obligor: '借款人', sector: '行业', cluster: '集群', cell: '定价单元' },
  cells: '各定价单元的利率',
  cellsFinding: (short, all) =>
    short === 0 ? `全部${all}个定价单元均能覆盖自身成本与损失` : `${all}个定价单元中有${short}个定价低于所需利率`,
  worstCell: (cell, gap) => `差距最大的是${cell}，${gap}`,
  worstSolidCell: (cell, gap, loans) => `不少于${loans}笔的单元中差距最大的是${cell}，${gap}`,
  thinCells: (loans) => `灰色单元不足${loans}笔：重新抽取客群时可能大幅变动。`,
  exact: '精确值',
  loans: '笔数',
  loansOf: (loans) => `${loans}笔贷款`,
  balanceOf: (balance) => `期内平均总余额${balance}`,
  yieldOf: (rate) => `收益率${rate}`,
  months: (months) => `${months}个月`,
  pathsOf: (paths) => `${paths}条路径`,

  waterfall: {
    gap: (rate, gap) => `收益率${rate}，每年缺口${gap}`,
    surplus: (rate, gap) => `收益率${rate}，每年盈余${gap}`,
  },
  ofBalance: '占余额的比率，%/年',
  losses: {
    title: (miss) => `${miss}的模拟路径中，损失超出收益的承受能力`,
    none: '所有模拟路径均无损失',
    x: '整个期间的损失，占期初敞口的%',
    y: '占全部路径的比例，%',
    affordable: (value) => `收益可承受${value}`,
    xMean: '整个期间的平均损失，占期初敞口的%',
    mean: (value) => `平均损失${value}`,
    var99: (value) => `99%的路径损失率不超过${value}`,
    var999: (value) => `99.9%的路径不超过${value}`,
    bin: (from, to, share) => `损失在${from}至${to}之间：占${share}`,
  },
  byGrade: {
    none: '各等级均能覆盖自身损失',
    all: '没有一个等级能覆盖自身损失',
    some: (grades) => `以下等级未能覆盖自身损失：${grades}`,
    one: (grade) => `第${grade}级未能覆盖自身损失`,
    y: '覆盖倍数',
    cut: (limit) => `覆盖倍数（柱高最多画到${limit}）`,
    tip: (grade, ratio, offered, required, loans) =>
      `${grade}级：覆盖倍数${ratio}；报价利率${offered}，所需利率${required}；${loans}笔`,
  },
  heatMap: {
    legend: '差额，bp',
    thin: (loans) => `• 不足${loans}笔`,
    tip: (cell, offered, required, gap, loans) =>
      `${cell}：报价利率${offered}，所需利率${required}，差额${gap}；${loans}笔`,
  },
  nplPath: {
    under: (peak, ceiling) => `各路径最差月份的不良率平均为${peak}，低于上限${ceiling}`,
    over: (peak, ceiling) => `各路径最差月份的不良率平均为${peak}，超过上限${ceiling}`,
    near: (peak, ceiling) => `各路径最差月份的不良率平均为${peak}，与上限${ceiling}过近，不能判定`,
    x: '月',
    y: '不良率，%',
    ceiling: (value) => `上限${value}`,
    tip: (month, mean, low, high) => `第${month}个月：平均${mean}；90%的路径在${low}至${high}之间`,
    band: '线：平均值；带：5–95%的路径',
    reported: '报告值',
    true: '真实值',
    inTime: (peak) => `如及时分类则为${peak}`,
    trueTip: (month, ratio) => `第${month}个月：如及时分类，平均${ratio}`,
  },
  contributions: {
    sector: (name, share) => `最差1%的路径中，${share}的损失来自${name}`,
    sectorSwing: (name, share) => `损失波动的${share}来自${name}`,
    cells: (count, all, share) => `最差1%的路径中，${all}个定价单元中的${count}个承担${share}的损失`,
    cellsSwing: (count, all, share) => `${all}个定价单元中的${count}个承担损失波动的${share}`,
    x: ['占最差1%路径损失的比例，%', '（◇：占标准差的比例）'],
    xSwing: '占损失标准差的比例，%',
    tip: (name, tail, tailShare, swing, swingShare) =>
      `${name}：最差1%的路径中损失占敞口${tail}（${tailShare}）；标准差中占${swing}（${swingShare}）`,
    tipSwing: (name, swing, swingShare) => `${name}：标准差中占敞口${swing}（${swingShare}）`,
  },
  law: {
    heading: '大数法则能走多远',
    intro:
      '企业若各自独立违约，贷款足够多时损失率会稳定在均值附近。同时冲击许多企业的因素（经济、行业）不会相互抵消；担保链只有在客群规模远大于链条时才会相互抵消。',
    chains: '公式按平均水平传播代偿：客群小而担保链长时，模拟点会偏离公式线。',
    dependences: { independence: '相互独立', factors: '共同因子', guarantees: '加上担保链' },
    stops: (loans, systematic, all) =>
      `超过${loans}笔后，再多贷款也无助于分散：${all}个百分点的波动中有${systematic}个是系统性的`,
    helps: (loans, systematic, all) =>
      `增加到${loans}笔之前仍有助于分散：${all}个百分点的波动中只有${systematic}个是系统性的`,
    nothing: '此处企业之间没有共同因子：每多一笔贷款，损失都更稳定',
    probability: {
      independence: (share, loans) => `${loans}笔贷款若相互独立，${share}的路径可覆盖`,
      factors: (share) => `有共同因子时为${share}`,
      guarantees: (share) => `再加担保链为${share}`,
    },
    x: '贷款笔数（对数刻度）',
    volatility: ['损失率标准差，%'],
    coverage: '覆盖概率，%',
    key: '线：公式；点：模拟及95%区间',
    floor: (value) => `系统性${value}`,
    enough: (loans) => `${loans}笔`,
    tip: (loans, name, simulated, formula) => `${loans}笔，${name}：模拟${simulated}，公式${formula}`,
    table: '曲线的数值',
    dependence: '相关性',
    formula: '公式',
    simulated: '模拟',
  },
  strip: {
    ratio: '覆盖倍数（1为恰好覆盖）',
    probability: '覆盖概率，%',
    tip: (label, verdict, ratio, probability, surplus) =>
      `${label}：${verdict}；覆盖倍数${ratio}，覆盖概率${probability}，盈余${surplus}`,
  },

  comparison: comparison.zh,
  selection: selection.zh,
  files: files.zh,
  formulas: formulas.zh,
  pages: pages.zh,
  pricing: pricing.zh,
  convergence: convergence.zh,
  demand: demand.zh,
  profile: profile.zh,
  stress: stress.zh,

  checks: '模拟客群：目标与实际',
  checksCount: (count) => `${count}项目标`,
  checksNote: '容差为实际值的标准误；对分布而言为其距离的1%临界值，目标为距离0。',
  book: '客群',
  kind: '类别',
  target: '目标',
  achieved: '实际',
  tolerance: '容差',
  notices: '未模拟的内容',
  noticesNote: '以下设定写在文件中，但本版本尚未模拟：',
  idleNote: '以下冲击在本研究中不起作用：',
  onBook: (book) => `对客群${book}`,
  idleReason: () => '',
  method: '计算方法',
  run: '运行编号',
  seed: '随机种子',
  paths: '路径',
  pathsIn: (paths, replicates) => `每个情景${paths}条模拟路径，分为${replicates}个独立重复组`,
  horizon: '期间',
  correlation: '相关性',
  correlations: { model: '按客群的因子模型', none: '无：违约相互独立' },
  fidelity: '模拟方式',
  fidelities: { exact: '逐笔抽取违约', clt: '条件正态（近似）', lln: '大数法则（近似）' },
  approximations: {
    clt: '未逐笔抽取违约；给定经济状况，损失按围绕均值的正态分布处理。适用于大量小额贷款；担保代偿按平均水平传播，担保链看起来比实际温和。',
    lln: '未逐笔抽取违约；给定经济状况，损失取均值。单个企业的偶然因素未计入，因此损失看起来比实际更稳定，概率更确定。',
  },
  independent: '违约按相互独立处理：不论客群如何设定，均无共同因子。',
  model: {
    heading: (title) => `假设：${title}`,
    baseDefaultRate: (rate) => `平均年违约概率${rate}`,
    factors: (list) => `共同因子载荷：${list}`,
    loading: (name, loading) => `${name}${loading}`,
    economy: '经济',
    noFactors: '无共同因子',
    normal: '经济因子服从正态分布',
    studentT: (degrees) => `经济因子服从自由度${degrees}的t分布`,
    persistence: (phi) => `每年延续上年的${phi}（AR(1)）`,
    freshYears: '各年相互独立',
    lgdLink: (lambda) => `经济差的年份违约损失率上升（λ=${lambda}），均值不变`,
    noLgdLink: '违约损失率与经济无关',
    noGuarantees: '企业之间无担保',
    network: (share, shape) => `${share}的企业相互担保，${shape}`,
    groups: (list) => `联保小组户数：${list}`,
    groupOf: (size, share) => `${size}户（${share}）`,
    scaleFree: (links) => `无标度网络，平均每户${links}个担保人`,
    calls: (probability, rounds) => `被要求代偿的担保人以${probability}的概率违约，最多${rounds}轮`,
    payment: (each, most) => `未违约的担保人各代偿损失的${each}，合计至多${most}`,
    npl: (lag, disposal, opening) => `不良贷款滞后${lag}个月转入、${disposal}个月后处置；期初不良率${opening}`,
    fund: (covers, share, cap) =>
      `担保基金（${covers}）：银行承担损失的${share}；当年违约本金超过担保余额的${cap}后，超出部分全部由银行承担`,
  },
  repeat: '重复本次运行',
  repeatNote: '无论使用多少线程，所有数字完全一致',
  inputs: '输入文件（SHA-256）',
  time: '计算用时',
  seconds: (seconds) => `${seconds}秒`,
  staticNote: '本页是已完成运行的记录。试算其他利率请用定价台：yieldcover serve。',
  glossary: '指标定义',

  runs: '已完成的运行',
  noRuns: '此文件夹中还没有已完成的运行。',
  unreadable: '无法显示：文件不完整或由其他版本写出',
  notFound: '页面不存在',
  cannotShow: '无法显示此次运行',
  backToRuns: '全部运行',
}
