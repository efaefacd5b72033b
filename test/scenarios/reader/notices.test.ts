import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStudy } from '../../../scenarios/index.ts'
import { folderWith } from '../folder.ts'

const LEVERS = `shocks:
  fraudShare: 0.05
  guaranteeShare: 0.3
  linkProbability: [0.1, 0.2]
  guaranteeFundCap: 0.04
  saleDelay: 0.5
  auctionFactor: 0.9
  salesChange: -0.1
`

const TAPE = `kind: tape
file: tape.csv
columns: { loanId: id, balance: 100, termMonths: 12, repayment: { constant: bullet }, collateral: { constant: unsecured }, pd: pd }
`

const PLAIN = `books: [./b.yaml]
strategies: [citic-trade]
schedules: [2021-big]
scenarios: [./s.yaml]
`

/** Notices of the study `study.yaml`, among these files. */
async function noticesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await folderWith({ 'tape.csv': 'id,pd\n1,.02\n', ...files })
  return (await readStudy(join(folder, 'study.yaml'))).notices
}

describe('a shock that changes nothing in a study is named with the reason:', () => {
  test('frauds, guarantees and a fund on a tape that has none of them', async () => {
    expect(
      await noticesOf({
        'study.yaml': PLAIN.replace('citic-trade', 'as-booked').replace('2021-big', '2021-big, 2021-local'),
        'b.yaml': TAPE,
        's.yaml': LEVERS,
      }),
    ).toEqual([
      's.yaml:2:15 shocks.fraudShare has no effect on book b: a tape has no applicants',
      's.yaml:8:16 shocks.salesChange has no effect on book b: a tape has no applicants',
      's.yaml:3:19 shocks.guaranteeShare has no effect on book b: nobody there guarantees anybody',
      's.yaml:4:20 shocks.linkProbability has no effect on book b: nobody there guarantees anybody',
      's.yaml:5:21 shocks.guaranteeFundCap has no effect: no strategy of the study has a guarantee fund',
    ])
  })

  test('sectors that a book does not have, on that book', async () => {
    const notices = await noticesOf({
      'study.yaml': PLAIN.replace('./b.yaml', './b.yaml, small-firms'),
      'b.yaml': 'extends: small-firms\nsectors: { mining: { share: 0 } }\n',
      's.yaml': `shocks:
  sectorSalesChange: { transport: -0.2, mining: -0.3, fishing: -0.1 }
  sectorReceivableDays: { mining: 20 }
`,
    })
    expect(notices).toEqual([
      's.yaml:2:22 shocks.sectorSalesChange has no effect on book b for fishing: no such sector there',
      's.yaml:2:22 shocks.sectorSalesChange has no effect on book small-firms for mining, fishing: no such sector there',
      's.yaml:3:25 shocks.sectorReceivableDays has no effect on book small-firms for mining: no such sector there',
    ])
  })

  test('decisions on renewals of loans that run off', async () => {
    const notices = await noticesOf({
      'study.yaml': PLAIN.replace('citic-trade', './w.yaml').replace('./b.yaml', './b.yaml, small-firms'),
      'b.yaml': 'extends: small-firms\nrenewal: runOff\n',
      's.yaml': 'title: Plain\n',
      'w.yaml': 'scorecard: settlement\nrenewal: decision\n',
    })
    expect(notices).toEqual(['w.yaml:2:10 renewal has no effect on book b: its loans run off'])
  })

  test('auctions on a tape that states its losses', async () => {
    const notices = await noticesOf({
      'study.yaml': PLAIN.replace('citic-trade', 'as-booked'),
      'b.yaml': TAPE.replace('pd: pd', 'pd: pd, lgd: 0.5'),
      's.yaml': LEVERS,
    })
    expect(notices.filter((notice) => /saleDelay|auctionFactor/.test(notice))).toEqual([
      's.yaml:6:14 shocks.saleDelay has no effect on book b: rows whose LGD its tape states take no auction into account',
      's.yaml:7:18 shocks.auctionFactor has no effect on book b: rows whose LGD its tape states take no auction into account',
    ])
  })

  test('guarantees on one of two books, named once however the scenario is varied', async () => {
    const notices = await noticesOf({
      'study.yaml': `${PLAIN.replace('./b.yaml', './b.yaml, small-firms')}vary: { scenario.shocks.loanRate: [0, 0.01] }\n`,
      'b.yaml': 'extends: small-firms\nguarantees: null\n',
      's.yaml': 'shocks: { linkProbability: 0.2 }\n',
    })
    expect(notices).toEqual([
      's.yaml:1:28 shocks.linkProbability has no effect on book b: nobody there guarantees anybody',
    ])
  })

  test('a value that comes from the study is blamed there', async () => {
    const notices = await noticesOf({
      'study.yaml': `${PLAIN}vary: { scenario.shocks.guaranteeFundCap: [0.03, 0.06] }\n`,
      'b.yaml': 'extends: small-firms\n',
      's.yaml': 'title: Plain\n',
    })
    expect(notices).toEqual([
      'study.yaml:5:44 vary["scenario.shocks.guaranteeFundCap"][0] has no effect: no strategy of the study has a guarantee fund',
      'study.yaml:5:50 vary["scenario.shocks.guaranteeFundCap"][1] has no effect: no strategy of the study has a guarantee fund',
    ])
  })

  test('none where every lever has something to act on', async () => {
    expect(
      await noticesOf({
        'study.yaml': PLAIN.replace('citic-trade', 'citic-trade, guarantee-fund'),
        'b.yaml': 'extends: small-firms\n',
        's.yaml': LEVERS,
      }),
    ).toEqual([])
  })
})

