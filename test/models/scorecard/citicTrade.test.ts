import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CardOptions } from '../../../models/scorecard/cardOptions.ts'
import { scoreApplicant } from '../../../models/scorecard/scoreApplicant.ts'
import { best, citicTrade } from './citicTrade.ts'

/** The table as transcribed for machines, ratios in percent. */
interface Table {
  readonly sections: readonly { readonly zh: string; readonly items: readonly TableRow[] }[]
  readonly deduction: { readonly step: number; readonly minus: number; readonly max: number }
  readonly gradeMap: { readonly minScore: Readonly<Record<string, number>> }
}
interface TableRow {
  readonly zh: string
  readonly full: number
  readonly std: number
  readonly zeroAt: number
  readonly rule: Readonly<Record<string, unknown>>
}

const marksOf = (item: string, fields: Record<string, number | string | boolean>, options?: CardOptions): number =>
  scoreApplicant(citicTrade, { ...best, ...fields }, options).items[item]!

describe('the printed table of the CITIC trade card', () => {
  test('sections have 25, 10, 15, 30 and 20 full marks', () => {
    const full = citicTrade.sections.map(({ items }) => items.reduce((sum, { fullMarks }) => sum + fullMarks, 0))
    expect(full).toEqual([25, 10, 15, 30, 20])
  })

  test('titles, full marks, standards, steps and choices are those of the machine-readable table', () => {
    const path = new URL('../../golden/citic-trade.json', import.meta.url)
    const table = JSON.parse(readFileSync(path, 'utf8')) as Table
    expect(citicTrade.sections.map(({ title }) => title.zh)).toEqual(table.sections.map(({ zh }) => zh))
    const rows = table.sections.flatMap(({ items }) => items)
    const items = citicTrade.sections.flatMap((section) => section.items)
    expect(items).toHaveLength(rows.length)
    for (const [index, { id, title, fullMarks, rule }] of items.entries()) {
      const { zh, full, std, zeroAt, rule: printed } = rows[index]!
      const unit = ['debtRatio', 'quickRatio', 'assetGrowth', 'depositToLoan'].includes(id) ? 100 : 1
      expect([title.zh, fullMarks]).toEqual([zh, full])
      if (rule.kind === 'step') {
        expect(printed).toMatchObject({ dir: `${rule.better}Better`, minus: rule.minus })
        expect(rule.standard * unit).toBeCloseTo(std, 9)
        expect(rule.step * unit).toBeCloseTo(printed['step'] as number, 9)
        const span = (fullMarks / rule.minus) * rule.step * unit
        expect(std + (rule.better === 'lower' ? span : -span)).toBeCloseTo(zeroAt, 9)
      } else if (rule.kind === 'choice') expect(printed['map']).toEqual(rule.marks)
      else if (rule.kind === 'bands') {
        const bands = (printed['bands'] as [number, number][]).map(([from, marks]) => [Math.round(from), marks])
        expect(rule.bands.map(({ from, marks }) => [Math.round(from * unit), marks])).toEqual(bands)
        expect(printed['else']).toBe(rule.otherwise)
      } else if (rule.kind === 'count') {
        const { none, minusEach, zeroFrom, zeroFromAlt } = printed
        expect([fullMarks, rule.minusEach]).toEqual([none, minusEach])
        expect(rule.zeroFrom).toHaveProperty('values', { zero: zeroFrom, minusTwoEach: zeroFromAlt })
      } else if (rule.kind === 'volume') {
        const { start, startScore, add, per, perAlternatives, personalAgreedWeight } = printed
        expect([rule.start, rule.startMarks, rule.add]).toEqual([start, startScore, add])
        const [per10, per1] = perAlternatives as number[]
        expect(rule.per).toHaveProperty('values', { per50: per, per10, per1 })
        expect(rule.fields['settlementPersonalAgreed']).toBe(personalAgreedWeight)
      } else {
        expect(printed['test']).toBe(`age<=${rule.atMost} && healthy`)
        expect(printed['score']).toBe(rule.marks)
      }
    }
    const { step, minus, max } = citicTrade.deduction!
    expect([step * 100, minus, max]).toEqual([table.deduction.step, table.deduction.minus, table.deduction.max])
    expect([...citicTrade.levelCuts, 0]).toEqual(Object.values(table.gradeMap.minScore))
  })

  // Item, field, value, marks: both sides of every edge.
  test.each([
    ['debtRatio', 'debtRatio', 0, 10],
    ['debtRatio', 'debtRatio', 0.6, 10],
    ['debtRatio', 'debtRatio', 0.6299, 10],
    ['debtRatio', 'debtRatio', 0.63, 9],
    ['debtRatio', 'debtRatio', 0.66, 8],
    ['debtRatio', 'debtRatio', 0.69, 7],
    ['debtRatio', 'debtRatio', 0.72, 6],
    ['debtRatio', 'debtRatio', 0.75, 5],
    ['debtRatio', 'debtRatio', 0.78, 4],
    ['debtRatio', 'debtRatio', 0.81, 3],
    ['debtRatio', 'debtRatio', 0.84, 2],
    ['debtRatio', 'debtRatio', 0.8699, 2],
    ['debtRatio', 'debtRatio', 0.87, 1],
    ['debtRatio', 'debtRatio', 0.8999, 1],
    ['debtRatio', 'debtRatio', 0.9, 0],
    ['debtRatio', 'debtRatio', 1.7, 0],
    ['quickRatio', 'quickRatio', 2, 7],
    ['quickRatio', 'quickRatio', 1.8501, 7],
    ['quickRatio', 'quickRatio', 1.85, 6],
    ['quickRatio', 'quickRatio', 1.7, 5],
    ['quickRatio', 'quickRatio', 1.55, 4],
    ['quickRatio', 'quickRatio', 1.4, 3],
    ['quickRatio', 'quickRatio', 1.25, 2],
    ['quickRatio', 'quickRatio', 1.1, 1],
    ['quickRatio', 'quickRatio', 0.9501, 1],
    ['quickRatio', 'quickRatio', 0.95, 0],
    ['quickRatio', 'quickRatio', 0, 0],
    ['paidInCapital', 'paidInCapital', 90, 8],
    ['paidInCapital', 'paidInCapital', 80.01, 8],
    ['paidInCapital', 'paidInCapital', 80, 7],
    ['paidInCapital', 'paidInCapital', 10.01, 1],
    ['paidInCapital', 'paidInCapital', 10, 0],
    ['paidInCapital', 'paidInCapital', 0, 0],
    ['ownerCharacter', 'ownerCharacter', 'good', 2],
    ['ownerCharacter', 'ownerCharacter', 'unclear', 0],
    ['ownerYearsInTrade', 'ownerYearsInTrade', 5, 2],
    ['ownerYearsInTrade', 'ownerYearsInTrade', 4.99, 1],
    ['ownerYearsInTrade', 'ownerYearsInTrade', 2, 1],
    ['ownerYearsInTrade', 'ownerYearsInTrade', 1.99, 0],
    ['ownerYearsInTrade', 'ownerPriorFailure', true, 0],
    ['ownerHealth', 'ownerAge', 50, 1],
    ['ownerHealth', 'ownerAge', 51, 0],
    ['ownerHealth', 'ownerHealthy', false, 0],
    ['management', 'management', 'sound', 2],
    ['management', 'management', 'workshopOrFeud', 0],
    ['assetGrowth', 'minAssetGrowth3y', 0.1, 3],
    ['assetGrowth', 'minAssetGrowth3y', 0.0999, 2],
    ['assetGrowth', 'minAssetGrowth3y', 0.0001, 2],
    ['assetGrowth', 'minAssetGrowth3y', 0, 0],
    ['assetGrowth', 'minAssetGrowth3y', -0.01, 0],
    ['annualSales', 'annualSales', 2400, 8],
    ['annualSales', 'annualSales', 2100.01, 8],
    ['annualSales', 'annualSales', 2100, 7],
    ['annualSales', 'annualSales', 1500, 5],
    ['annualSales', 'annualSales', 1200.01, 5],
    ['annualSales', 'annualSales', 1200, 4],
    ['annualSales', 'annualSales', 0.01, 1],
    ['annualSales', 'annualSales', 0, 0],
    ['annualTax', 'annualTax', 30, 7],
    ['annualTax', 'annualTax', 26.01, 7],
    ['annualTax', 'annualTax', 26, 6],
    ['annualTax', 'annualTax', 2.01, 1],
    ['annualTax', 'annualTax', 2, 0],
    ['annualTax', 'annualTax', 0, 0],
    ['overdueCount', 'overdueCount', 0, 10],
    ['overdueCount', 'overdueCount', 1, 8],
    ['overdueCount', 'overdueCount', 2, 0],
    ['overdueCount', 'overdueCount', 3, 0],
    ['depositToLoan', 'depositToLoan', 0.2, 5],
    ['depositToLoan', 'depositToLoan', 0.1999, 3],
    ['depositToLoan', 'depositToLoan', 0.05, 3],
    ['depositToLoan', 'depositToLoan', 0.0499, 0],
    ['depositToLoan', 'depositToLoan', 0, 0],
    ['repaymentSource', 'repaymentSource', 'sales', 5],
    ['repaymentSource', 'repaymentSource', 'refinance', 3],
    ['repaymentSource', 'repaymentSource', 'other', 0],
    ['location', 'location', 'prime', 7],
    ['location', 'location', 'average', 5],
    ['location', 'location', 'remote', 3],
    ['channel', 'channel', 'chainOrAgent', 9],
    ['channel', 'channel', 'downtownSpecial', 7],
    ['channel', 'channel', 'other', 3],
    ['peerOpinion', 'peerOpinion', 'good', 2],
    ['peerOpinion', 'peerOpinion', 'fair', 1],
    ['peerOpinion', 'peerOpinion', 'poor', 0],
    ['outlook', 'outlook', 'good', 2],
    ['outlook', 'outlook', 'fair', 1],
    ['outlook', 'outlook', 'poor', 0],
  ])('%s: %s %s gives %d', (item, field, value, marks) => {
    expect(marksOf(item, { [field]: value })).toBe(marks)
  })

  test.each([
    [0, 0, 0],
    [49.99, 0, 0],
    [50, 0, 2],
    [99.99, 0, 2],
    [100, 0, 2.3],
    [900, 200, 7.7],
    [1349.99, 0, 9.5],
    [1350, 0, 9.8],
    [1400, 0, 10],
    [5000, 0, 10],
    // Personal accounts under agreement count six tenths.
    [0, 83.33, 0],
    [0, 83.34, 2],
    [26, 40, 2],
    [0, 166.67, 2.3],
  ])('settlement of %d on the accounts and %d on personal ones gives %d', (corporate, personal, marks) => {
    const fields = { settlementCorporate: corporate, settlementPersonalAgreed: personal }
    expect(marksOf('settlementVolume', fields)).toBeCloseTo(marks, 9)
  })
})

