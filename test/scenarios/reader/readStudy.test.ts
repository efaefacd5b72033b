import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { SyntheticBook, TapeBook } from '../../../models/book.ts'
import type { Study } from '../../../models/study.ts'
import { COLLATERALS } from '../../../models/types.ts'
import { toJson } from '../../../report/json.ts'
import { readBook, readScenario, readStrategy, readStudy, studyDocument } from '../../../scenarios/index.ts'
import { folderWith, problemsOf } from '../folder.ts'

const STUDY = `books: [small-firms]
strategies: [citic-trade]
schedules: [2021-big]
scenarios: [baseline]
`

const TAPE = `kind: tape
file: ../data/tape.csv
columns: { loanId: id, balance: 100, termMonths: { constant: 12 }, repayment: { constant: bullet }, collateral: { column: class }, pd: pd }
`

const CUTS = { kind: 'cuts', cuts: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09] }

async function readFiles(
  files: Readonly<Record<string, string>>,
  ...overrides: Parameters<typeof readStudy>[1][]
): Promise<Study> {
  const folder = await folderWith(files)
  return readStudy(join(folder, Object.keys(files)[0]!), ...overrides)
}

async function viaManifest(study: Study): Promise<Study> {
  const folder = await folderWith({
    'manifest.json': toJson({ version: '0.1.0', study: studyDocument(study), timings: {} }),
  })
  return readStudy(join(folder, 'manifest.json'))
}

test('what a study leaves out is filled in', async () => {
  const study = await readFiles({ 'plain.yaml': STUDY })
  expect(study).toMatchObject({
    id: 'plain',
    title: { en: 'plain' },
    context: {},
    vary: {},
    simulation: {
      paths: 10_000,
      replicates: 20,
      horizonMonths: 36,
      fidelity: 'exact',
      correlation: 'model',
      targetError: null,
      tail: null,
    },
    verdict: {
      mustHold: ['expectedCoverage'],
      coverageProbability: 0.95,
      bankNpl: 0.0171,
      nplMargin: 0.03,
      largestClusterShare: 0.15,
      confidence: 0.95,
    },
    masterScale: { kind: 'calibrated' },
    lawOfLargeNumbers: { loans: [100, 300, 1000, 3000, 10_000], paths: 1000 },
  })
})

test('a book, a strategy and a scenario that say nothing of the further levers leave them off', async () => {
  const folder = await folderWith({
    'tape.yaml': TAPE.replace('../data', '.'),
    'tape.csv': 'id,class,pd\n1,residential,.02\n',
    's.yaml': 'title: Plain\n',
  })
  expect(await readBook(join(folder, 'tape.yaml'))).toMatchObject({
    globalFactor: { persistence: 0, degreesOfFreedom: null },
    guarantees: null,
    lgd: { link: 0 },
  })
  expect(await readStrategy('citic-trade')).toMatchObject({
    verification: { kind: 'statements', tolerance: 0.15, costPerFile: 0 },
    settlement: null,
    guaranteeFund: null,
    jointLiability: null,
    monitoring: null,
    renewal: null,
    process: { perFile: 0, perLoanYear: 0, variable: 0 },
  })
  expect((await readScenario(join(folder, 's.yaml'))).shocks).toEqual({
    pdMultiple: [1],
    sectorPdMultiple: {},
    factorMean: [0],
    factorVolatility: [1],
    lgdAdd: {},
    fraudShare: null,
    guaranteeShare: null,
    linkProbability: [],
    guaranteeFundCap: [],
    deferral: null,
    saleDelay: [0],
    auctionFactor: [1],
    salesChange: 0,
    sectorSalesChange: {},
    receivableDays: 0,
    sectorReceivableDays: {},
    depositVolume: [0],
    collateralPrice: {},
    loanRate: [0],
    fundingRate: [0],
    depositRate: [0],
  })
})