describe('a guarantee network in which a default sets off another on average is named:', () => {
  const book = (guarantees: string): string => `extends: small-firms\nguarantees: ${guarantees}\n`

  test('by the links of its largest groups', async () => {
    const files = {
      'study.yaml': PLAIN,
      'b.yaml': book('{ groups: [{ size: 3, share: 0.5 }, { size: 5, share: 0.5 }], linkProbability: 0.25 }'),
      's.yaml': 'title: Plain\n',
    }
    expect(await noticesOf(files)).toEqual([
      'b.yaml:2:92 guarantees.linkProbability is supercritical on book b: 4 links × 0.25 = 1 >= 1, so chains of calls end only with the group or after 5 rounds',
    ])
    expect(await noticesOf({ ...files, 'b.yaml': files['b.yaml'].replace('0.25', '0.249') })).toEqual([])
    expect(
      await noticesOf({ ...files, 'b.yaml': book('{ groups: [{ size: 3, share: 1 }, { size: 20, share: 0 }] }') }),
    ).toEqual([])
  })

  test('by the links of a scale-free firm', async () => {
    expect(
      await noticesOf({
        'study.yaml': PLAIN,
        'b.yaml': book('{ kind: scaleFree, share: 0.6, linksPerFirm: 2.5, linkProbability: 0.45, rounds: 9 }'),
        's.yaml': 'title: Plain\n',
      }),
    ).toEqual([
      'b.yaml:2:80 guarantees.linkProbability is supercritical on book b: 2.5 links × 0.45 = 1.13 >= 1, so chains of calls end only after 9 rounds',
    ])
  })

  test('at the scenario that makes it so, in its worst year', async () => {
    expect(
      await noticesOf({
        'study.yaml': PLAIN,
        'b.yaml': 'extends: small-firms\n',
        's.yaml': 'shocks: { linkProbability: [0.2, 0.6, 0.3] }\n',
      }),
    ).toEqual([
      's.yaml:1:28 shocks.linkProbability is supercritical on book b: 2 links × 0.6 = 1.2 >= 1, so chains of calls end only with the group or after 5 rounds',
    ])
  })

  test('and so is the joint liability of a strategy', async () => {
    const files = {
      'study.yaml': PLAIN.replace('citic-trade', './w.yaml'),
      'b.yaml': 'extends: small-firms\n',
      's.yaml': 'title: Plain\n',
      'w.yaml': 'extends: citic-trade\njointLiability: { groupSize: 11, linkProbability: 0.1, rounds: 4 }\n',
    }
    expect(await noticesOf(files)).toEqual([
      'w.yaml:2:51 jointLiability.linkProbability is supercritical: 10 links × 0.1 = 1 >= 1, so chains of calls end only with the group or after 4 rounds',
    ])
    expect(await noticesOf({ ...files, 'w.yaml': files['w.yaml'].replace('11', '10') })).toEqual([])
  })

  test('but not when a scenario leaves no firm in it', async () => {
    expect(
      await noticesOf({
        'study.yaml': PLAIN,
        'b.yaml': book('{ linkProbability: 0.5 }'),
        's.yaml': 'shocks: { guaranteeShare: 0 }\n',
      }),
    ).toEqual([])
  })
})

describe('a rate below a better grade’s is named with both cells:', () => {
  const RISING = '[.05, .051, .052, .053, .054, .055, .056, .057, .058, .059]'
  const noticesOfRates = (rates: string): Promise<readonly string[]> =>
    noticesOf({
      'study.yaml': PLAIN.replace('2021-big', './rates.yaml').replace('./b.yaml', 'small-firms'),
      's.yaml': 'shocks: {}\n',
      'rates.yaml': `rates:\n${rates}`,
    })

  test('where it stands in a block', async () => {
    expect(
      await noticesOfRates(
        `  - { collateral: [movable, guarantee, unsecured], rates: ${RISING} }\n` +
          '  - { collateral: [residential, commercial], rates: [.04, .041, .042, .042, .039, .043, .044, .045, .046, .047] }\n',
      ),
    ).toEqual([
      'rates.yaml:3:77 rates[1].rates[4] is below a better grade: ' +
        '0.039 for 5|*|residential, 5|*|commercial, 0.042 for 4|*|residential, 4|*|commercial',
    ])
  })

  test('and of a single cell, with the grades on both sides of it', async () => {
    expect(
      await noticesOfRates(
        `  - { collateral: [movable, guarantee, unsecured, commercial], rates: ${RISING} }\n` +
          `  - { collateral: [residential], terms: [6-12m, 1-3y, '>3y'], rates: ${RISING} }\n` +
          "  - { collateral: [residential], terms: ['<=6m'], grades: [1, 2, 3, 5, 6, 7, 8, 9, 10], rates: [.05, .051, .052, .054, .055, .056, .057, .058, .059] }\n" +
          "  - { grade: 4, collateral: [residential], terms: ['<=6m'], rate: .06 }\n",
      ),
    ).toEqual([
      'rates.yaml:4:114 rates[2].rates[3] is below a better grade: 0.054 for 5|<=6m|residential, 0.06 for 4|<=6m|residential',
    ])
  })

  test('and no rate of a shipped schedule', async () => {
    for (const id of ['committee', 'eras', 'strategies', 'wenzhou'])
      expect((await readStudy(id)).notices.filter((notice) => notice.includes('better grade'))).toEqual([])
  })
})
