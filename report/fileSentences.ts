import type { Requirement } from '../models/lending/requirement.ts'
import type { Evidence } from '../models/lending/sixElements.ts'
import { checkName } from './checkWords.ts'
import { factText } from './factText.ts'
import type { FileStory } from './fileStories.ts'
import { levelText, percent, plainBasisPoints, whole } from './format.ts'
import { type Lang, inLang, words } from './text.ts'
import type { Text } from '../models/text.ts'

type File = FileStory['file']
export type MoneyText = (amount: number) => string

/** Amounts in a book's unit. */
export const moneyText =
  (unit: Text, lang: Lang): MoneyText =>
  (amount) =>
    `${whole(amount)}${words(lang).files.unit(inLang(unit, lang))}`

/** What was decided. */
export function decisionText({ declined, line, rate }: File, money: MoneyText, lang: Lang): string {
  const text = words(lang)
  return declined === null
    ? text.files.granted(money(line.line), percent(rate.offered), percent(rate.floor?.rate ?? null))
    : text.selection.reasons[declined]
}

/** Whether the rate pays for the loan; null where there is no rate to compare. */
export function gapText({ rate: { offered, floor } }: File, lang: Lang): string | null {
  if (offered === null || !floor) return null
  const text = words(lang)
  const gap = offered - floor.rate
  const size = plainBasisPoints(Math.abs(gap))
  return (gap < 0 ? text.files.short(size) : text.files.enough(size)) + text.stop
}

/** How the amount asked for became a line. */
export function lineText({ line }: File, money: MoneyText, lang: Lang): string {
  const text = words(lang)
  const own = text.files
  return (
    text.parts([
      own.line(money(line.requested), money(line.line)),
      ...line.caps.map(({ cap, amount }) => own.caps[cap](money(amount))),
      ...(line.utilisation < 1 ? [own.drawn(levelText(line.utilisation), money(line.balance))] : []),
    ]) + text.stop
  )
}

/** How the score became a grade. */
export const pdText = ({ pd }: File, lang: Lang): string =>
  words(lang).files.pd(percent(pd.card), percent(pd.assigned), pd.grade) + words(lang).stop

/** What the settlement record warns of; null without alerts. */
export function alertText({ signals }: File, lang: Lang): string | null {
  if (!signals || signals.alerts.length === 0) return null
  const text = words(lang)
  const own = text.files
  const alerts = text.list(signals.alerts.map((alert) => own.alertNames[alert]))
  return own.alerts + text.colon + text.withNote(alerts, own.prejudgements[signals.prejudgement])
}

/** Steps of the floor rate's build-up, and the rate offered; none for a file without a balance. */
export function rateSteps({ rate: { offered, floor } }: File, lang: Lang): readonly (readonly [string, string])[] {
  if (!floor) return []
  const own = words(lang).files
  const { operatingCost, expectedLoss, capitalCharge, crossIncome, costRate, netRate, rate } = floor
  const steps: readonly (readonly [keyof typeof own.steps, number | null])[] = [
    ['funding', costRate - operatingCost - expectedLoss - capitalCharge + crossIncome],
    ['operatingCost', operatingCost],
    ['expectedLoss', expectedLoss],
    ['capitalCharge', capitalCharge],
    ['crossIncome', -crossIncome],
    ['lostInterest', netRate - costRate],
    ['vat', rate - netRate],
    ['floor', rate],
    ['offered', offered],
  ]
  return steps.map(([step, value]) => [own.steps[step], percent(value)])
}

/** What a rule asks. */
export function requirementText(asked: Requirement, lang: Lang): string {
  const text = words(lang)
  const own = text.files
  const figure = (value: number): string => factText(value, lang)
  if ('atMost' in asked) return own.atMost(figure(asked.atMost))
  if ('atLeast' in asked) return own.atLeast(figure(asked.atLeast))
  if ('above' in asked) return own.above(figure(asked.above))
  if ('between' in asked) return own.between(figure(asked.between[0]), figure(asked.between[1]))
  const names = (keys: readonly string[]): string => text.list(keys.map((key) => checkName(key, lang)))
  return 'oneOf' in asked ? own.oneOf(names(asked.oneOf)) : own.noneOf(names(asked.noneOf))
}

/** Facts with what they speak for; a veto that does not hold is not worth a word. */
export const evidenceText = (evidence: readonly Evidence[], lang: Lang): string =>
  words(lang).parts(
    evidence.flatMap(({ field, value, finding }) =>
      finding === null
        ? []
        : [
            words(lang).withNote(
              `${checkName(field, lang)} ${factText(value, lang)}`,
              words(lang).files.findings[finding],
            ),
          ],
    ),
  )
