import { NEGATIVE_SITUATIONS, type NegativeSituation } from '../settlement/inputs.ts'
import type { SettlementRecord } from '../settlement/negativeSituations.ts'
import { type SettlementScore, settlementScore } from '../settlement/settlementScore.ts'
import { windowOf } from '../settlement/settlementIndex.ts'
import { toSettlementRecord } from '../settlement/toSettlementRecord.ts'
import type { SettlementCard } from './card.ts'
import type { Text } from '../text.ts'
import type { Applicant } from '../types.ts'
import type { CardOptions } from './cardOptions.ts'
import { compileSettlement } from './compileSettlement.ts'
import type { ExplainedItem, ExplainedLimit, ScoreExplanation } from './scoreExplanation.ts'
import { explainCut } from './explainCut.ts'
import { plain } from './words.ts'

/** Why an applicant's settlement index is what it is. */
export function explainSettlement(card: SettlementCard, applicant: Applicant, options: CardOptions): ScoreExplanation {
  const result = compileSettlement(card, options)(applicant)
  const record = toSettlementRecord(applicant)
  const score = settlementScore(card, record)
  return {
    result,
    rows: [volumeRow(record, score), retentionRow(record, score), sincerityRow(card, record, score)],
    conversion: explainIndex(card, score),
    deduction: explainCap(card, score),
    levelCut: `${explainCut(card, score.cappedIndex)}; ${explainBand(card, score)}`,
    levelLimit: null,
    limits: NEGATIVE_SITUATIONS.map((situation) => explainSituation(card, situation, record, score)),
  }
}

function volumeRow(
  { verifiedSettlement, cashSales, loanShare }: SettlementRecord,
  score: SettlementScore,
): ExplainedItem {
  const ratio = verifiedSettlement / (loanShare * cashSales)
  const sum = `${plain(verifiedSettlement)} ÷ (${plain(loanShare)} × ${plain(cashSales)}) = ${shown(ratio)}`
  const why = `settlement ÷ (loan share × cash sales) = ${sum}${atMostOne(ratio)}`
  return row('volume', { en: 'Settlement volume', zh: '结算量' }, ratio, score.volume, why)
}

function retentionRow(record: SettlementRecord, { retention }: SettlementScore): ExplainedItem {
  const { verifiedSettlement, naturalDeposit, depositNorm } = record
  const title = { en: 'Natural deposit', zh: '自然沉淀的日均存款' }
  if (verifiedSettlement === 0) return row('retention', title, 0, retention, 'no settlement that could stay')
  const ratio = naturalDeposit / verifiedSettlement / depositNorm
  const sum = `${plain(naturalDeposit)} ÷ ${plain(verifiedSettlement)} ÷ ${plain(depositNorm)} = ${shown(ratio)}`
  return row('retention', title, ratio, retention, `deposit ÷ settlement ÷ norm = ${sum}${atMostOne(ratio)}`)
}

function sincerityRow(card: SettlementCard, record: SettlementRecord, { sincerity }: SettlementScore): ExplainedItem {
  const { regularity, window, products } = card.sincerity
  const parts = [
    `${plain(regularity)} × ${shown(record.regularMonthsShare)} regular months`,
    `${plain(window)} × ${shown(windowOf(record))} for a window ratio of ${shown(record.maturityWindowRatio)}`,
    `${plain(products)} × ${shown(record.productShare)} of products`,
  ]
  const why = `${parts.join(' + ')} = ${shown(sincerity)}`
  return row('sincerity', { en: 'Sincerity of cooperation', zh: '合作诚意' }, sincerity, sincerity, why)
}

/** @param value before it is held to at most 1 */
const row = (item: string, title: Text, value: number, marks: number, why: string): ExplainedItem => ({
  section: 'index',
  item,
  title,
  value: round(value),
  marks,
  fullMarks: 1,
  why,
})

function explainIndex({ exponents }: SettlementCard, { volume, retention, sincerity, index }: SettlementScore): string {
  const factors = [
    `${shown(volume)}^${plain(exponents.volume)}`,
    `${shown(retention)}^${plain(exponents.retention)}`,
    `${shown(sincerity)}^${plain(exponents.sincerity)}`,
  ]
  return `index = 100 × ${factors.join(' × ')} = ${shown(index)}`
}

