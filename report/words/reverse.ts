/** Sentences on the size of a shock at which coverage is lost. */
import type { Measure } from '../../models/judge/coverage.ts'
import type { ShockId } from '../../sim/reverse/shocks/index.ts'
import type { Lang } from '../text.ts'

const en = {
  measures: { ratio: 'coverage ratio', probability: 'coverage probability' } satisfies Record<Measure, string>,
  heading: (scenario: string, measure: string, level: string) =>
    `${scenario}: how far each shock may go until the ${measure} is ${level}, on top of the scenario`,
  shock: 'Shock',
  today: 'Without it',
  root: 'Coverage just holds at',
  confirmed: 'On drawn defaults',
  holds: 'as found',
  fails: 'not as found',
  reasons: {
    above: (from: string, to: string) => `never, from ${from} to ${to}`,
    below: (from: string, to: string) => `not covered at any size from ${from} to ${to}`,
    noEffect: 'no effect',
    refused: (why: string) => `cannot act: ${why}`,
  },
  shocks: {
    pdMultiple: 'Default rates times',
    factorMean: 'Global factor shifted by',
    lgd: 'Loss given default plus',
    collateralPrice: 'Collateral prices change by',
    funding: 'Funding rate changes by',
    loanRate: 'Loan rates change by',
    depositVolume: 'Deposits change by',
    linkProbability: 'A call is fatal with probability',
    fraudShare: 'Share of frauds among applicants',
    assetCorrelation: 'Asset correlation R²',
  } satisfies Record<ShockId, string>,
  found: {
    means: (paths: string) =>
      `Searched for on means given the factors, with the same random numbers for all sizes, and held once against ${paths} paths of drawn defaults; prices are tried on those paths themselves.`,
    drawn: (paths: string) =>
      `This strategy acts on single defaults: searched for on a few drawn paths to a size, and held once against ${paths} paths; prices are tried on those themselves.`,
    prices: (paths: string) => `Prices are tried on the same ${paths} paths of drawn defaults.`,
  },
}

const zh: typeof en = {
  measures: { ratio: '覆盖率', probability: '覆盖概率' },
  heading: (scenario, measure, level) => `${scenario}：在情景之上，各冲击达到多大时${measure}为${level}`,
  shock: '冲击',
  today: '无冲击时',
  root: '恰好覆盖的临界值',
  confirmed: '逐笔违约模拟',
  holds: '一致',
  fails: '不一致',
  reasons: {
    above: (from, to) => `从${from}到${to}均不会`,
    below: (from, to) => `从${from}到${to}均未覆盖`,
    noEffect: '无影响',
    refused: (why) => `不适用：${why}`,
  },
  shocks: {
    pdMultiple: '违约率倍数',
    factorMean: '全局因子移动',
    lgd: '违约损失率增加',
    collateralPrice: '抵押品价格变动',
    funding: '资金成本变动',
    loanRate: '贷款利率变动',
    depositVolume: '存款变动',
    linkProbability: '代偿致违约概率',
    fraudShare: '申请人中造假占比',
    assetCorrelation: '资产相关系数 R²',
  },
  found: {
    means: (paths) =>
      `在给定因子的条件均值上搜索，各冲击大小使用相同随机数，再以 ${paths} 条逐笔违约路径核对一次；价格类冲击直接在这些路径上计算。`,
    drawn: (paths) =>
      `该策略作用于单笔违约：在较少的逐笔违约路径上搜索，再以 ${paths} 条路径核对一次；价格类冲击直接在这些路径上计算。`,
    prices: (paths) => `价格类冲击在同样的 ${paths} 条逐笔违约路径上计算。`,
  },
}

/** These sentences in a language. */
export const reverseWords = (lang: Lang): typeof en => (lang === 'zh' ? zh : en)
