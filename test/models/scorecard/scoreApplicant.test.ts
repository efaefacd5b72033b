import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCard } from '../../../models/scorecard/compileCard.ts'
import { scoreApplicant } from '../../../models/scorecard/scoreApplicant.ts'
import type { Applicant } from '../../../models/types.ts'
import { best, citicTrade, vectors } from './citicTrade.ts'

describe('reference scores of the CITIC trade card', () => {
  test.each(vectors)('$name', ({ applicant, options, expected }) => {
    const actual = scoreApplicant(citicTrade, applicant, options)
    expect(Object.keys(actual.items)).toEqual(Object.keys(expected.items))
    for (const [item, marks] of Object.entries(expected.items)) expect(actual.items[item], item).toBeCloseTo(marks, 9)
    expect(Object.keys(actual.sections)).toEqual(Object.keys(expected.sections))
    for (const [section, sum] of Object.entries(expected.sections))
      expect(actual.sections[section], section).toBeCloseTo(sum, 9)
    expect(actual.raw).toBeCloseTo(expected.raw, 9)
    expect(actual.deduction).toBeCloseTo(expected.deduction, 9)
    expect(actual.score).toBeCloseTo(expected.score, 9)
    expect(actual.level).toBe(expected.level)
  })
})

test('the default options are those of the reference scores', () => {
  const { applicant, options } = vectors[0]!
  expect(scoreApplicant(citicTrade, applicant)).toEqual(scoreApplicant(citicTrade, applicant, options))
})

test('an applicant who cannot be scored is refused with every problem named', () => {
  const wrong = { ...best, debtRatio: 'x', quickRatio: NaN }
  expect(() => scoreApplicant(citicTrade, wrong)).toThrow(
    'applicant.debtRatio must be a number ≥ 0, got "x"; applicant.quickRatio must be a number ≥ 0, got NaN',
  )
})

describe('any applicant', () => {
  const choice = (field: string): fc.Arbitrary<string> => fc.constantFrom(...citicTrade.fields[field]!.choices!)
  const amount = (max: number): fc.Arbitrary<number> => fc.double({ min: 0, max, noNaN: true })
  const applicants: fc.Arbitrary<Applicant> = fc.record({
    debtRatio: amount(2),
    quickRatio: amount(3),
    paidInCapital: amount(200),
    ownerCharacter: choice('ownerCharacter'),
    ownerYearsInTrade: amount(40),
    ownerPriorFailure: fc.boolean(),
    ownerAge: fc.integer({ min: 18, max: 80 }),
    ownerHealthy: fc.boolean(),
    management: choice('management'),
    minAssetGrowth3y: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    annualSales: amount(4000),
    annualTax: amount(60),
    overdueCount: fc.nat(6),
    depositToLoan: amount(0.5),
    repaymentSource: choice('repaymentSource'),
    settlementCorporate: amount(2000),
    settlementPersonalAgreed: amount(500),
    location: choice('location'),
    channel: choice('channel'),
    peerOpinion: choice('peerOpinion'),
    outlook: choice('outlook'),
    lossAmount: fc.oneof(fc.constant(0), amount(200)),
    netAssets: fc.double({ min: -100, max: 1000, noNaN: true }),
    blacklisted: fc.boolean(),
    insolvent: fc.boolean(),
    disorderlyOperation: fc.boolean(),
    restrictedIndustry: fc.boolean(),
    currentArrears: fc.boolean(),
    classifiedSubstandard: fc.boolean(),
  })
  const options = fc.record(
    Object.fromEntries(Object.entries(citicTrade.options).map(([name, values]) => [name, fc.constantFrom(...values)])),
  )

  test('scores within 0 and 100, each item within its full marks, at a level of 1 to 10', () => {
    fc.assert(
      fc.property(applicants, options, (applicant, chosen) => {
        const { items, score, level, deduction } = scoreApplicant(citicTrade, applicant, chosen)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100 + 1e-9)
        expect(deduction).toBeGreaterThanOrEqual(0)
        expect(deduction).toBeLessThanOrEqual(10)
        expect(level).toBeGreaterThanOrEqual(1)
        expect(level).toBeLessThanOrEqual(10)
        for (const { id, fullMarks } of citicTrade.sections.flatMap((section) => section.items)) {
          expect(items[id] ?? 0).toBeGreaterThanOrEqual(0)
          expect(items[id] ?? 0).toBeLessThanOrEqual(fullMarks)
        }
      }),
    )
  })

  test('marks add up: items to sections, sections to raw, and the deduction comes off at the end', () => {
    fc.assert(
      fc.property(applicants, options, (applicant, chosen) => {
        const { items, sections, raw, score, deduction } = scoreApplicant(citicTrade, applicant, chosen)
        for (const section of citicTrade.sections) {
          const sum = section.items.reduce((marks, { id }) => marks + (items[id] ?? 0), 0)
          expect(sections[section.id]).toBeCloseTo(sum, 9)
        }
        expect(raw).toBeCloseTo(
          Object.values(sections).reduce((sum, marks) => sum + marks),
          9,
        )
        const scale = chosen['performanceScored'] === false ? 100 / 70 : 1
        expect(score).toBeCloseTo(Math.max(0, raw * scale - deduction), 9)
      }),
    )
  })

  const raising = ['quickRatio', 'paidInCapital', 'minAssetGrowth3y', 'annualSales', 'annualTax', 'depositToLoan']
  raising.push('ownerYearsInTrade', 'settlementCorporate', 'settlementPersonalAgreed', 'netAssets')
  const lowering = ['debtRatio', 'ownerAge', 'overdueCount', 'lossAmount']

  test.each([...raising.map((field) => [field, 1] as const), ...lowering.map((field) => [field, -1] as const)])(
    'never loses by a change of %s in direction %i, in score or level',
    (field, direction) => {
      fc.assert(
        fc.property(applicants, applicants, options, (one, other, chosen) => {
          const values = [one[field] as number, other[field] as number].sort((a, b) => direction * (a - b))
          const score = compileCard(citicTrade, chosen)
          const [worse, better] = values.map((value) => score({ ...one, [field]: value }))
          expect(better!.score).toBeGreaterThanOrEqual(worse!.score)
          expect(better!.level).toBeLessThanOrEqual(worse!.level)
        }),
      )
    },
  )

  test('a flag never makes the level better', () => {
    const flags = ['blacklisted', 'insolvent', 'disorderlyOperation', 'restrictedIndustry', 'currentArrears']
    flags.push('classifiedSubstandard')
    fc.assert(
      fc.property(applicants, fc.constantFrom(...flags), (applicant, flag) => {
        const [without, having] = [false, true].map((set) => scoreApplicant(citicTrade, { ...applicant, [flag]: set }))
        expect(having!.level).toBeGreaterThanOrEqual(without!.level)
        expect(having!.score).toBe(without!.score)
      }),
    )
  })
})
