/** Sentences on verdicts: the answer, the table of all cases and one of them in detail. */
import type { TestResult } from '../../models/result.ts'
import type { VerdictTest } from '../../models/study.ts'

export const en = {
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
  verdict: 'Verdict',
  unavailable: 'Not available',
  overview: 'All scenarios at a glance',
  detail: 'One scenario in detail',
  detailCase: 'One case in detail',
  chartsLeftOut: (shown: number, all: number) =>
    `Charts are drawn for the first ${shown} of ${all} cases; the figures of all are in the table above and in summary.json.`,
  testsHeading: 'Tests',
  outcomes: { covered: 'Held', 'not covered': 'Not held', undecided: 'Undecided' } satisfies Record<TestResult, string>,
  test: 'Test',
  value: 'Value',
  interval: (confidence: string) => `${confidence} interval`,
  threshold: 'Held against',
  outcome: 'Outcome',
  mustHold: 'Decides the verdict',
  fewLosses:
    'Too few paths lose anything for an interval of the coverage ratio: expected coverage is decided by the closed form of the expected surplus.',
  yes: 'yes',
  no: 'no',
  figures: 'Further figures',
  figure: 'Figure',
  standardError: 'Standard error',
  years: 'Year by year',
  year: 'Year',
  exact: 'exact',
  loansOf: (loans: string) => `${loans} loans`,
  balanceOf: (balance: string) => `total balance ${balance} on average`,
  yieldOf: (rate: string) => `yield ${rate}`,
  months: (months: number) => `${months} months`,
  pathsOf: (paths: string) => `${paths} paths`,
}

export const zh: typeof en = {
  verdicts: { covered: '覆盖', 'not covered': '未覆盖', undecided: '尚不能判定' },
  tests: {
    expectedCoverage: '期望覆盖',
    coverageProbability: '覆盖概率',
    nplCeiling: '不良率上限',
    largestClusterShare: '最大集群占比',
  },
  partly: (count, n, all) => `${count}（${all === 1 ? '' : `其中${n}个为`}部分模拟）`,
  coveredInAll: (all, isScenario) =>
    all === 1 ? '收益覆盖风险' : `全部${all}个${isScenario ? '情景' : '情形'}的收益均覆盖风险`,
  coveredIn: (n, all, isScenario) =>
    all === 1 ? '未能证明收益覆盖风险' : `${all}个${isScenario ? '情景' : '情形'}中有${n}个收益覆盖风险`,
  shortBy: (label, gap) => `“${label}”每年缺口${gap}`,
  toSpare: (label, gap) => `“${label}”余量最小，每年${gap}`,
  failsOn: (label, tests) => `“${label}”未通过：${tests}`,
  isUndecided: (label) => `“${label}”尚不能判定`,
  notCoveredList: '未覆盖',
  undecidedList: '尚不能判定',
  morePaths: (paths) => `约需再模拟${paths}条路径`,
  verdictTable: '各情景的结论',
  verdictTableCases: '各情形的结论',
  verdictBasis: (deciding, others) => `判定依据：${deciding}${others === '' ? '' : `；其余标记仅供参考：${others}`}`,
  testAsked: {
    expectedCoverage: (threshold) => `期望覆盖（覆盖倍数≥${threshold}）`,
    coverageProbability: (threshold) => `覆盖概率≥${threshold}`,
    nplCeiling: (threshold) => `不良率峰值≤${threshold}`,
    largestClusterShare: (threshold) => `最大集群占比≤${threshold}`,
  },
  verdictTableNote: (confidence) =>
    `✓ 通过，✕ 未通过，? 在${confidence}置信度下不能判定。± 为针对这一个已抽定客群的模拟标准误（一倍）。盈余、收益率与损失均为占余额的年化比率。`,
  inPart: '部分模拟',
  capitalInPart: '部分模拟',
  rowsLeftOut: (skipped, read) => `共${read}行，剔除${skipped}行`,
  rowsLeftOutNote: '各项数字只依据保留的行。最先出现的问题',
  verdict: '结论',
  unavailable: '无法给出',
  overview: '各情景一览',
  detail: '单个情景详情',
  detailCase: '单个情形详情',
  chartsLeftOut: (shown, all) => `共${all}个情形，图表只绘制前${shown}个；全部数字见上表和 summary.json。`,
  testsHeading: '检验',
  outcomes: { covered: '通过', 'not covered': '未通过', undecided: '尚不能判定' },
  test: '检验',
  value: '数值',
  interval: (confidence) => `${confidence}置信区间`,
  threshold: '标准',
  outcome: '结果',
  mustHold: '决定结论',
  fewLosses: '发生损失的路径过少，覆盖倍数没有可用的区间：期望覆盖由期望盈余的解析值判定。',
  yes: '是',
  no: '否',
  figures: '其他数字',
  figure: '指标',
  standardError: '标准误',
  years: '分年情况',
  year: '年',
  exact: '精确值',
  loansOf: (loans) => `${loans}笔贷款`,
  balanceOf: (balance) => `期内平均总余额${balance}`,
  yieldOf: (rate) => `收益率${rate}`,
  months: (months) => `${months}个月`,
  pathsOf: (paths) => `${paths}条路径`,
}