test('a lever that is only begun is filled in, and yearly values may be one number', async () => {
  const folder = await folderWith({
    'b.yaml': 'extends: small-firms\nguarantees: { kind: scaleFree, share: 0.6, linksPerFirm: 2.5 }\n',
    'c.yaml': 'extends: small-firms\nguarantees: { groups: [{ size: 3, share: 0.5 }, { size: 6, share: 0.5 }] }\n',
    'f.yaml': 'extends: citic-trade\nguaranteeFund: {}\n',
    's.yaml': 'shocks: { deferral: { share: 0.4 }, linkProbability: 0.2, saleDelay: 0.5 }\n',
  })
  const rest = { linkProbability: 0.1, rounds: 5, payment: { each: 0.1, most: 0.5 } }
  expect((await readBook(join(folder, 'b.yaml'))).guarantees).toEqual({
    share: 0.6,
    kind: 'scaleFree',
    groups: [],
    linksPerFirm: 2.5,
    ...rest,
  })
  expect((await readBook(join(folder, 'c.yaml'))).guarantees).toMatchObject({ kind: 'groups', linksPerFirm: 3.5 })
  expect((await readStrategy(join(folder, 'f.yaml'))).guaranteeFund).toEqual({
    covers: ['guarantee'],
    bankShare: 0.2,
    cap: 0.05,
  })
  expect((await readScenario(join(folder, 's.yaml'))).shocks).toMatchObject({
    deferral: { share: 0.4, from: 1, until: 12, months: 12, extended: 0, failed: 0 },
    linkProbability: [0.2],
    saleDelay: [0.5],
  })
})

test('a strategy that asks for nothing has no limits', async () => {
  const folder = await folderWith({ 's.yaml': 'scorecard: citic-trade\n' })
  const { admission, limit, collateral } = await readStrategy(join(folder, 's.yaml'))
  expect(admission).toEqual({
    worstLevel: 10,
    maxLenders: Infinity,
    minYears: 0,
    maxDebtRatio: Infinity,
    sectorMaxDebtRatio: {},
    ownerAge: [0, Infinity],
    minSales: 0,
    minSettlementShare: 0,
    minSettlementIndex: 0,
    declineFlagged: false,
    maxOverBorrowing: Infinity,
    excludedSectors: [],
    regions: null,
    quota: Infinity,
    largestSectorShare: Infinity,
    largestClusterShare: Infinity,
  })
  expect(limit).toEqual({
    basis: 'gap',
    minimum: 0,
    maximum: Infinity,
    salesShare: Infinity,
    maxTermMonths: Infinity,
    utilisation: 1,
  })
  expect(collateral).toEqual({ accept: [...COLLATERALS], as: null, loanToValue: {} })
})

test('null opens a limit again that another file sets', async () => {
  const folder = await folderWith({
    's.yaml': 'extends: citic-trade\nadmission: { maxLenders: null, ownerAge: [25, null] }\n',
  })
  const { admission } = await readStrategy(join(folder, 's.yaml'))
  expect(admission).toMatchObject({ worstLevel: 7, maxLenders: Infinity, ownerAge: [25, Infinity] })
})

test.each([
  ['none', { kind: 'none', tolerance: 0.15, costPerFile: 0 }],
  ['statements', { kind: 'statements', tolerance: 0.15, costPerFile: 0 }],
  ['crossCheck', { kind: 'crossCheck', tolerance: 0.15, costPerFile: 0.08 }],
  ['{ kind: crossCheck, tolerance: 0.3, costPerFile: 0.2 }', { kind: 'crossCheck', tolerance: 0.3, costPerFile: 0.2 }],
])('a verification may be written as %s', async (written, verification) => {
  const folder = await folderWith({ 's.yaml': `scorecard: platform\nverification: ${written}\n` })
  expect((await readStrategy(join(folder, 's.yaml'))).verification).toEqual(verification)
})

test.each([
  ['nothing', '', null],
  ['none', 'settlement: none', null],
  ['a card', 'settlement: settlement', { id: 'settlement', channel: null }],
  ['a file', 'settlement: ./own.yaml', { id: 'own', channel: null }],
  [
    'a card and a channel',
    'settlement: { card: settlement, channel: { perTenPoints: 0.1 } }',
    { id: 'settlement', channel: { perTenPoints: 0.1, perFlag: 0.7 } },
  ],
])('a settlement index may be written as %s', async (_, written, expected) => {
  const folder = await folderWith({
    's.yaml': `scorecard: citic-trade\n${written}\n`,
    'own.yaml': 'extends: settlement\nflagCap: 50\n',
  })
  const { settlement } = await readStrategy(join(folder, 's.yaml'))
  expect(settlement && { id: settlement.card.id, channel: settlement.channel }).toEqual(expected)
})

