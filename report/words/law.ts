/** Sentences on how far the law of large numbers carries. */
import type { LawOfLargeNumbersPoint } from '../../models/result.ts'

export const en = {
  heading: 'How far the law of large numbers carries',
  intro:
    'With enough loans the loss rate settles at its mean, if firms fail one by one. What strikes many at once, the economy or a sector, does not average out; chains of guarantees do so only when the book is far larger than they are.',
  sources:
    'Lines and what is called systematic are by formula. Points and shares of futures are simulated anew for each number of loans: they agree with the Verdict page within their errors.',
  chains: 'The formula spreads calls by their averages: small books with long chains lie off the line.',
  dependences: { independence: 'independent', factors: 'common factors', guarantees: '+ guarantee calls' },
  stops: (loans: string, systematic: string, all: string) =>
    `Beyond ${loans} loans more loans stop helping: ${systematic} of ${all} points of volatility are systematic`,
  helps: (loans: string, systematic: string, all: string) =>
    `More loans help up to ${loans}: only ${systematic} of ${all} points of volatility are systematic`,
  nothing: 'No common factor ties the firms here: every further loan makes the loss steadier',
  probability: {
    independence: (share: string, loans: string) =>
      `With ${loans} loans independence promises coverage in ${share} of futures`,
    factors: (share: string) => `common factors leave ${share}`,
    guarantees: (share: string) => `guarantee calls leave ${share}`,
  } satisfies Record<LawOfLargeNumbersPoint['dependence'], (share: string, loans: string) => string>,
  x: 'number of loans (log scale)',
  volatility: ['standard deviation of', 'the loss rate, %'],
  coverage: 'coverage probability, %',
  key: 'line: formula; points: simulated, 95% interval',
  floor: (value: string) => `systematic ${value}`,
  enough: (loans: string) => `${loans} loans`,
  tip: (loans: string, name: string, simulated: string, formula: string) =>
    `${loans} loans, ${name}: simulated ${simulated}, formula ${formula}`,
  table: 'The curves in figures',
  dependence: 'Dependence',
  formula: 'formula',
  simulated: 'simulated',
}

export const zh: typeof en = {
  heading: '大数法则能走多远',
  intro:
    '企业若各自独立违约，贷款足够多时损失率会稳定在均值附近。同时冲击许多企业的因素（经济、行业）不会相互抵消；担保链只有在客群规模远大于链条时才会相互抵消。',
  sources: '曲线与“系统性”部分来自公式；各点与路径占比按每种笔数单独模拟，与“结论”页的数字在误差范围内一致。',
  chains: '公式按平均水平传播代偿：客群小而担保链长时，模拟点会偏离公式线。',
  dependences: { independence: '相互独立', factors: '共同因子', guarantees: '加上担保链' },
  stops: (loans, systematic, all) =>
    `超过${loans}笔后，再多贷款也无助于分散：${all}个百分点的波动中有${systematic}个是系统性的`,
  helps: (loans, systematic, all) =>
    `增加到${loans}笔之前仍有助于分散：${all}个百分点的波动中只有${systematic}个是系统性的`,
  nothing: '此处企业之间没有共同因子：每多一笔贷款，损失都更稳定',
  probability: {
    independence: (share, loans) => `${loans}笔贷款若相互独立，${share}的路径可覆盖`,
    factors: (share) => `有共同因子时为${share}`,
    guarantees: (share) => `再加担保链为${share}`,
  },
  x: '贷款笔数（对数刻度）',
  volatility: ['损失率标准差，%'],
  coverage: '覆盖概率，%',
  key: '线：公式；点：模拟及95%区间',
  floor: (value) => `系统性${value}`,
  enough: (loans) => `${loans}笔`,
  tip: (loans, name, simulated, formula) => `${loans}笔，${name}：模拟${simulated}，公式${formula}`,
  table: '曲线的数值',
  dependence: '相关性',
  formula: '公式',
  simulated: '模拟',
}
