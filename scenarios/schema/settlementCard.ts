/** The settlement credit index as a card: weights, bands, negative situations and signals. */
import { z } from 'zod'
import { type NumberRange, rangeText } from '../../models/numberRange.ts'
import { INPUT_RANGES, SITUATION_RANGES } from '../../models/settlement/inputRanges.ts'
import type { SettlementCard } from '../../models/scorecard/card.ts'
import { cardBase, checkCuts } from './cardBase.ts'
import { count, nonNegative, positive, report, share, sumsToOne } from './common.ts'

const index = z.number().min(0).max(100)

const exponents = z
  .strictObject({
    volume: positive.describe('settlement against the share of sales that goes with the share of loans'),
    retention: positive.describe('deposit that settlement leaves behind, against what is normal'),
    sincerity: positive.describe('sincerity of cooperation'),
  })
  .superRefine((weights, context) => sumsToOne(context, [], Object.values(weights)))

const sincerity = z
  .strictObject({
    regularity: share.describe('share of regular months'),
    window: share.describe('no more settlement before maturity than in other months'),
    products: share.describe('share of settlement products held'),
  })
  .superRefine((weights, context) => sumsToOne(context, [], Object.values(weights)))

const bands = z
  .strictObject({
    high: index.describe('index from which it is high'),
    low: index.describe('index below which it is low'),
  })
  .superRefine(({ high, low }, context) => {
    if (!(low <= high)) report(context, ['low'], `must be <= high ${high}, got ${low}`)
  })

const flags = z.strictObject({
  evasion: z.strictObject({
    allBanks: share.describe('settlement at all banks ÷ sales, at least'),
    volume: share.describe('volume at this bank, below'),
  }),
  noVolume: z.strictObject({
    allBanks: share.describe('settlement at all banks ÷ sales of the year before, below'),
    fall: share.describe('or settlement down on the year before by more than this'),
  }),
  roundTrip: z.strictObject({
    retention: nonNegative.describe('deposit ÷ gross turnover, as a share of the norm, below'),
    sameDay: share.describe('or turnover in and out the same day ÷ gross turnover, above'),
  }),
  dressing: z.strictObject({
    window: nonNegative.describe('settlement before maturity ÷ that of other months, at least'),
    regularity: share.describe('share of regular months, below'),
  }),
})

const signals = z.strictObject({
  value: z.number().describe('index in standard deviations of its sector, alert below'),
  liquidity: nonNegative.describe('months of cost that the natural deposit covers, alert below'),
  depositSwing: nonNegative.describe('coefficient of variation of monthly deposits, alert above'),
  truthOfSales: nonNegative.describe('deposit ÷ gross turnover as a share of the norm, alert below'),
  overBorrowing: nonNegative.describe('loans of all banks ÷ working-capital need, alert above'),
  character: share.describe('sincerity, alert below'),
  exitFrom: count.describe('alerts from which the advance judgement is to leave'),
})

export const settlementCard = z
  .strictObject({
    ...cardBase,
    kind: z.literal('settlement').describe('the settlement credit index'),
    exponents: exponents.describe('weights of volume, retention and sincerity in their geometric mean'),
    sincerity: sincerity.describe('weights of the parts of sincerity'),
    bands: bands.describe('what counts as a high and a low index'),
    flagCap: index.describe('highest index while any negative situation is active'),
    flags: flags.describe('bounds of the four negative situations'),
    signals: signals.describe('bounds of the risk signals'),
  })
  .superRefine(checkFields)
  .superRefine(checkOptions)
  .superRefine(checkCuts)

/** Declared are the inputs of the index, and optionally those of the negative situations, none with a wider range than it has a value in. */
function checkFields({ fields }: SettlementCard, context: z.core.$RefinementCtx): void {
  const known = { ...INPUT_RANGES, ...SITUATION_RANGES }
  for (const name of Object.keys(INPUT_RANGES))
    if (!fields[name]) report(context, ['fields'], `must declare "${name}", which the index is made from`)
  for (const [name, field] of Object.entries(fields)) {
    const path = ['fields', name]
    if (!(name in known)) {
      report(context, path, `is read by no settlement index, which reads ${Object.keys(known).join(', ')}`)
      continue
    }
    const range = known[name as keyof typeof known]
    if (field.type !== 'number') report(context, [...path, 'type'], `must be number, got ${field.type}`)
    else if (!isInside(field, range)) report(context, path, `must allow nothing but ${rangeText(range)}`)
    if (field.optional && name in INPUT_RANGES)
      report(context, [...path, 'optional'], 'must be left out: there is no index without this')
  }
}

/** Whether every number of one range is in the other. */
function isInside(inner: NumberRange, outer: NumberRange): boolean {
  const { min = -Infinity, above = -Infinity, max = Infinity } = inner
  const floor = Math.max(min, above)
  return (
    floor >= (outer.min ?? -Infinity) &&
    (outer.above === undefined || min > outer.above || above >= outer.above) &&
    max <= (outer.max ?? Infinity)
  )
}

function checkOptions({ options }: SettlementCard, context: z.core.$RefinementCtx): void {
  for (const name of Object.keys(options))
    report(context, ['options', name], 'must be left out: the index has no options')
}