test('who scores by the settlement index keeps it without being told, unless told not to', async () => {
  const folder = await folderWith({
    's.yaml': 'scorecard: settlement\nmonitoring: {}\n',
    'n.yaml': 'scorecard: settlement\nsettlement: none\n',
  })
  const { scorecard, settlement, monitoring } = await readStrategy(join(folder, 's.yaml'))
  expect(settlement).toEqual({ card: scorecard!.card, channel: null })
  expect(monitoring).toEqual({ drop: 15, below: 45, exposureCut: 0.3, recoveryGain: 0.1 })
  expect((await readStrategy(join(folder, 'n.yaml'))).settlement).toBeNull()
})

test('a decision on renewals may be one word', async () => {
  const folder = await folderWith({ 's.yaml': 'scorecard: settlement\nrenewal: decision\n' })
  expect((await readStrategy(join(folder, 's.yaml'))).renewal).toEqual({
    kind: 'decision',
    fast: 75,
    low: 60,
    costs: { fast: 0.02, middle: 0.1, committee: 0.4 },
  })
})

test.each([
  ['null', null],
  ['false', null],
  ['true', { paths: 2000 }],
  ['{}', { paths: 2000 }],
  ['{ paths: 500 }', { paths: 500 }],
])('a tail sample may be written as %s', async (written, tail) => {
  const study = await readFiles({ 's.yaml': `${STUDY}simulation: { tail: ${written} }\n` })
  expect(study.simulation.tail).toEqual(tail)
  expect((await viaManifest(study)).simulation.tail).toEqual(tail)
})

test('a study may do without the law of large numbers', async () => {
  const study = await readFiles({ 's.yaml': `${STUDY}lawOfLargeNumbers: null\n` })
  expect(study.lawOfLargeNumbers).toBeNull()
  expect((await viaManifest(study)).lawOfLargeNumbers).toBeNull()
})

test('paths are rounded up to a multiple of the replicates', async () => {
  const study = await readFiles({ 's.yaml': `${STUDY}simulation: { paths: 1001, replicates: 20 }\n` })
  expect(study.simulation.paths).toBe(1020)
})

test('fewer paths than replicates are rounded up to one a replicate', async () => {
  const study = await readFiles({ 's.yaml': `${STUDY}simulation: { paths: 1, replicates: 20 }\n` })
  expect(study.simulation.paths).toBe(20)
})

test.each([
  ['calibrated', { kind: 'calibrated' }],
  ['{ kind: calibrated }', { kind: 'calibrated' }],
  ['[.01, .02, .03, .04, .05, .06, .07, .08, .09]', CUTS],
  ['{ kind: cuts, cuts: [.01, .02, .03, .04, .05, .06, .07, .08, .09] }', CUTS],
])('a master scale may be written %s', async (written, scale) => {
  const study = await readFiles({ 's.yaml': `${STUDY}masterScale: ${written}\n` })
  expect(study.masterScale).toEqual(scale)
  expect((await viaManifest(study)).masterScale).toEqual(scale)
})

test('command-line settings take the place of the study’s own', async () => {
  const study = await readFiles(
    { 's.yaml': STUDY },
    { seed: 'other', paths: 40, correlation: 'none', fidelity: 'clt', targetError: 0.0001, tail: true },
  )
  expect(study.simulation).toMatchObject({
    seed: 'other',
    paths: 40,
    correlation: 'none',
    replicates: 20,
    fidelity: 'clt',
    targetError: 0.0001,
    tail: { paths: 2000 },
  })
})

test('a tail sample asked for on the command line has the size that the study gives', async () => {
  const study = await readFiles({ 's.yaml': `${STUDY}simulation: { tail: { paths: 500 } }\n` }, { tail: true })
  expect(study.simulation.tail).toEqual({ paths: 500 })
})

test('a wrong command-line setting is named after its option', async () => {
  const lines = await problemsOf({ 's.yaml': `${STUDY}simulation: { seed: a }\n` }, (file) =>
    readStudy(file, { paths: 0, fidelity: 'fast', targetError: -1 }),
  )
  expect(lines).toEqual([
    's.yaml:5:13 --paths must be >= 1, got 0',
    's.yaml:5:13 --fidelity must be one of exact, clt, lln, got "fast"',
    's.yaml:5:13 --target-error must be > 0, got -1',
  ])
})

