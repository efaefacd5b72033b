import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { applicantReader } from '../../models/applicants.ts'
import { compileVerdict } from '../../models/scorecard/compileCard.ts'
import { loadCard, readBook } from '../../scenarios/index.ts'
import { Population } from '../../sim/synthesise/population.ts'
import { toApplicants } from '../../sim/synthesise/toApplicants.ts'
import { folderWith, problemsOf } from './folder.ts'

const MARKS = ['citic-trade', 'platform', 'business-direct', 'acquaintance', 'collateral']

describe('shipped cards', () => {
  test.each(MARKS)('%s has 100 full marks, cuts for nine levels, and a veto to level 10', async (id) => {
    const card = await loadCard(id)
    if (card.kind !== 'marks') throw new Error(`${id} is a card of ${card.kind}`)
    const items = card.sections.flatMap((section) => section.items)
    expect(items.reduce((sum, { fullMarks }) => sum + fullMarks, 0)).toBe(100)
    expect(card.levelCuts).toEqual([90, 85, 80, 75, 70, 65, 60, 50])
    expect(card.limits.find(({ exact }) => exact)).toMatchObject({
      level: 10,
      anyOf: expect.arrayContaining(['blacklisted']),
    })
  })

  test.each(['platform', 'business-direct', 'acquaintance', 'collateral'])('%s reads no statement', async (id) => {
    const statements = ['debtRatio', 'quickRatio', 'paidInCapital', 'minAssetGrowth3y', 'annualSales', 'netAssets']
    const fields = Object.keys((await loadCard(id)).fields)
    expect(fields.filter((field) => statements.includes(field))).toEqual([])
  })

  test('the settlement index reaches level 7 from 60, and a capped one is at level 8', async () => {
    const card = await loadCard('settlement')
    expect(card).toMatchObject({ kind: 'settlement', bands: { high: 75, low: 60 }, flagCap: 59 })
    expect(card.levelCuts).toHaveLength(8)
    expect([card.levelCuts[6], card.levelCuts[7]! <= 59]).toEqual([60, true])
  })

  test.each([...MARKS, 'settlement'])('%s scores the applicants of the shipped book, better and worse', async (id) => {
    const book = await readBook('small-firms')
    if (book.kind !== 'synthetic') throw new Error('the book is a tape')
    const population = new Population(book, 'cards', 'applicants', true)
    const drawn = population.columns(300)
    for (let i = 0; i < 300; i++) population.draw(i, drawn, i)
    const applicantAt = applicantReader(toApplicants(population.variables, drawn))
    const verdictOf = compileVerdict(await loadCard(id))
    const verdicts = Array.from({ length: 300 }, (_, i) => verdictOf(applicantAt(i)))
    for (const { score, level } of verdicts) {
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100 + 1e-9)
      expect(level).toBeLessThanOrEqual(10)
    }
    const levels = new Set(verdicts.map(({ level }) => level))
    expect(levels.has(1) && levels.size).toBeGreaterThanOrEqual(8)
  })
})

describe('a card file', () => {
  const small = `title: Small
fields: { sales: { type: number } }
sections:
  - id: all
    title: All
    items:
      - id: sales
        title: Sales
        fullMarks: 10
        rule: { kind: step, field: sales, better: higher, standard: 100, step: 10, minus: 1 }
levelCuts: [5]
`

  test('that does not say its kind is a card of marks', async () => {
    const folder = await folderWith({ 'c.yaml': small })
    expect(await loadCard(`${folder}/c.yaml`)).toMatchObject({ kind: 'marks', id: 'c', levelCuts: [5] })
  })

  test('may build on the settlement index and change a number', async () => {
    const folder = await folderWith({ 'c.yaml': 'extends: settlement\nflagCap: 50\n' })
    const card = await loadCard(`${folder}/c.yaml`)
    expect(card).toMatchObject({ kind: 'settlement', flagCap: 50, exponents: { volume: 0.35 } })
  })

  test.each([
    [
      'of a kind that there is not',
      `kind: index\n${small}`,
      ['c.yaml:1:7 kind must be one of marks, settlement, got "index"'],
    ],
    [
      'of marks with an optional number',
      small.replace('type: number', 'type: number, optional: true'),
      ['c.yaml:2:44 fields.sales.optional must be left out unless the type is boolean, "sales" is a number'],
    ],
    [
      'whose weights do not add up, with a band upside down',
      'extends: settlement\nexponents: { volume: 0.5 }\nsincerity: { window: 0.5 }\nbands: { low: 80 }\n',
      [
        'c.yaml:2:12 exponents shares must add up to 1, got 1.15',
        'c.yaml:3:12 sincerity shares must add up to 1, got 1.2',
        'c.yaml:4:15 bands.low must be <= high 75, got 80',
      ],
    ],
    [
      'that lets the index have no value',
      'extends: settlement\nfields:\n  cashSales: { above: -1 }\n  loanShare: { max: 2 }\n  productShare: { optional: true }\n',
      [
        'c.yaml:3:14 fields.cashSales must allow nothing but a number > 0',
        'c.yaml:4:14 fields.loanShare must allow nothing but a number in (0, 1]',
        'c.yaml:5:29 fields.productShare.optional must be left out: there is no index without this',
      ],
    ],
    [
      'of the index with a field and an option that it does not know, and cuts that rise',
      'extends: settlement\nfields: { annualSales: { type: number } }\noptions: { partialSteps: [floor, ceil] }\nlevelCuts: [60, 70]\n',
      [
        expect.stringMatching(
          /^c\.yaml:2:24 fields\.annualSales is read by no settlement index, which reads verifiedSettlement, /,
        ),
        'c.yaml:3:26 options.partialSteps must be left out: the index has no options',
        'c.yaml:4:17 levelCuts[1] must be below the cut of the better level 60, got 70',
      ],
    ],
  ])('%s is refused where it says so', async (_, text, lines) => {
    expect(await problemsOf({ 'c.yaml': text }, loadCard)).toEqual(lines)
  })

  test('of the index declares everything that it is made from, as numbers', async () => {
    const shipped = await readFile('scenarios/cards/settlement.yaml', 'utf8')
    const changed = shipped.replace(/^  cashSales: .*$/m, '').replace(/^(  loanShare: ){.*?}/m, '$1{ type: boolean }')
    const [missing, wrong, ...others] = await problemsOf({ 'c.yaml': changed }, loadCard)
    expect(missing).toMatch(/^c\.yaml:\d+:\d+ fields must declare "cashSales", which the index is made from$/)
    expect(wrong).toMatch(/^c\.yaml:\d+:22 fields\.loanShare\.type must be number, got boolean$/)
    expect(others).toEqual([])
  })
})
