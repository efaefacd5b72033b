/** What `yieldcover optimise` holds the nearest covering schedule to. */
import { z } from 'zod'
import { COVERAGES } from '../../models/study.ts'
import { needs, nonNegative, positive, probability, report, share } from './common.ts'

const goal = z.strictObject({
  scenario: z.string().min(1).describe('id of a scenario of this study'),
  coverage: z
    .enum(COVERAGES)
    .default('expected')
    .describe(
      'expected: a coverage ratio of at least ratio; probability: a coverage probability of at least level; conditionalValueAtRisk: a mean surplus of at least 0 even of the worst 1 − level of paths',
    ),
  level: probability.default(0.95).describe('level of probability and conditionalValueAtRisk'),
  ratio: positive.default(1).describe('least coverage ratio of expected'),
})

const goals = z
  .array(goal)
  .min(1)
  .superRefine((written, context) => {
    const keys = written.map(({ scenario, coverage, level }) =>
      [scenario, coverage, ...(coverage === 'expected' ? [] : [level])].join(' '),
    )
    keys.forEach((key, index) => {
      if (keys.indexOf(key) < index) report(context, [index], `must not repeat the goal ${key}`)
    })
  })

export const optimise = z
  .strictObject({
    scenarios: goals
      .nullable()
      .default(null)
      .describe(
        'scenarios in which it must cover; by default conditionalValueAtRisk at baseline and expected coverage at mild_downturn, where the study has them',
      ),
    start: z.enum(['offered', 'required']).default('offered').describe('rates that it stays near'),
    weights: z
      .enum(['even', 'byRisk'])
      .default('even')
      .describe('even: a cell counts by its balance; byRisk: by its balance ÷ its expected loss'),
    monotone: z.boolean().default(true).describe('whether a worse grade never pays less'),
    minimumRate: share.default(0).describe('least rate, decimal per year'),
    maximumRate: share
      .nullable()
      .default(null)
      .describe('highest rate, decimal per year; null is the cap of the schedule'),
    largestStep: positive.nullable().default(null).describe('largest change of a rate, decimal per year; null is any'),
    maxCrossSubsidy: nonNegative
      .nullable()
      .default(null)
      .describe('most by which a cell may fall short of its required rate, decimal per year; null is any'),
  })
  .superRefine(
    ({ minimumRate, maximumRate }, context) => {
      if (maximumRate !== null && !(maximumRate >= minimumRate))
        report(context, ['maximumRate'], `must be >= minimumRate ${minimumRate}, got ${maximumRate}`)
    },
    needs('minimumRate', 'maximumRate'),
  )