test('documents extend shipped ones and files, maps merging and lists replacing, later ones and the file itself winning', async () => {
  const { scenarios, schedules } = await readFiles({
    's.yaml': STUDY.replace('[baseline]', '[./mine.yaml]').replace('[2021-big]', '[./near/dear.yaml]'),
    'mine.yaml': 'extends: [mild_downturn, ./low.yaml]\nid: mine\nshocks:\n  fundingRate: 0.02\n',
    'low.yaml':
      'title: Low\nshocks:\n  loanRate: [-0.01]\n  fundingRate: 0.01\n  collateralPrice: { residential: -0.5 }\n',
    'near/dear.yaml': 'extends: 2021-big\ncosts: { fundingRate: 0.03 }\n',
  })
  const [scenario] = scenarios
  expect(scenario).toMatchObject({ id: 'mine', title: { en: 'mine' } })
  expect(scenario!.shocks).toMatchObject({
    pdMultiple: [1.4, 1.5, 1.2],
    loanRate: [-0.01],
    fundingRate: [0.02],
    collateralPrice: { residential: [-0.5], commercial: [-0.02667, -0.05333, -0.08] },
  })
  expect(schedules[0]).toMatchObject({ id: 'dear', costs: { fundingRate: 0.03, hurdleRate: 0.1 }, cap: 0.154 })
})

test('another kind of value, or another of several alternatives, replaces the one that is extended', async () => {
  const { books, strategies } = await readFiles({
    's.yaml': STUDY.replace('[small-firms]', '[./few.yaml]').replace('[citic-trade]', '[./b.yaml]'),
    'few.yaml': `extends: small-firms
size: { applicants: 400 }
marginals: { margin: { kind: beta, alpha: 2, beta: 20 }, debtRatio: { mean: 0.6 } }
`,
    'a.yaml': 'extends: citic-trade\nassignedPd: { kind: formula, intercept: -1, slope: -0.05 }\n',
    'b.yaml': `extends: ./a.yaml
assignedPd: { kind: table, pdByLevel: [.01, .02, .03, .04, .05, .06, .07, .08, .09, .1] }
`,
  })
  const shipped = (await readBook('small-firms')) as SyntheticBook
  const [book] = books as SyntheticBook[]
  expect(book!.size).toEqual({ applicants: 400 })
  expect(book!.marginals.margin).toEqual({ kind: 'beta', alpha: 2, beta: 20 })
  expect(book!.marginals.debtRatio).toEqual({ ...shipped.marginals.debtRatio, mean: 0.6 })
  expect(strategies[0]!.assignedPd).toEqual({
    kind: 'table',
    pdByLevel: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1],
  })
})

test('a study and a tape that extend others may give a constant for a column, another PD table, another master scale', async () => {
  const { books, masterScale } = await readFiles({
    's.yaml': 'extends: ./parent.yaml\nmasterScale: { kind: calibrated }\n',
    'parent.yaml': `books: [./tape.yaml]
strategies: [as-booked]
schedules: [{ id: formula, kind: incomeCoversRisk }]
scenarios: [baseline]
masterScale: { kind: cuts, cuts: [.01, .02, .03, .04, .05, .06, .07, .08, .09] }
`,
    'tape.yaml': `extends: ./before.yaml
columns: { collateral: { constant: movable }, balance: { column: owed } }
pdTable: { by: grade, rates: { '1': .02 } }
`,
    'before.yaml': `${TAPE.replace('../data', '.').replace(', pd: pd', ', sector: s, grade: g').replace('balance: 100', 'balance: { constant: 100 }')}
pdTable: { by: sector, rates: { trade: .03 } }
`,
    'tape.csv': 'id,owed,s,g\n1,100,trade,1\n',
  })
  expect(masterScale).toEqual({ kind: 'calibrated' })
  expect(books[0]).toMatchObject({
    columns: { collateral: { constant: 'movable' }, balance: { column: 'owed' }, loanId: { column: 'id' } },
    pdTable: { by: 'grade', rates: { '1': 0.02 } },
  })
  expect((books[0] as TapeBook).pdTable!.rates).toEqual({ '1': 0.02 })
})

