/** A card of marks: indicators, rules, deduction and limits. */
import { z } from 'zod'
import { ROUNDINGS } from '../../models/scorecard/countSteps.ts'
import type { MarksCard, ScorecardRule } from '../../models/scorecard/card.ts'
import { cardBase, checkCuts } from './cardBase.ts'
import { identifier, positive, repeated, report, text } from './common.ts'

const marks = z.number().min(0)
const fieldName = z.string().min(1)

/** A threshold, or one that depends on an option of the card. */
const threshold = z.union([positive, z.strictObject({ option: z.string(), values: z.record(z.string(), positive) })])

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('step'),
    field: fieldName,
    better: z.enum(['lower', 'higher']),
    standard: z.number(),
    step: positive,
    minus: positive,
  }),
  z.strictObject({
    kind: z.literal('bands'),
    field: fieldName,
    bands: z.array(z.strictObject({ from: z.number(), marks, strict: z.boolean().optional() })).min(1),
    otherwise: marks,
    zeroIf: fieldName.optional(),
  }),
  z.strictObject({ kind: z.literal('choice'), field: fieldName, marks: z.record(z.string(), marks) }),
  z.strictObject({
    kind: z.literal('limitAndFlag'),
    field: fieldName,
    atMost: z.number(),
    flag: fieldName,
    marks,
  }),
  z.strictObject({ kind: z.literal('count'), field: fieldName, minusEach: positive, zeroFrom: threshold }),
  z.strictObject({
    kind: z.literal('volume'),
    fields: z.record(z.string(), z.number()),
    start: marks,
    startMarks: marks,
    add: positive,
    per: threshold,
    linearWhen: z.strictObject({ option: z.string(), value: z.string() }).optional(),
  }),
])

const section = z.strictObject({
  id: identifier,
  title: text,
  optional: z.string().optional(),
  bestLevelWithout: z.int().min(1).max(10).optional(),
  items: z.array(z.strictObject({ id: identifier, title: text, fullMarks: positive, rule })).min(1),
})

export const marksCard = z
  .strictObject({
    ...cardBase,
    kind: z
      .literal('marks')
      .default('marks')
      .describe('items that give marks; a card that does not say its kind is this'),
    sections: z.array(section).min(1).describe('items that give marks, in groups'),
    deduction: z
      .strictObject({ amount: fieldName, base: fieldName, step: positive, minus: positive, max: positive })
      .nullable()
      .default(null)
      .describe('marks taken for loss exposure: each step of amount ÷ base takes minus, at most max'),
    limits: z
      .array(
        z.strictObject({
          id: identifier,
          title: text,
          level: z.int().min(1).max(10),
          exact: z.boolean(),
          anyOf: z
            .array(
              z.union([fieldName, z.array(fieldName).min(1), z.strictObject({ field: fieldName, below: z.number() })]),
            )
            .min(1),
        }),
      )
      .default([])
      .describe('vetoes: any of the triggers forces or caps the level'),
  })
  .superRefine(checkFields)
  .superRefine(checkRules)
  .superRefine(checkItems)
  .superRefine(checkCuts)

type FieldType = MarksCard['fields'][string]['type']

/** Every field that a rule, the deduction or a limit names is declared with the right type. */
function checkFields(written: MarksCard, context: z.core.$RefinementCtx): void {
  const expect = (name: string, type: FieldType, path: PropertyKey[]): void => {
    const declared = written.fields[name]
    if (!declared) report(context, path, `must name one of the card's fields, got "${name}"`)
    else if (declared.type !== type) report(context, path, `must name a ${type} field, "${name}" is a ${declared.type}`)
  }

  for (const [name, { type, choices, optional }] of Object.entries(written.fields)) {
    if ((type === 'choice') !== (choices !== undefined))
      report(context, ['fields', name], 'must list its choices if, and only if, its type is choice')
    if (optional && type !== 'boolean')
      report(
        context,
        ['fields', name, 'optional'],
        `must be left out unless the type is boolean, "${name}" is a ${type}`,
      )
  }

  for (const { rule, at } of rulesOf(written)) {
    if (rule.kind === 'volume')
      for (const name of Object.keys(rule.fields)) expect(name, 'number', [...at, 'fields', name])
    else expect(rule.field, rule.kind === 'choice' ? 'choice' : 'number', [...at, 'field'])
    if (rule.kind === 'bands' && rule.zeroIf !== undefined) expect(rule.zeroIf, 'boolean', [...at, 'zeroIf'])
    if (rule.kind === 'limitAndFlag') expect(rule.flag, 'boolean', [...at, 'flag'])
    if (rule.kind === 'choice')
      for (const choice of written.fields[rule.field]?.choices ?? [])
        if (rule.marks[choice] === undefined) report(context, [...at, 'marks'], `must give marks for "${choice}"`)
  }

  if (written.deduction) {
    expect(written.deduction.amount, 'number', ['deduction', 'amount'])
    expect(written.deduction.base, 'number', ['deduction', 'base'])
  }

  written.limits.forEach(({ anyOf }, limit) =>
    anyOf.forEach((trigger, entry) => {
      const path = ['limits', limit, 'anyOf', entry]
      if (typeof trigger === 'string') expect(trigger, 'boolean', path)
      else if ('below' in trigger) expect(trigger.field, 'number', [...path, 'field'])
      else trigger.forEach((flag, index) => expect(flag, 'boolean', [...path, index]))
    }),
  )
}

