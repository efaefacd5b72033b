import { describe, expect, test } from 'vitest'
import { loadCard, readBook, readScenario, readSchedule, readStrategy, readStudy } from '../../scenarios/index.ts'
import { problemsOf } from './folder.ts'

const STUDY = `books: [small-firms]
strategies: [citic-trade]
schedules: [2021-big]
scenarios: [baseline]
`

const TAPE = `kind: tape
file: tape.csv
columns: { loanId: id, balance: balance, termMonths: 12, repayment: { constant: bullet }, collateral: class, pd: pd }
`

type Case = [
  title: string,
  read: (file: string) => Promise<unknown>,
  files: Record<string, string | Buffer>,
  lines: string[],
]

/** Each reads the first file and expects these lines and no other. */
const cases: Case[] = [
  [
    'an unknown field, with the one that was meant',
    readScenario,
    { 's.yaml': 'shocks:\n  pdMultipel: 2\n' },
    ['s.yaml:2:3 shocks unknown field "pdMultipel", did you mean "pdMultiple"?'],
  ],
  [
    'an unknown field like none, with those there are',
    readScenario,
    { 's.yaml': 'weather: bad\n' },
    ['s.yaml:1:1 unknown field "weather", allowed: context, id, limitation, shocks, title'],
  ],
  [
    'a value of the wrong type',
    readScenario,
    { 's.yaml': 'shocks:\n  loanRate: -57bp\n' },
    ['s.yaml:2:13 shocks.loanRate must be a number or a list, got "-57bp"'],
  ],
  [
    'a value out of range inside a list',
    readScenario,
    { 's.yaml': 'shocks:\n  pdMultiple: [1.5, -2, 1]\n' },
    ['s.yaml:2:21 shocks.pdMultiple[1] must be > 0, got -2'],
  ],
  [
    'a PD multiple together with a shift of the factors',
    readScenario,
    { 's.yaml': 'shocks:\n  pdMultiple: 2\n  factorMean: [-1, 0]\n' },
    ['s.yaml:3:15 shocks.factorMean must be 0 where a PD multiple is not 1: both shift the same default rate, use one'],
  ],
  [
    'an empty list of yearly values',
    readScenario,
    { 's.yaml': 'shocks:\n  factorVolatility: []\n' },
    ['s.yaml:2:21 shocks.factorVolatility must not be empty'],
  ],
  [
    'a negative rate, naming its cells',
    readSchedule,
    { 's.yaml': 'rates:\n  - rates: [.05, -.01, .05, .05, .05, .05, .05, .05, .05, .05]\n' },
    ['s.yaml:2:18 rates[0].rates[1] must be >= 0, got -0.01 for 2|*|*'],
  ],
  [
    'a rate above the legal cap',
    readSchedule,
    { 's.yaml': 'cap: .12\nrates:\n  - rates: [.05, .05, .05, .05, .05, .05, .05, .05, .05, .13]\n' },
    ['s.yaml:3:58 rates[0].rates[9] must be <= cap 0.12, got 0.13 for 10|*|*'],
  ],
  [
    'a cell priced twice',
    readSchedule,
    {
      's.yaml':
        'extends: 2021-big\nrates:\n  - rates: [.05, .05, .05, .05, .05, .05, .05, .05, .05, .05]\n' +
        '  - { grade: 3, terms: [6-12m], collateral: [residential], rate: .05 }\n',
    },
    ['s.yaml:4:66 rates[1].rate must not price again what rates[0] prices: 3|6-12m|residential'],
  ],
  [
    'cells without a rate',
    readSchedule,
    {
      's.yaml':
        'rates:\n  - { grades: [1, 2, 3, 4, 5, 6, 7, 8, 9], rates: [.05, .05, .05, .05, .05, .05, .05, .05, .05] }\n' +
        '  - { grade: 10, terms: [<=6m, 6-12m, 1-3y], rate: .05 }\n' +
        '  - { grade: 10, terms: [">3y"], collateral: [residential, commercial, movable], rate: .05 }\n',
    },
    ['s.yaml:2:3 rates must have a rate for every cell, missing 10|>3y|guarantee, 10|>3y|unsecured'],
  ],
  [
    'a block with fewer rates than grades',
    readSchedule,
    { 's.yaml': 'rates:\n  - rates: [.05, .06]\n' },
    ['s.yaml:2:12 rates[0].rates must have one entry a grade, 10, got 2'],
  ],
  [
    'a schedule without rates',
    readSchedule,
    { 's.yaml': 'costs: { lpr: .03 }\n' },
    ['s.yaml:1:1 rates is required: a rate for every cell, or kind: incomeCoversRisk'],
  ],
  [
    'LPR plus without spreads, and rates of its own',
    readSchedule,
    { 's.yaml': 'kind: lprPlus\nrates:\n  - rates: [.05, .05, .05, .05, .05, .05, .05, .05, .05, .05]\n' },
    [
      's.yaml:1:1 spreads is required: a spread over the loan prime rate for each grade',
      's.yaml:3:3 rates must not be given: lprPlus works out its own rates',
    ],
  ],
  [
    'spreads of another formula',
    readSchedule,
    { 's.yaml': 'kind: cgap\nspreads: [.01, .02, .03, .04, .05, .06, .07, .08, .09, .1]\n' },
    ['s.yaml:2:10 spreads must not be given: cgap has no spreads, only lprPlus does'],
  ],
  [
    'a policy floor above the cap',
    readSchedule,
    { 's.yaml': 'kind: raroc\npolicyFloor: .13\ncosts: { lpr: .03 }\n' },
    ['s.yaml:2:14 policyFloor must be <= cap 0.12, got 0.13'],
  ],
  [
    'goals of an optimised schedule that no schedule can have',
    readStudy,
    {
      's.yaml': `${STUDY}optimise:
  minimumRate: .06
  maximumRate: .05
  scenarios:
    - { scenario: basline }
    - { scenario: moon, coverage: conditionalValueAtRisk, level: 1.2 }
    - { scenario: baseline }
    - { scenario: baseline, level: .9 }
`,
    },
    [
      's.yaml:7:16 optimise.maximumRate must be >= minimumRate 0.06, got 0.05',
      's.yaml:9:19 optimise.scenarios[0].scenario the study has no scenario "basline", did you mean "baseline"?',
      's.yaml:10:19 optimise.scenarios[1].scenario the study has no scenario "moon", allowed: baseline',
      's.yaml:10:66 optimise.scenarios[1].level must be < 1, got 1.2',
      's.yaml:12:7 optimise.scenarios[3] must not repeat the goal baseline expected',
    ],
  ],
  [
    'correlations that are not positive definite, with their smallest eigenvalue',
    readBook,
    { 'b.yaml': 'extends: small-firms\ncorrelations:\n  - { pair: [debtRatio, quality], value: 0.95 }\n' },
    ['b.yaml:3:3 correlations must make a positive definite correlation matrix, its smallest eigenvalue is -0.7004'],
  ],
  [
    'loadings whose squares add up to 1 or more',
    readBook,
    {
      'b.yaml': 'extends: small-firms\nfactors:\n  - { by: global, loading: 0.8 }\n  - { by: sector, loading: 0.7 }\n',
    },
    ['b.yaml:3:3 factors squares of the loadings must add up to < 1, got 1.13'],
  ],
  [
    'a factor group that the book does not have, and one twice',
    readBook,
    {
      'b.yaml':
        'extends: small-firms\nfactors:\n  - { by: global, loading: 0.1 }\n  - { by: colour, loading: 0.1 }\n  - { by: global, loading: 0.1 }\n',
    },
    [
      'b.yaml:4:11 factors[1].by must be one of global, sector, region, cluster, got "colour"',
      'b.yaml:5:11 factors[2].by must not repeat the factor group "global"',
    ],
  ],
  [
    'shares that do not add up to 1',
    readBook,
    { 'b.yaml': 'extends: small-firms\nregions: { centre: 0.5 }\n' },
    ['b.yaml:2:10 regions shares must add up to 1, got 1.1'],
  ],
  [
    'a size in both loans and applicants, of which only one is inherited',
    readBook,
    { 'b.yaml': 'extends: small-firms\nsize: { loans: 5, applicants: 400 }\n' },
    ['b.yaml:2:19 size unknown field "applicants", allowed: loans'],
  ],
  [
    'a weight of a month below 0, and no month with a weight at all',
    readStudy,
    {
      's.yaml': STUDY.replace('[small-firms]', '[./a.yaml, ./b.yaml]'),
      'a.yaml': 'extends: small-firms\ntiming: [1, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1]\n',
      'b.yaml': 'extends: small-firms\ntiming: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]\n',
    },
    ['a.yaml:2:19 timing[3] must be >= 0, got -1', 'b.yaml:2:9 timing must have a month with a weight > 0'],
  ],
  [
    'a marginal of an unknown kind',
    readBook,
    { 'b.yaml': 'extends: small-firms\nmarginals:\n  margin: { kind: gamma }\n' },
    ['b.yaml:3:19 marginals.margin.kind must be one of normal, lognormal, beta, categories, got "gamma"'],
  ],
  ['a tape that is not there', readBook, { 'b.yaml': TAPE }, ['b.yaml:2:7 file names tape.csv: no such file']],
  [
    'a tape without a default probability',
    readBook,
    { 'b.yaml': TAPE.replace(', pd: pd', ''), 'tape.csv': 'id\n' },
    ['b.yaml:3:10 columns must have a pd, or give pdTable by grade or sector'],
  ],
  [
    'a constant that is no collateral class',
    readBook,
    { 'b.yaml': TAPE.replace('collateral: class', 'collateral: { constant: house }'), 'tape.csv': 'id\n' },
    [
      'b.yaml:3:103 columns.collateral must be one of residential, commercial, movable, guarantee, unsecured, got "house"',
    ],
  ],
  [
    'an option that the card does not have, and a value that the option does not have',
    readStrategy,
    { 's.yaml': 'scorecard:\n  card: citic-trade\n  options: { partialSteps: round, halfSteps: true }\n' },
    [
      's.yaml:3:28 scorecard.options.partialSteps must be one of floor, ceil, linear, got "round"',
      's.yaml:3:46 scorecard.options.halfSteps is not an option of citic-trade: partialSteps, twoOverdues, settlementStep, performanceScored',
    ],
  ],
  [
    'a verification that there is not',
    readStrategy,
    { 's.yaml': 'scorecard: citic-trade\nverification: visits\n' },
    ['s.yaml:2:15 verification must be one of none, statements, crossCheck or a map, got "visits"'],
  ],
  [
    'a verification of a kind that there is not, that costs less than nothing',
    readStrategy,
    { 's.yaml': 'scorecard: citic-trade\nverification: { kind: visits, costPerFile: -1 }\n' },
    [
      's.yaml:2:23 verification.kind must be one of none, statements, crossCheck, got "visits"',
      's.yaml:2:44 verification.costPerFile must be >= 0, got -1',
    ],
  ],
  [
    'no statements for a card and rules that read them',
    readStrategy,
    {
      's.yaml':
        'scorecard: citic-trade\nverification: none\nadmission: { maxDebtRatio: 0.8, sectorMaxDebtRatio: { transport: 0.7 } }\n',
    },
    [
      's.yaml:2:15 verification must be statements or crossCheck: the card citic-trade reads debtRatio, quickRatio, paidInCapital, minAssetGrowth3y, annualSales, lossAmount, netAssets from them',
      's.yaml:3:28 admission.maxDebtRatio needs statements: verification none asks for none, and the debt ratio stands in them',
      's.yaml:3:53 admission.sectorMaxDebtRatio needs statements: verification none asks for none, and the debt ratio stands in them',
    ],
  ],
  [
    'what needs a settlement index where none is kept',
    readStrategy,
    {
      's.yaml': `scorecard: citic-trade
settlement: none
admission:
  minSettlementIndex: 45
  declineFlagged: true
monitoring: { drop: 20 }
renewal: decision
`,
    },
    [
      's.yaml:4:23 admission.minSettlementIndex needs settlement: without a settlement card the bank keeps no index',
      's.yaml:5:19 admission.declineFlagged needs settlement: without a settlement card the bank keeps no index',
      's.yaml:6:13 monitoring needs settlement: without a settlement card the bank keeps no index',
      's.yaml:7:10 renewal needs settlement: without a settlement card the bank keeps no index',
    ],
  ],
  [
    'a settlement index by another kind of card, and by one that there is not',
    readStudy,
    {
      's.yaml': STUDY.replace('[citic-trade]', '[./a.yaml, ./b.yaml]'),
      'a.yaml': 'extends: citic-trade\nsettlement: platform\n',
      'b.yaml': 'extends: citic-trade\nsettlement: { card: settlment, channel: {} }\n',
    },
    [
      'b.yaml:2:21 settlement.card no card "settlment", did you mean "settlement"?',
      'a.yaml:2:13 settlement must be a card of kind settlement, "platform" is one of kind marks',
    ],
  ],
  [
    'a settlement index that counts twice, and one that moves PDs the wrong way',
    readStudy,
    {
      's.yaml': STUDY.replace('[citic-trade]', '[./a.yaml, ./b.yaml]'),
      'a.yaml': 'scorecard: settlement\nsettlement: { card: settlement, channel: {} }\n',
      'b.yaml':
        'extends: citic-trade\nsettlement: { card: settlement, channel: { perTenPoints: -0.1, perFlag: -1 } }\n',
    },
    [
      'a.yaml:2:42 settlement.channel must be null where the settlement index is the score itself',
      'b.yaml:2:58 settlement.channel.perTenPoints must be >= 0, got -0.1',
      'b.yaml:2:73 settlement.channel.perFlag must be >= 0, got -1',
    ],
  ],
  [
    'admission rules that nobody or nothing can meet',
    readStrategy,
    {
      's.yaml': `scorecard: citic-trade
settlement: settlement
admission:
  worstLevel: 11
  maxLenders: 0
  minYears: -1
  maxDebtRatio: -0.5
  sectorMaxDebtRatio: { transport: high }
  ownerAge: [60, 20]
  minSales: -1
  minSettlementShare: -0.1
  minSettlementIndex: 101
  declineFlagged: maybe
  maxOverBorrowing: 0
  excludedSectors: [transport, transport]
  regions: []
  quota: 0.5
  largestSectorShare: 1.5
  largestClusterShare: -0.1
`,
    },
    [
      's.yaml:4:15 admission.worstLevel must be <= 10, got 11',
      's.yaml:5:15 admission.maxLenders must be >= 1, got 0',
      's.yaml:6:13 admission.minYears must be >= 0, got -1',
      's.yaml:7:17 admission.maxDebtRatio must be >= 0, got -0.5',
      's.yaml:8:36 admission.sectorMaxDebtRatio.transport must be a number, got "high"',
      's.yaml:9:13 admission.ownerAge must run from low to high, got [60, 20]',
      's.yaml:10:13 admission.minSales must be >= 0, got -1',
      's.yaml:11:23 admission.minSettlementShare must be >= 0, got -0.1',
      's.yaml:12:23 admission.minSettlementIndex must be <= 100, got 101',
      's.yaml:13:19 admission.declineFlagged must be true or false, got "maybe"',
      's.yaml:14:21 admission.maxOverBorrowing must be > 0, got 0',
      's.yaml:15:20 admission.excludedSectors must not repeat transport',
      's.yaml:16:12 admission.regions must not be empty',
      's.yaml:17:10 admission.quota must be a whole number, got 0.5',
      's.yaml:18:23 admission.largestSectorShare must be <= 1, got 1.5',
      's.yaml:19:24 admission.largestClusterShare must be >= 0, got -0.1',
    ],
  ],
  [
    'lines and collateral that leave nothing to lend',
    readStrategy,
    {
      's.yaml': `scorecard: citic-trade
limit: { minimum: 50, maximum: 10, salesShare: 0, utilisation: 1.2 }
collateral: { accept: [residential, residential], as: house, loanToValue: { guarantee: 0.5, movable: 1.5 } }
`,
    },
    [
      's.yaml:2:32 limit.maximum must be >= minimum 50, got 10',
      's.yaml:2:48 limit.salesShare must be > 0, got 0',
      's.yaml:2:64 limit.utilisation must be <= 1, got 1.2',
      's.yaml:3:23 collateral.accept must not repeat residential',
      's.yaml:3:55 collateral.as must be one of residential, commercial, movable, guarantee, unsecured, got "house"',
      's.yaml:3:77 collateral.loanToValue unknown field "guarantee", allowed: commercial, movable, residential',
      's.yaml:3:102 collateral.loanToValue.movable must be <= 1, got 1.5',
    ],
  ],
  [
    'lending what the collateral carries, of which nothing is said',
    readStrategy,
    {
      's.yaml':
        'scorecard: citic-trade\nlimit: { basis: collateral }\ncollateral: { as: unsecured, loanToValue: { residential: 0.7 } }\n',
    },
    ['s.yaml:2:17 limit.basis must be gap: collateral.loanToValue does not say what any class lent against carries'],
  ],
  [
    'a watch, renewals and groups out of range',
    readStrategy,
    {
      's.yaml': `scorecard: settlement
monitoring: { drop: 0, below: 101, exposureCut: 2, recoveryGain: -0.1 }
renewal: { kind: decision, fast: 60, low: 75, costs: { committee: -1 } }
jointLiability: { groupSize: 1, linkProbability: 1, rounds: 0, payment: { each: 0.7 } }
process: { perFile: -1, perLoanYear: -1, variable: -2 }
`,
    },
    [
      's.yaml:2:21 monitoring.drop must be > 0, got 0',
      's.yaml:2:31 monitoring.below must be <= 100, got 101',
      's.yaml:2:49 monitoring.exposureCut must be <= 1, got 2',
      's.yaml:2:66 monitoring.recoveryGain must be >= 0, got -0.1',
      's.yaml:3:43 renewal.low must be <= fast 60, got 75',
      's.yaml:3:67 renewal.costs.committee must be >= 0, got -1',
      's.yaml:4:30 jointLiability.groupSize must be >= 2, got 1',
      's.yaml:4:50 jointLiability.linkProbability must be < 1, got 1',
      's.yaml:4:61 jointLiability.rounds must be >= 1, got 0',
      's.yaml:4:81 jointLiability.payment.each must be <= most 0.5, got 0.7',
      's.yaml:5:21 process.perFile must be >= 0, got -1',
      's.yaml:5:38 process.perLoanYear must be >= 0, got -1',
      's.yaml:5:52 process.variable must be >= -1, got -2',
    ],
  ],
  [
    'groups whose members may not be renewed',
    readStrategy,
    { 's.yaml': 'scorecard: settlement\njointLiability: {}\nrenewal: decision\n' },
    ['s.yaml:3:10 renewal must be left out with jointLiability: members who are not renewed are not simulated'],
  ],
  [
    'a renewal by a word that there is not',
    readStrategy,
    { 's.yaml': 'scorecard: settlement\nrenewal: rollOver\n' },
    ['s.yaml:2:10 renewal must be "decision" or a map, got "rollOver"'],
  ],
  ...(['monitoring: {}', 'renewal: decision', 'jointLiability: {}'] as const).map((written): Case => [
    `means and variances for a strategy with ${written}`,
    readStudy,
    {
      's.yaml': `${STUDY.replace('[citic-trade]', '[citic-trade, ./w.yaml]')}simulation: { fidelity: clt }\n`,
      'w.yaml': `scorecard: settlement\n${written}\n`,
    },
    [
      's.yaml:5:25 simulation.fidelity must be exact for the strategy "w", got clt: alarms, renewal decisions and joint liability are simulated in fidelity exact only',
    ],
  ]),
  [
    'means for such a strategy, asked for on the command line',
    (file) => readStudy(file, { fidelity: 'lln' }),
    { 's.yaml': STUDY.replace('[citic-trade]', '[settlement-index]') },
    [
      's.yaml:1:1 --fidelity must be exact for the strategy "settlement-index", got lln: alarms, renewal decisions and joint liability are simulated in fidelity exact only',
    ],
  ],
  [
    'a tape for a strategy that chooses, sizes or watches',
    readStudy,
    {
      's.yaml': STUDY.replace('small-firms', './b.yaml').replace('[citic-trade]', '[as-booked, ./w.yaml]'),
      'b.yaml': TAPE,
      'tape.csv': 'id\n',
      'w.yaml': `scorecard: none
verification: crossCheck
settlement: settlement
admission: { minYears: 2, regions: [north] }
limit:
  maximum: 300
collateral: { accept: [residential] }
monitoring: {}
renewal: decision
process: { perFile: 0.1, perLoanYear: 0.1 }
`,
    },
    [
      'w.yaml:2:15 verification must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:3:13 settlement must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:4:24 admission.minYears must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:4:36 admission.regions must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:6:12 limit.maximum must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:7:23 collateral.accept must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:8:13 monitoring must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:9:10 renewal must be left out with the tape book "b": a tape has no applicants',
      'w.yaml:10:21 process.perFile must be left out with the tape book "b": a tape has no applicants',
    ],
  ],
  [
    'sectors and regions of a strategy that no book has',
    readStudy,
    {
      's.yaml': STUDY.replace('[citic-trade]', '[./w.yaml]'),
      'w.yaml': `extends: citic-trade
admission:
  sectorMaxDebtRatio: { manufactring: 0.7 }
  excludedSectors: [transport, mining]
  regions: [north, nord]
`,
    },
    [
      'w.yaml:3:39 admission.sectorMaxDebtRatio.manufactring no book of the study has the sector "manufactring", did you mean "manufacturing"?',
      'w.yaml:4:32 admission.excludedSectors[1] no book of the study has the sector "mining", allowed: agriculture, construction, hospitality, manufacturing, services, transport, wholesale_retail',
      'w.yaml:5:20 admission.regions[1] no book of the study has the region "nord", did you mean "north"?',
    ],
  ],
  [
    'sales and receivables of a scenario beyond what can be',
    readScenario,
    {
      's.yaml': `shocks:
  salesChange: [-0.1, -0.2]
  sectorSalesChange: { transport: -1.5 }
  receivableDays: 400
  sectorReceivableDays: { transport: long }
`,
    },
    [
      's.yaml:2:16 shocks.salesChange must be a number, got a list',
      's.yaml:3:35 shocks.sectorSalesChange.transport must be >= -1, got -1.5',
      's.yaml:4:19 shocks.receivableDays must be <= 365, got 400',
      's.yaml:5:38 shocks.sectorReceivableDays.transport must be a number, got "long"',
    ],
  ],
  [
    'a card rule on a field that the card does not declare',
    loadCard,
    {
      'c.yaml': `title: Small
source: test
fields: { sales: { type: number } }
sections:
  - id: all
    title: All
    items:
      - id: sales
        title: Sales
        fullMarks: 10
        rule: { kind: step, field: salse, better: higher, standard: 100, step: 10, minus: 1 }
levelCuts: [5]
`,
    },
    ['c.yaml:11:36 sections[0].items[0].rule.field must name one of the card\'s fields, got "salse"'],
  ],
  [
    'ids of a study that are the same',
    readStudy,
    { 's.yaml': STUDY.replace('[baseline]', '[baseline, benign, baseline]') },
    ['s.yaml:4:31 scenarios[2] must not have the id of scenarios[0], got "baseline"'],
  ],
  [
    'items without an id, or with a wrong one',
    readStudy,
    {
      's.yaml': STUDY.replace(
        '[baseline]',
        '[{ extends: baseline, shocks: {} }, { shocks: {} }, { id: 5 }, { id: "" }]',
      ),
    },
    [
      's.yaml:4:13 id is required: text',
      's.yaml:4:48 id is required: text',
      's.yaml:4:70 id must be text, got 5',
      's.yaml:4:81 id must be a word without spaces or slashes, got ""',
    ],
  ],
  [
    'an id that is not shipped',
    readStudy,
    { 's.yaml': STUDY.replace('baseline', 'basline') },
    ['s.yaml:4:13 scenarios[0] no scenario "basline", did you mean "baseline"?'],
  ],
  [
    'an empty list of a study, and a list that is missing',
    readStudy,
    { 's.yaml': 'books: [small-firms]\nstrategies: [citic-trade]\nschedules: []\n' },
    ['s.yaml:1:1 scenarios is required: a list', 's.yaml:3:12 schedules must not be empty'],
  ],
  [
    'no paths, and a horizon beyond ten years',
    readStudy,
    { 's.yaml': `${STUDY}simulation: { paths: 0, replicates: 20, horizonMonths: 121 }\n` },
    [
      's.yaml:5:22 simulation.paths must be >= 1, got 0',
      's.yaml:5:56 simulation.horizonMonths must be <= 120, got 121',
    ],
  ],
  [
    'a fidelity that does not exist',
    readStudy,
    { 's.yaml': `${STUDY}simulation: { fidelity: fast }\n` },
    ['s.yaml:5:25 simulation.fidelity must be one of exact, clt, lln, got "fast"'],
  ],
  [
    'a target error of nothing, and a tail of no paths',
    readStudy,
    { 's.yaml': `${STUDY}simulation: { targetError: 0, tail: { paths: 0 } }\n` },
    ['s.yaml:5:28 simulation.targetError must be > 0, got 0', 's.yaml:5:46 simulation.tail.paths must be >= 1, got 0'],
  ],
  [
    'a tail sample that is neither on nor of a size',
    readStudy,
    { 's.yaml': `${STUDY}simulation: { tail: 5000 }\n` },
    ['s.yaml:5:21 simulation.tail must be true or false or a map, got 5000'],
  ],
  [
    'sizes for the law of large numbers that do not rise, and no paths for them',
    readStudy,
    { 's.yaml': `${STUDY}lawOfLargeNumbers:\n  loans: [100, 1000, 300]\n  paths: 0\n` },
    [
      's.yaml:6:22 lawOfLargeNumbers.loans[2] must be > the number before it 1000, got 300',
      's.yaml:7:10 lawOfLargeNumbers.paths must be >= 1, got 0',
    ],
  ],
  [
    'a persistence of 1, and too few degrees of freedom for a variance',
    readBook,
    { 'b.yaml': 'extends: small-firms\nglobalFactor: { persistence: 1, degreesOfFreedom: 2 }\n' },
    [
      'b.yaml:2:30 globalFactor.persistence must be < 1, got 1',
      'b.yaml:2:51 globalFactor.degreesOfFreedom must be > 2, got 2',
    ],
  ],
  [
    'a link of losses to the factor below 0',
    readBook,
    { 'b.yaml': 'extends: small-firms\nlgd: { link: -0.3 }\n' },
    ['b.yaml:2:14 lgd.link must be >= 0, got -0.3'],
  ],
  [
    'a network of groups of one, whose shares do not add up, with calls that are always fatal and never made',
    readBook,
    {
      'b.yaml': `extends: small-firms
guarantees:
  share: 1.5
  groups: [{ size: 1, share: 0.4 }, { size: 5, share: 0.4 }]
  linkProbability: 1
  rounds: 0
`,
    },
    [
      'b.yaml:3:10 guarantees.share must be <= 1, got 1.5',
      'b.yaml:4:11 guarantees.groups shares must add up to 1, got 0.8',
      'b.yaml:4:20 guarantees.groups[0].size must be >= 2, got 1',
      'b.yaml:5:20 guarantees.linkProbability must be < 1, got 1',
      'b.yaml:6:11 guarantees.rounds must be >= 1, got 0',
    ],
  ],
  [
    'one guarantor who pays more than all together',
    readBook,
    { 'b.yaml': 'extends: small-firms\nguarantees: { payment: { each: 0.6 } }\n' },
    ['b.yaml:2:32 guarantees.payment.each must be <= most 0.5, got 0.6'],
  ],
  [
    'a form of network that its kind leaves unread',
    readStudy,
    {
      's.yaml': STUDY.replace('[small-firms]', '[./a.yaml, ./b.yaml, ./c.yaml]'),
      'a.yaml': 'extends: small-firms\nguarantees: { linksPerFirm: 2.5 }\n',
      'b.yaml': 'extends: small-firms\nguarantees: { kind: scaleFree, share: 0.6, groups: [{ size: 5, share: 1 }] }\n',
      'c.yaml': 'extends: small-firms\nguarantees: { groups: [] }\n',
    },
    [
      'a.yaml:2:29 guarantees.linksPerFirm belongs to kind: scaleFree, groups have size − 1 links a firm',
      'b.yaml:2:52 guarantees.groups belong to kind: groups, a scaleFree network has linksPerFirm',
      'c.yaml:2:23 guarantees.groups must not be empty',
    ],
  ],
  [
    'a guarantee fund for an unknown class of collateral, one twice, and shares beyond a whole',
    readStrategy,
    {
      's.yaml': 'extends: citic-trade\nguaranteeFund: { covers: [guarantee, guarantee], bankShare: 1.2, cap: -0.05 }\n',
    },
    [
      's.yaml:2:26 guaranteeFund.covers must not repeat guarantee',
      's.yaml:2:61 guaranteeFund.bankShare must be <= 1, got 1.2',
      's.yaml:2:71 guaranteeFund.cap must be >= 0, got -0.05',
    ],
  ],
  [
    'a guarantee fund for a class of collateral that there is not, and for none',
    readStudy,
    {
      's.yaml': STUDY.replace('[citic-trade]', '[./a.yaml, ./b.yaml]'),
      'a.yaml': 'extends: citic-trade\nguaranteeFund: { covers: [house] }\n',
      'b.yaml': 'extends: citic-trade\nguaranteeFund: { covers: [] }\n',
    },
    [
      'a.yaml:2:27 guaranteeFund.covers[0] must be one of residential, commercial, movable, guarantee, unsecured, got "house"',
      'b.yaml:2:26 guaranteeFund.covers must not be empty',
    ],
  ],
  [
    'shares and probabilities of a scenario that are none',
    readScenario,
    {
      's.yaml': `shocks:
  fraudShare: 12
  guaranteeShare: -0.1
  linkProbability: [0.2, 1]
  guaranteeFundCap: 5
  depositVolume: -1.2
`,
    },
    [
      's.yaml:2:15 shocks.fraudShare must be <= 1, got 12',
      's.yaml:3:19 shocks.guaranteeShare must be >= 0, got -0.1',
      's.yaml:4:26 shocks.linkProbability[1] must be < 1, got 1',
      's.yaml:5:21 shocks.guaranteeFundCap must be <= 1, got 5',
      's.yaml:6:18 shocks.depositVolume must be >= -1, got -1.2',
    ],
  ],
  [
    'a sale before the default, one for nothing, and years without a value',
    readScenario,
    { 's.yaml': 'shocks:\n  saleDelay: -0.5\n  auctionFactor: [0.8, 0]\n  depositVolume: []\n' },
    [
      's.yaml:2:14 shocks.saleDelay must be >= 0, got -0.5',
      's.yaml:3:24 shocks.auctionFactor[1] must be > 0, got 0',
      's.yaml:4:18 shocks.depositVolume must not be empty',
    ],
  ],
  [
    'a deferral that ends before it begins, and whose ends are more than all of it',
    readScenario,
    { 's.yaml': 'shocks:\n  deferral: { share: 0.4, from: 6, until: 3, extended: 0.7, failed: 0.4 }\n' },
    [
      's.yaml:2:43 shocks.deferral.until must be >= from 6, got 3',
      's.yaml:2:69 shocks.deferral.failed must add up with extended to <= 1, got 1.1',
    ],
  ],
  [
    'a deferral without a share, and one of no months',
    readScenario,
    { 's.yaml': 'shocks:\n  deferral: { months: 0 }\n' },
    [
      's.yaml:2:13 shocks.deferral.share is required: a number',
      's.yaml:2:23 shocks.deferral.months must be >= 1, got 0',
    ],
  ],
  [
    'a verdict test that does not exist',
    readStudy,
    { 's.yaml': `${STUDY}verdict: { mustHold: [expectedCover] }\n` },
    [
      's.yaml:5:23 verdict.mustHold[0] must be one of expectedCoverage, coverageProbability, nplCeiling, largestClusterShare, got "expectedCover"',
    ],
  ],
  [
    'master-scale cuts that do not rise',
    readStudy,
    { 's.yaml': `${STUDY}masterScale: { kind: cuts, cuts: [.01, .02, .03, .04, .05, .06, .07, .08, .08] }\n` },
    ['s.yaml:5:75 masterScale.cuts[8] must be > the cut before it 0.08, got 0.08'],
  ],
  [
    'a list of master-scale cuts that does not rise',
    readStudy,
    { 's.yaml': `${STUDY}masterScale: [.01, .02, .03, .04, .05, .06, .07, .09, .08]\n` },
    ['s.yaml:5:55 masterScale[8] must be > the cut before it 0.09, got 0.08'],
  ],
  [
    'a list of master-scale cuts that is too short',
    readStudy,
    { 's.yaml': `${STUDY}masterScale: [.01, .02, .03]\n` },
    ['s.yaml:5:14 masterScale must have exactly 9 entries, got 3'],
  ],
  [
    'a master scale of an unknown name',
    readStudy,
    { 's.yaml': `${STUDY}masterScale: fitted\n` },
    ['s.yaml:5:14 masterScale must be "calibrated" or a list or a map, got "fitted"'],
  ],
  [
    'a shocked sector that no book has',
    readStudy,
    { 's.yaml': STUDY.replace('[baseline]', '[{ id: x, shocks: { sectorPdMultiple: { hospitalty: 3 } } }]') },
    [
      's.yaml:4:52 shocks.sectorPdMultiple no book of the study has the sector "hospitalty", did you mean "hospitality"?',
    ],
  ],
  [
    'a book that is not there, of which nothing else is asked',
    readStudy,
    { 's.yaml': STUDY.replace('[small-firms]', '[nobook]').replace('[baseline]', '[sector_collapse]') },
    ['s.yaml:1:9 books[0] no book "nobook", allowed: sba-504, small-firms, wenzhou'],
  ],
  [
    'a shift of the global factor where a book has none, and where its loading is 0',
    readStudy,
    {
      's.yaml': STUDY.replace(
        '[small-firms]',
        '[small-firms, { id: x, extends: small-firms, factors: [{ by: sector, loading: .1 }] }]',
      ).replace('[baseline]', '[benign, ./shift.yaml]'),
      'shift.yaml': 'shocks:\n  factorMean: [0, -1]\n',
    },
    ['shift.yaml:2:15 shocks.factorMean must be 0: it shifts the global factor, on which the book "x" has no loading'],
  ],
  [
    'a varied shift of the global factor where its loading is 0',
    readStudy,
    {
      's.yaml': `${STUDY.replace('small-firms', '{ id: x, extends: small-firms, factors: [{ by: global, loading: 0 }] }')}vary:\n  scenario.shocks.factorMean: [0, -1]\n`,
    },
    [
      's.yaml:6:35 vary["scenario.shocks.factorMean"][1] must be 0: it shifts the global factor, on which the book "x" has no loading',
    ],
  ],
  [
    'a synthetic book without a scorecard',
    readStudy,
    { 's.yaml': STUDY.replace('[citic-trade]', '[as-booked]') },
    [
      's.yaml:2:14 strategies[0] needs a scorecard for the synthetic book "small-firms": without one loans are taken as booked on a tape',
    ],
  ],
  [
    'a vary path that does not exist',
    readStudy,
    { 's.yaml': `${STUDY}vary:\n  scenario.shocks.fundngRate: [0, .01]\n` },
    ['s.yaml:6:3 vary["scenario.shocks.fundngRate"] unknown field "fundngRate", did you mean "fundingRate"?'],
  ],
  [
    'a card that reads what no applicant has',
    readStudy,
    {
      's.yaml': STUDY.replace('[citic-trade]', '[./w.yaml]'),
      'w.yaml': 'scorecard: ./c.yaml\n',
      'c.yaml': `fields:
  annualSale: { type: number }
sections:
  - { id: a, title: a, items: [{ id: i, title: i, fullMarks: 1, rule: { kind: step, field: annualSale, better: higher, standard: 1, step: 1, minus: 1 } }] }
levelCuts: [90, 80, 70, 60, 50, 40, 30, 20]
`,
    },
    [
      'c.yaml:2:3 scorecard.card.fields applicants of the synthetic book "small-firms" have no field "annualSale", did you mean "annualSales"?',
    ],
  ],
  [
    'a vary value given twice, which would count as two populations',
    readStudy,
    { 's.yaml': `${STUDY}vary:\n  book.population: [1, 2, 1]\n` },
    ['s.yaml:6:27 vary["book.population"][2] must differ from [0], got 1 again'],
  ],
  [
    'a vary value that its place refuses',
    readStudy,
    { 's.yaml': `${STUDY}vary:\n  book.baseDefaultRate: [.02, 2]\n` },
    ['s.yaml:6:31 vary["book.baseDefaultRate"][1] must be < 1, got 2'],
  ],
  [
    'a vary axis that begins with no kind, and one through a number',
    readStudy,
    { 's.yaml': `${STUDY}vary:\n  scenarios.shocks.loanRate: [0]\n  book.baseDefaultRate.mean: [0]\n` },
    [
      's.yaml:6:3 vary["scenarios.shocks.loanRate"] must start with a kind, got "scenarios", did you mean "scenario"?',
      's.yaml:7:3 vary["book.baseDefaultRate.mean"] is not a place in every book: it leads through a text or number, or past a list\'s end',
    ],
  ],
  [
    'a file that extends itself',
    readScenario,
    { 'a.yaml': 'extends: ./b.yaml\n', 'b.yaml': 'extends: [./a.yaml]\n' },
    ['b.yaml:1:11 extends[0] must not extend itself: a > b > a'],
  ],
  [
    'a wrong value inherited from another file, where it is written',
    readScenario,
    {
      'a.yaml': 'extends: ./b.yaml\nshocks:\n  loanRate: 0.01\n',
      'b.yaml': 'shocks:\n  fundingRate: 0.02\n  depositRate: much\n',
    },
    ['b.yaml:3:16 shocks.depositRate must be a number or a list, got "much"'],
  ],
  [
    'bytes that are not UTF-8',
    readScenario,
    { 's.yaml': Buffer.concat([Buffer.from('title: Good\nid: '), Buffer.from([0xbb, 0xf9, 0xd7, 0xbc])]) },
    ['s.yaml:2:5 is not UTF-8 text'],
  ],
  [
    'a key written twice',
    readScenario,
    { 's.yaml': 'shocks:\n  loanRate: 0.01\n  loanRate: 0.02\n' },
    ['s.yaml:3:3 key loanRate is written twice'],
  ],
  ['an empty file', readScenario, { 's.yaml': '# nothing yet\n' }, ['s.yaml:1:1 is empty, must be a map']],
  ['a list for a document', readScenario, { 's.yaml': '- shocks\n' }, ['s.yaml:1:1 must be a map']],
  [
    'a field that only the reader fills in',
    readScenario,
    { 's.yaml': 'id: s\nvary: { a: 1 }\n' },
    ['s.yaml:2:1 unknown field "vary": axes belong to a study'],
  ],
  [
    'an alias, which could hide where a value was written',
    readScenario,
    { 's.yaml': 'shocks:\n  loanRate: &rate [0.01]\n  fundingRate: *rate\n' },
    ['s.yaml:3:16 aliases (*name) are not read, use `extends` or repeat the value'],
  ],
]