function explainCap({ flagCap }: SettlementCard, { index, cappedIndex, flags }: SettlementScore): string | null {
  if (cappedIndex === index) return null
  return `${shown(index)} is capped at ${plain(flagCap)} because of ${flags.join(' and ')}: −${shown(index - cappedIndex)}`
}

function explainBand({ bands }: SettlementCard, { band }: SettlementScore): string {
  if (band === 'high') return `high, from ${plain(bands.high)}`
  return band === 'low'
    ? `low, below ${plain(bands.low)}`
    : `middle, from ${plain(bands.low)} and below ${plain(bands.high)}`
}

const SITUATION_TITLES: Readonly<Record<NegativeSituation, Text>> = {
  evasion: { en: 'Keeps settlement away from the lender', zh: '刻意避开贷款银行监管' },
  noVolume: { en: 'Has no normal settlement volume', zh: '没有正常销售货款结算量' },
  roundTrip: { en: 'Round-trips one sum to fake volume', zh: '一笔资金转来转去伪造销售结算量' },
  dressing: { en: 'Shows receipts only near maturity', zh: '临近到期才回点货款' },
}

function explainSituation(
  card: SettlementCard,
  situation: NegativeSituation,
  record: SettlementRecord,
  score: SettlementScore,
): ExplainedLimit {
  const applies = score.flags.includes(situation)
  return {
    id: situation,
    title: SITUATION_TITLES[situation],
    applies,
    why: applies ? `${CAUSES[situation](card, record, score)}: at most ${plain(card.flagCap)}` : 'nothing applies',
  }
}

/** What sets a negative situation that is active off. */
const CAUSES: Readonly<
  Record<NegativeSituation, (card: SettlementCard, record: SettlementRecord, score: SettlementScore) => string>
> = {
  evasion: ({ flags }, { settlementAllBanks, cashSales }, { volume }) =>
    `settlement at all banks ${plain(settlementAllBanks)} is at least ${plain(flags.evasion.allBanks)} × sales ${plain(cashSales)}, ` +
    `yet volume here ${shown(volume)} is below ${plain(flags.evasion.volume)}`,

  noVolume: ({ flags: { noVolume } }, { settlementAllBanks, referenceSales, settlementChange }) =>
    either(
      settlementAllBanks < noVolume.allBanks * referenceSales &&
        `settlement at all banks ${plain(settlementAllBanks)} is below ${plain(noVolume.allBanks)} × last year's sales ${plain(referenceSales)}`,
      settlementChange < -noVolume.fall &&
        `settlement fell by ${shown(-settlementChange)}, more than ${plain(noVolume.fall)}`,
    ),

  roundTrip: ({ flags: { roundTrip } }, { naturalDeposit, depositNorm, grossTurnover, sameDayTurnover }) =>
    either(
      naturalDeposit < roundTrip.retention * depositNorm * grossTurnover &&
        `deposit ${plain(naturalDeposit)} is below ${plain(roundTrip.retention)} × norm ${plain(depositNorm)} × gross turnover ${plain(grossTurnover)}`,
      sameDayTurnover > roundTrip.sameDay * grossTurnover &&
        `same-day turnover ${plain(sameDayTurnover)} is above ${plain(roundTrip.sameDay)} × gross turnover ${plain(grossTurnover)}`,
    ),

  dressing: ({ flags: { dressing } }, { maturityWindowRatio, regularMonthsShare }) =>
    `settlement before maturity is ${shown(maturityWindowRatio)} times that of other months, at least ${plain(dressing.window)}, ` +
    `and the share of regular months ${shown(regularMonthsShare)} is below ${plain(dressing.regularity)}`,
}

/** The causes out of several that hold. */
const either = (...causes: readonly (string | false)[]): string => causes.filter((cause) => cause !== false).join('; ')

const atMostOne = (value: number): string => (value > 1 ? ', at most 1' : '')

const round = (value: number): number => Number(value.toFixed(4))

/** A measured figure to four decimals. */
const shown = (value: number): string => plain(round(value))