/** Rules give no more than full marks and name options that exist, with a threshold for each of the option's values. */
function checkRules(written: MarksCard, context: z.core.$RefinementCtx): void {
  const expectOption = (name: string, path: PropertyKey[]): readonly (string | boolean)[] => {
    const values = written.options[name]
    if (!values) report(context, path, `must name one of the card's options, got "${name}"`)
    return values ?? []
  }

  for (const value of written.options['partialSteps'] ?? [])
    if (!ROUNDINGS.some((rounding) => rounding === value))
      report(context, ['options', 'partialSteps'], `must list values out of ${ROUNDINGS.join(', ')}, got ${value}`)

  for (const { rule, fullMarks, at } of rulesOf(written)) {
    const most = mostMarks(rule)
    if (most !== null && most !== fullMarks)
      report(context, at, `must give the item's full marks ${fullMarks} at best, gives ${most}`)

    const threshold = rule.kind === 'count' ? rule.zeroFrom : rule.kind === 'volume' ? rule.per : null
    if (threshold !== null && typeof threshold === 'object') {
      const path = [...at, rule.kind === 'count' ? 'zeroFrom' : 'per']
      for (const value of expectOption(threshold.option, [...path, 'option']))
        if (threshold.values[String(value)] === undefined)
          report(context, [...path, 'values'], `must have a value for ${threshold.option} "${value}"`)
    }
    if (rule.kind === 'volume' && rule.linearWhen) {
      const { option, value } = rule.linearWhen
      const values = expectOption(option, [...at, 'linearWhen', 'option'])
      if (values.length && !values.includes(value))
        report(context, [...at, 'linearWhen', 'value'], `must be a value of ${option}, got "${value}"`)
    }
  }

  written.sections.forEach(({ optional }, index) => {
    if (optional === undefined) return
    const path = ['sections', index, 'optional']
    const values = expectOption(optional, path)
    if (values.some((value) => typeof value !== 'boolean')) report(context, path, `must name a true/false option`)
  })
}

function checkItems(written: MarksCard, context: z.core.$RefinementCtx): void {
  const items = written.sections.flatMap((one) => one.items.map(({ id }) => id))
  for (const id of repeated(items)) report(context, ['sections'], `must not repeat an item, "${id}" is there twice`)
  for (const id of repeated(written.sections.map((one) => one.id)))
    report(context, ['sections'], `must not repeat a section, "${id}" is there twice`)
}

/** The most a rule can give, or null where that is the item's full marks by construction. */
function mostMarks(rule: ScorecardRule): number | null {
  if (rule.kind === 'bands') return Math.max(rule.otherwise, ...rule.bands.map((band) => band.marks))
  if (rule.kind === 'choice') return Math.max(...Object.values(rule.marks))
  return rule.kind === 'limitAndFlag' ? rule.marks : null
}

const rulesOf = (written: MarksCard): { rule: ScorecardRule; fullMarks: number; at: PropertyKey[] }[] =>
  written.sections.flatMap((one, section) =>
    one.items.map(({ rule, fullMarks }, item) => ({
      rule,
      fullMarks,
      at: ['sections', section, 'items', item, 'rule'],
    })),
  )
