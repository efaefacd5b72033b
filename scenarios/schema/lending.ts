/** Who gets a loan, how much, and against what. */
import { z } from 'zod'
import { COLLATERALS } from '../../models/types.ts'
import { count, needs, nonNegative, orOpen, positive, repeated, report, share } from './common.ts'

/** No repeated entry. */
const distinct = (written: readonly string[], context: z.core.$RefinementCtx): void => {
  for (const one of repeated(written)) report(context, [], `must not repeat ${one}`)
}

const names = z.array(z.string().min(1)).superRefine(distinct)

const classes = z.array(z.enum(COLLATERALS)).min(1).superRefine(distinct)

const ownerAge = z
  .tuple([nonNegative, nonNegative.nullable()])
  .superRefine(([youngest, oldest], context) => {
    if (oldest !== null && !(youngest <= oldest))
      report(context, [], `must run from low to high, got [${youngest}, ${oldest}]`)
  })
  .default([0, null])
  .transform(([youngest, oldest]): [number, number] => [youngest, oldest ?? Infinity])

export const admission = z.strictObject({
  worstLevel: z.int().min(1).max(10).default(10).describe('worst level of the card that is admitted'),
  maxLenders: orOpen(count).describe('most banks that may lend to a firm at once; null: any number'),
  minYears: nonNegative.default(0).describe('least years of operation'),
  maxDebtRatio: orOpen(nonNegative).describe('highest reported debt ratio; null: any'),
  sectorMaxDebtRatio: z
    .record(z.string(), nonNegative)
    .default({})
    .describe('highest debt ratio of single sectors, in place of maxDebtRatio'),
  ownerAge: ownerAge.describe('age of the owner from–to, both included; [0, null]: any'),
  minSales: nonNegative.default(0).describe('least sales of twelve months, as verification sees them, money'),
  minSettlementShare: nonNegative.default(0).describe('least share of sales settled on accounts with the bank'),
  minSettlementIndex: z.number().min(0).max(100).default(0).describe('least settlement index; needs settlement'),
  declineFlagged: z
    .boolean()
    .default(false)
    .describe('declines whoever shows a negative settlement situation; needs settlement'),
  maxOverBorrowing: orOpen(positive).describe('most loans of all banks ÷ working-capital need; null: any'),
  excludedSectors: names.default([]).describe('sectors not lent to'),
  regions: names.min(1).nullable().default(null).describe('the only regions lent to; null: all'),
  quota: orOpen(count).describe('most loans, the best first; null: any number'),
  largestSectorShare: orOpen(share).describe('largest share of the granted balance in one sector; null: any'),
  largestClusterShare: orOpen(share).describe('largest share of the granted balance in one cluster; null: any'),
})

export const limit = z
  .strictObject({
    basis: z
      .enum(['gap', 'collateral'])
      .default('gap')
      .describe('gap: not above the financing gap; collateral: what the collateral carries, whatever the need'),
    minimum: nonNegative.default(0).describe('a line below it is declined, money'),
    maximum: orOpen(positive).describe('largest line, money; null: any'),
    salesShare: orOpen(positive).describe('most line ÷ yearly sales, as verification sees them; null: any'),
    maxTermMonths: orOpen(count).describe('longest contract, months; null: any'),
    utilisation: z
      .number()
      .gt(0)
      .max(1)
      .default(1)
      .describe('mean balance ÷ line, below 1 where lines are drawn and repaid at will'),
  })
  .superRefine(
    ({ minimum, maximum }, context) => {
      if (!(minimum <= maximum)) report(context, ['maximum'], `must be >= minimum ${minimum}, got ${maximum}`)
    },
    needs('minimum', 'maximum'),
  )

export const collateral = z.strictObject({
  accept: classes.default([...COLLATERALS]).describe('classes of the request that are lent against'),
  as: z
    .enum(COLLATERALS)
    .nullable()
    .default(null)
    .describe('class that every loan is booked in, whatever is offered; null: the one offered'),
  loanToValue: z
    .partialRecord(z.enum(['residential', 'commercial', 'movable']), z.number().gt(0).max(1))
    .default({})
    .describe('most loan ÷ collateral value by class; a class left out is lent against in full'),
})