test('a schedule that extends another of a different kind keeps its costs', async () => {
  const { schedules } = await readFiles({
    's.yaml': STUDY.replace('[2021-big]', '[{ id: x, extends: 2021-big, kind: incomeCoversRisk, rates: null }]'),
  })
  expect(schedules[0]).toMatchObject({ kind: 'incomeCoversRisk', rates: null, costs: { variableCost: 0.006 } })
})

test('items may be written in the study itself', async () => {
  const study = await readFiles({
    's.yaml': STUDY.replace(
      '[baseline]',
      '[{ id: calm }, { id: shock, extends: baseline, shocks: { pdMultiple: 3 } }]',
    ),
  })
  expect(study.scenarios.map(({ id, shocks }) => [id, shocks.pdMultiple])).toEqual([
    ['calm', [1]],
    ['shock', [3]],
  ])
})

test('what is not simulated gives one notice for each file that writes it', async () => {
  const folder = await folderWith({
    's.yaml': `${STUDY.replace('[baseline]', '[./child.yaml]')}context: { committee: retail }\n`,
    'parent.yaml': 'context:\n  gdpGrowth: 0.05\n  rain: much\n',
    'child.yaml': 'extends: ./parent.yaml\nshocks: {}\ncontext: { wind: little }\n',
  })
  const { notices } = await readStudy(join(folder, 's.yaml'))
  expect(notices).toEqual([
    's.yaml:5:12 context.committee is not simulated in this version',
    'parent.yaml:2:3 context.gdpGrowth, rain are not simulated in this version',
    'child.yaml:3:12 context.wind is not simulated in this version',
  ])
})

test('vary repeats the items of its kind for every combination of values', async () => {
  const study = await readFiles({
    's.yaml': `${STUDY.replace('[baseline]', '[baseline, benign]')}vary:
  scenario.shocks.fundingRate: [0, 0.01]
  scenario.shocks.pdMultiple: [1, [2, 3]]
  book.factors[0].loading: [0.1, 0.2]
  strategy.scorecard.options.partialSteps: [ceil]
`,
  })
  expect(study.scenarios.map(({ id, vary }) => [id, vary])).toEqual(
    ['baseline', 'benign'].flatMap((id) =>
      [0, 0.01].flatMap((fundingRate) =>
        [1, [2, 3]].map((pdMultiple) => [
          id,
          { 'scenario.shocks.fundingRate': fundingRate, 'scenario.shocks.pdMultiple': pdMultiple },
        ]),
      ),
    ),
  )
  expect(study.scenarios[3]!.shocks).toMatchObject({ fundingRate: [0.01], pdMultiple: [2, 3] })
  expect(study.books.map(({ factors, vary }) => [factors[0]!.loading, vary])).toEqual([
    [0.1, { 'book.factors[0].loading': 0.1 }],
    [0.2, { 'book.factors[0].loading': 0.2 }],
  ])
  expect(study.strategies[0]!.scorecard!.options['partialSteps']).toBe('ceil')
  expect(study.schedules[0]!.vary).toEqual({})
})

test('varyEach tries one change at a time beside the unchanged, under every combination of vary', async () => {
  const study = await readFiles({
    's.yaml': `${STUDY}vary: { scenario.shocks.loanRate: [0, -0.01] }
varyEach:
  scenario.shocks.fundingRate: [0.01]
  scenario.shocks.pdMultiple: [0.5, 2]
`,
  })
  const [loanRate, fundingRate, pdMultiple] = ['loanRate', 'fundingRate', 'pdMultiple'].map(
    (s) => `scenario.shocks.${s}`,
  )
  expect(study.scenarios.map(({ vary }) => vary)).toEqual([
    { [loanRate!]: 0 },
    { [loanRate!]: -0.01 },
    { [loanRate!]: 0, [fundingRate!]: 0.01 },
    { [loanRate!]: -0.01, [fundingRate!]: 0.01 },
    { [loanRate!]: 0, [pdMultiple!]: 0.5 },
    { [loanRate!]: 0, [pdMultiple!]: 2 },
    { [loanRate!]: -0.01, [pdMultiple!]: 0.5 },
    { [loanRate!]: -0.01, [pdMultiple!]: 2 },
  ])
  expect(study.scenarios.map(({ shocks }) => shocks.pdMultiple[0])).toEqual([1, 1, 1, 1, 0.5, 2, 0.5, 2])
})