describe('option partialSteps', () => {
  test.each([
    ['floor', 0.6299, 10],
    ['floor', 0.69, 7],
    ['ceil', 0.6, 10],
    ['ceil', 0.6001, 9],
    ['ceil', 0.63, 9],
    ['ceil', 0.69, 7],
    ['ceil', 0.6901, 6],
    ['linear', 0.61, 9 + 2 / 3],
    ['linear', 0.69, 7],
    ['linear', 0.95, 0],
  ])('%s: a debt ratio of %d gives %d', (partialSteps, debtRatio, marks) => {
    expect(marksOf('debtRatio', { debtRatio }, { partialSteps })).toBeCloseTo(marks, 9)
  })

  test.each([
    ['floor', 5],
    ['ceil', 6],
    ['linear', 5.5],
  ])('%s: a loss of 11 %% of net assets deducts %d', (partialSteps, marks) => {
    const { deduction } = scoreApplicant(citicTrade, { ...best, lossAmount: 33, netAssets: 300 }, { partialSteps })
    expect(deduction).toBeCloseTo(marks, 9)
  })

  test.each(['floor', 'ceil', 'linear'])('%s leaves the settlement volume in whole steps', (partialSteps) => {
    const fields = { settlementCorporate: 99, settlementPersonalAgreed: 0 }
    expect(marksOf('settlementVolume', fields, { partialSteps })).toBe(2)
  })
})

describe('option twoOverdues', () => {
  test.each([
    ['zero', [10, 8, 0, 0, 0]],
    ['minusTwoEach', [10, 8, 6, 0, 0]],
  ])('%s gives %j for no, one, … four overdues', (twoOverdues, marks) => {
    expect(marks.map((_, overdueCount) => marksOf('overdueCount', { overdueCount }, { twoOverdues }))).toEqual(marks)
  })
})

describe('option settlementStep', () => {
  test.each([
    ['per50', 319.99, 3.5],
    ['per10', 49.99, 0],
    ['per10', 59.99, 2],
    ['per10', 60, 2.3],
    ['per10', 319.99, 9.8],
    ['per10', 320, 10],
    ['per1', 49.99, 0],
    ['per1', 50, 2],
    ['per1', 51, 2.3],
    ['per1', 51.5, 2.45],
    ['per1', 76.6, 9.98],
    ['per1', 76.67, 10],
  ])('%s: a settlement of %d gives %d', (settlementStep, settlementCorporate, marks) => {
    const fields = { settlementCorporate, settlementPersonalAgreed: 0 }
    expect(marksOf('settlementVolume', fields, { settlementStep })).toBeCloseTo(marks, 9)
  })
})
