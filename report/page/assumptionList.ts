import type { GuaranteeNetwork } from '../../models/book.ts'
import type { Text } from '../../models/text.ts'
import type { Assumptions, BookAssumptions } from '../assumptions.ts'
import { checkName } from '../checkWords.ts'
import { levelText, percent, plainNumber } from '../format.ts'
import { type Lang, inLang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

/** What the simulation takes for granted of each book and of each strategy's guarantee fund, as items of a definition list. */
export const assumptionList = ({ books, funds }: Assumptions, lang: Lang): readonly Markup[] => [
  ...books.map((book) => item(book.title, bookSentences(book, lang), lang)),
  ...funds.map(({ title, fund }) => {
    const text = words(lang)
    const covers = text.list(fund.covers.map((one) => text.collaterals[one]))
    return item(title, [text.model.fund(covers, levelText(fund.bankShare), levelText(fund.cap))], lang)
  }),
]

const item = (title: Text, sentences: readonly string[], lang: Lang): Markup => html`
  <dt>${words(lang).model.heading(inLang(title, lang))}</dt>
  <dd>${words(lang).parts(sentences)}</dd>
`

function bookSentences(book: BookAssumptions, lang: Lang): string[] {
  const text = words(lang)
  const { model } = text
  const { persistence, degreesOfFreedom } = book.globalFactor
  const factorName = (by: string): string => (by === 'global' ? model.economy : checkName(by, lang))
  return [
    ...(book.baseDefaultRate === null ? [] : [model.baseDefaultRate(percent(book.baseDefaultRate))]),
    book.factors.length === 0
      ? model.noFactors
      : model.factors(
          text.list(book.factors.map(({ by, loading }) => model.loading(factorName(by), plainNumber(round(loading))))),
        ),
    degreesOfFreedom === null ? model.normal : model.studentT(plainNumber(degreesOfFreedom)),
    persistence === 0 ? model.freshYears : model.persistence(plainNumber(persistence)),
    book.lgdLink === 0 ? model.noLgdLink : model.lgdLink(plainNumber(book.lgdLink)),
    ...(book.guarantees ? networkSentences(book.guarantees, lang) : [model.noGuarantees]),
    model.npl(book.npl.lagMonths, book.npl.disposalMonths, percent(book.npl.openingRatio)),
  ]
}

function networkSentences(network: GuaranteeNetwork, lang: Lang): string[] {
  const text = words(lang)
  const { model } = text
  const shape =
    network.kind === 'groups'
      ? model.groups(text.list(network.groups.map(({ size, share }) => model.groupOf(size, levelText(share)))))
      : model.scaleFree(plainNumber(network.linksPerFirm))
  return [
    model.network(levelText(network.share), shape),
    model.calls(levelText(network.linkProbability), network.rounds),
    model.payment(levelText(network.payment.each), levelText(network.payment.most)),
  ]
}

/** A loading is often the root of a correlation: three decimals say enough. */
const round = (value: number): number => Number(value.toFixed(3))