test('varyEach refuses changes of two kinds, which would be combined after all', async () => {
  await expect(
    readFiles({
      's.yaml': `${STUDY}varyEach:
  scenario.shocks.fundingRate: [0.01]
  schedule.costs.variableCost: [0.01]
`,
    }),
  ).rejects.toThrow(/varyEach.*must vary the scenario as the axes before it do/)
})

test('every file read is listed with its SHA-256', async () => {
  const { inputs } = await readStudy('scenarios/studies/committee.yaml')
  expect(Object.keys(inputs)).toEqual([
    'scenarios/studies/committee.yaml',
    'scenarios/books/small-firms.yaml',
    'scenarios/strategies/citic-trade.yaml',
    'scenarios/cards/citic-trade.yaml',
    'scenarios/schedules/2021-big.yaml',
    ...'baseline benign mild_downturn severe_downturn wenzhou_guarantee_chain covid_deferral property_fall nim_squeeze falsified_wave sector_collapse'
      .split(' ')
      .map((id) => `scenarios/scenarios/${id}.yaml`),
  ])
  const bytes = await readFile('scenarios/schedules/2021-big.yaml')
  expect(inputs['scenarios/schedules/2021-big.yaml']).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test.each(['committee', 'eras', 'wenzhou', 'strategies'])(
  'the %s study comes back from its manifest to the last character',
  async (id) => {
    const study = await readStudy(id)
    const again = await viaManifest(study)
    expect(JSON.stringify(again)).toBe(JSON.stringify(study))
    expect(again).toEqual(study)
  },
)

test('a study with every lever of a strategy and a scenario set comes back from its manifest, open limits with it', async () => {
  const study = await readFiles({
    's.yaml': STUDY.replace('[citic-trade]', '[./w.yaml, approve-all]').replace('[baseline]', '[./shocks.yaml]'),
    'w.yaml': `scorecard: citic-trade
verification: { kind: crossCheck, tolerance: 0.1, costPerFile: 0.05 }
settlement: { card: settlement, channel: { perTenPoints: 0.1, perFlag: 0.5 } }
assignedPd: { kind: formula, intercept: -1, slope: -0.05 }
admission:
  worstLevel: 6
  maxLenders: 2
  minYears: 2
  maxDebtRatio: 0.8
  sectorMaxDebtRatio: { manufacturing: 0.7 }
  ownerAge: [20, null]
  minSales: 100
  minSettlementShare: 0.3
  minSettlementIndex: 45
  declineFlagged: true
  maxOverBorrowing: 1.5
  excludedSectors: [transport]
  regions: [north, rural]
  quota: 500
  largestSectorShare: 0.5
  largestClusterShare: null
limit: { basis: collateral, minimum: 20, maximum: 500, salesShare: 0.2, utilisation: 0.8 }
collateral: { accept: [residential, movable], as: null, loanToValue: { residential: 0.7 } }
guaranteeFund: {}
monitoring: { drop: 10 }
renewal: { kind: decision, fast: 80, costs: { fast: 0.01 } }
process: { perFile: 0.1, perLoanYear: 0.2, variable: -0.001 }
`,
    'shocks.yaml': `extends: [wenzhou_guarantee_chain, covid_deferral, sector_collapse]
shocks: { receivableDays: -5, saleDelay: [0, 1], auctionFactor: 0.9, guaranteeFundCap: 0.04 }
`,
  })
  const again = await viaManifest(study)
  expect(again).toEqual(study)
  expect(again.strategies[0]!.admission).toMatchObject({ ownerAge: [20, Infinity], largestClusterShare: Infinity })
  expect(again.strategies[1]!.limit.maximum).toBe(Infinity)
})

test('a varied study of a tape comes back from its manifest, its file found beside the book', async () => {
  const folder = await folderWith({
    's.yaml': `books: [./books/tape.yaml]
strategies: [as-booked]
schedules: [{ id: formula, kind: incomeCoversRisk }]
scenarios: [baseline]
masterScale: { kind: cuts, cuts: [.01, .02, .03, .04, .05, .06, .07, .08, .09] }
vary: { scenario.shocks.pdMultiple: [1, 2], book.lgd.floor: [.1, .2] }
`,
    'books/tape.yaml': TAPE,
    'data/tape.csv': 'id,class,pd\n1,residential,.02\n',
  })
  const study = await readStudy(join(folder, 's.yaml'))
  const [book] = study.books
  expect(book).toMatchObject({
    kind: 'tape',
    file: join(folder, 'data/tape.csv'),
    filePath: '../data/tape.csv',
    format: 'csv',
    columns: {
      loanId: { column: 'id' },
      balance: { constant: 100 },
      termMonths: { constant: 12 },
      collateral: { column: 'class' },
    },
    vary: { 'book.lgd.floor': 0.1 },
  })
  expect(study.inputs['data/tape.csv']).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(await viaManifest(study))).toBe(JSON.stringify(study))

  await writeFile(join(folder, 'data/tape.csv'), 'id,class,pd\n1,residential,.03\n')
  await expect(viaManifest(study)).rejects.toThrow(/tape\.csv has changed since this run/)
})

test('notices and inputs name the same files wherever the program runs', async () => {
  const folder = await folderWith({
    'studies/s.yaml': STUDY.replace('[baseline]', '[benign, wenzhou_guarantee_chain, ./w.yaml, ../v.yaml]'),
    'studies/w.yaml': 'context: { wind: 1 }\n',
    'v.yaml': 'context: { rain: 1 }\n',
  })
  const here = await readStudy(join(folder, 'studies/s.yaml'))
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder)
  onTestFinished(() => cwd.mockRestore())
  const there = await readStudy(join(folder, 'studies/s.yaml'))
  expect([there.notices, there.inputs]).toEqual([here.notices, here.inputs])
  expect(Object.keys(here.inputs)).toEqual(
    expect.arrayContaining(['s.yaml', 'w.yaml', '../v.yaml', 'scenarios/scenarios/benign.yaml']),
  )
  expect(here.notices.map((notice) => notice.split(':')[0])).toEqual([
    'scenarios/scenarios/benign.yaml',
    'scenarios/scenarios/wenzhou_guarantee_chain.yaml',
    'w.yaml',
    '../v.yaml',
  ])
  expect(JSON.stringify([here.notices, here.inputs])).not.toContain(folder)
})

