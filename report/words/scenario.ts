/** What a scenario does, in words. */
import type { HiddenRisk, IdleReason } from '../../scenarios/index.ts'

export const en = {
  notSimulated: 'In its file and not simulated in this version',
  notSimulatedNote:
    'A verdict rests on the shocks listed under its scenario; what else the scenario names, such as growth, is listed there as not simulated.',
  shocks: 'The scenario',
  noShocks: 'no shocks',
  shockNames: {
    pdMultiple: 'default probability ×',
    factorMean: 'economy (standard deviations)',
    factorVolatility: 'swings of the economy ×',
    lgdAdd: 'loss given default, ',
    collateralPrice: 'collateral value, ',
    fraudShare: 'fraudulent applicants',
    guaranteeShare: 'firms that guarantee each other',
    linkProbability: 'default probability of a called guarantor',
    guaranteeFundCap: 'cap of the guarantee fund',
    saleDelay: 'years until collateral is sold',
    salesChange: 'sales of the first year',
    receivableDays: 'days added to receivables',
    auctionFactor: 'auction prices ×',
    depositVolume: 'deposit balances',
    loanRate: 'loan rates',
    fundingRate: 'funding rate',
    depositRate: 'deposit rate',
  },
  deferral: (share: string, from: number, until: number, months: number, extended: string, failed: string) =>
    `principal of ${share} of the loans due in months ${from}–${until} deferred by ${months} months; at its end ${extended} deferred once more, ${failed} fail`,
  idleShock: {
    noApplicants: 'no effect on this book: a tape has no applicants',
    noGuarantees: 'no effect on this book: nobody in it guarantees anybody',
    noFund: 'no effect: the strategy has no guarantee fund',
    statedLgd: 'no effect on loans whose LGD the tape states',
  } satisfies Record<IdleReason, string>,
  hiddenRisk: {
    fraud: 'fraud has no effect on this book, a tape has no applicants',
    guarantees: 'guarantee chains have no effect on this book, nobody in it guarantees anybody',
  } satisfies Record<HiddenRisk, string>,
  sectorPd: (sector: string) => `default probability in ${sector} ×`,
  inSector: (shock: string, sector: string) => `${shock} in ${sector}`,
  byYear: 'years 1, 2, …; the last value holds on',
  contagion: (multiplier: string) => `Guarantee calls multiply the number of firms in default by ${multiplier}`,
}

export const zh: typeof en = {
  notSimulated: '情景文件中列出、本版本尚未模拟',
  notSimulatedNote: '结论只依据情景下列出的冲击；情景中的其他内容（如经济增速）在该处列为尚未模拟。',
  shocks: '情景设定',
  noShocks: '无冲击',
  shockNames: {
    pdMultiple: '违约概率 ×',
    factorMean: '经济因子（标准差）',
    factorVolatility: '经济波动 ×',
    lgdAdd: '违约损失率：',
    collateralPrice: '押品价值：',
    fraudShare: '造假申请户占比',
    guaranteeShare: '互保企业占比',
    linkProbability: '被要求代偿的担保人违约概率',
    guaranteeFundCap: '担保基金代偿上限',
    saleDelay: '押品处置时间（年）',
    salesChange: '首年销售额',
    receivableDays: '应收账款天数',
    auctionFactor: '拍卖价格 ×',
    depositVolume: '存款余额',
    loanRate: '贷款利率',
    fundingRate: '资金转移价格',
    depositRate: '存款利率',
  },
  deferral: (share, from, until, months, extended, failed) =>
    `第${from}–${until}个月到期贷款中${share}延期还本${months}个月；期满后${extended}再次延期，${failed}违约`,
  idleShock: {
    noApplicants: '对本客群无影响：贷款台账没有申请户',
    noGuarantees: '对本客群无影响：企业之间无担保',
    noFund: '无影响：该策略没有担保基金',
    statedLgd: '对台账已列明违约损失率的贷款无影响',
  },
  hiddenRisk: {
    fraud: '造假对本客群无影响，贷款台账没有申请户',
    guarantees: '担保链对本客群无影响，企业之间无担保',
  },
  sectorPd: (sector) => `${sector}违约概率 ×`,
  inSector: (shock, sector) => `${sector}${shock}`,
  byYear: '依次为第1、2……年，之后保持末值',
  contagion: (multiplier) => `担保代偿使违约企业数增至${multiplier}倍`,
}