describe('a malformed file is refused with every problem at its line and column:', () => {
  test.each(cases)('%s', async (_, read, files, lines) => {
    expect(await problemsOf(files, read)).toEqual(lines)
  })

  test('text that is not YAML', async () => {
    const [line, ...others] = await problemsOf({ 's.yaml': 'shocks: { loanRate: [0.01\n' }, readScenario)
    expect(line).toMatch(/^s\.yaml:2:1 is not YAML: /)
    expect(others.every((other) => other.startsWith('s.yaml:2:1 is not YAML: '))).toBe(true)
  })

  test('a file that is not there, named after itself', async () => {
    await expect(readStudy('/nowhere/at/all.yaml')).rejects.toThrow(/^\/nowhere\/at\/all\.yaml:1:1 no such file$/)
  })

  test('all problems of several files of a study at once', async () => {
    const lines = await problemsOf(
      {
        's.yaml': STUDY.replace('[2021-big]', '[./p.yaml]').replace('[baseline]', '[./a.yaml, ./b.yaml, missing]'),
        'p.yaml': 'extends: 2021-big\ncosts: { lprr: 1 }\ncap: -1\n',
        'a.yaml': 'shocks: { pdMultiple: 0, factorVolatility: -1 }\n',
        'b.yaml': 'shocks: { lgdAdd: { house: .1 } }\nextra: 1\n',
      },
      readStudy,
    )
    expect(lines).toEqual([
      's.yaml:4:33 scenarios[2] no scenario "missing", allowed: baseline, benign, covid_deferral, falsified_wave, mild_downturn, nim_squeeze, property_fall, sector_collapse, severe_downturn, wenzhou_guarantee_chain, wenzhou_history',
      'p.yaml:2:10 costs unknown field "lprr", did you mean "lpr"?',
      'p.yaml:3:6 cap must be > 0, got -1',
      'a.yaml:1:23 shocks.pdMultiple must be > 0, got 0',
      'a.yaml:1:44 shocks.factorVolatility must be >= 0, got -1',
      'b.yaml:1:21 shocks.lgdAdd unknown field "house", allowed: commercial, guarantee, movable, residential, unsecured',
      'b.yaml:2:1 unknown field "extra", allowed: context, id, limitation, shocks, title',
    ])
  })
})