test('a manifest whose tape has moved finds it beside itself or in the working directory, and still knows its hash', async () => {
  const folder = await folderWith({
    's.yaml': `books: [./tape.yaml]
strategies: [as-booked]
schedules: [{ id: formula, kind: incomeCoversRisk }]
scenarios: [baseline]
`,
    'tape.yaml': TAPE.replace('../data', './data'),
    'data/tape.csv': 'id,class,pd\n1,residential,.02\n',
    'moved/manifest.json': '',
  })
  const manifest = join(folder, 'moved/manifest.json')
  const study = await readStudy(join(folder, 's.yaml'))
  await writeFile(manifest, JSON.stringify({ study }))
  await rename(join(folder, 'data/tape.csv'), join(folder, 'tape.csv'))
  await expect(readStudy(manifest)).rejects.toThrow(
    /data\/tape\.csv: no such file, nor \.\/data\/tape\.csv beside this file or in the working directory$/,
  )

  await mkdir(join(folder, 'moved/data'))
  await rename(join(folder, 'tape.csv'), join(folder, 'moved/data/tape.csv'))
  const file = join(folder, 'moved/data/tape.csv')
  const again = await readStudy(manifest)
  expect(again).toEqual({ ...study, books: [{ ...study.books[0], file }] })

  await mkdir(join(folder, 'elsewhere'))
  await rename(manifest, join(folder, 'elsewhere/manifest.json'))
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'moved'))
  onTestFinished(() => cwd.mockRestore())
  const fromThere = await readStudy(join(folder, 'elsewhere/manifest.json'))
  expect((fromThere.books[0] as TapeBook).file).toBe(file)

  await writeFile(file, 'id,class,pd\n1,residential,.03\n')
  await expect(readStudy(join(folder, 'elsewhere/manifest.json'))).rejects.toThrow(/tape\.csv has changed since/)
})

test('an edited manifest is checked like any file', async () => {
  const study = await readStudy('committee')
  const edited = JSON.stringify({ study }).replace('"fundingRate":0.025', '"fundingRate":2.5')
  const lines = await problemsOf({ 'manifest.json': edited }, readStudy)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^manifest\.json:1:\d+ costs\.fundingRate must be <= 1, got 2\.5$/)
})
