/** Titles, axes and keys of the charts of a case. */

export const en = {
  waterfall: {
    gap: (rate: string, gap: string) => `A yield of ${rate} ends ${gap} a year short`,
    surplus: (rate: string, gap: string) => `A yield of ${rate} leaves ${gap} a year to spare`,
  },
  ofBalance: 'share of the balance, % a year',
  losses: {
    title: (miss: string) => `Losses exceed what income can bear in ${miss} of simulated futures`,
    none: 'No losses in any simulated future',
    x: 'loss over the horizon, % of opening exposure',
    y: 'share of futures, %',
    affordable: (value: string) => `income bears ${value}`,
    xMean: 'mean loss over the horizon, % of opening exposure',
    mean: (value: string) => `mean loss ${value}`,
    var99: (value: string) => `99% of futures below ${value}`,
    var999: (value: string) => `99.9% below ${value}`,
    bin: (from: string, to: string, share: string) => `Loss between ${from} and ${to} in ${share} of futures`,
  },
  byGrade: {
    none: 'Every grade covers its own losses',
    all: 'No grade covers its own losses',
    some: (grades: string) => `Own losses not covered in grades ${grades}`,
    one: (grade: string) => `Own losses not covered in grade ${grade}`,
    y: 'coverage ratio',
    cut: (limit: number) => `coverage ratio (bars end at ${limit})`,
    tip: (grade: number, ratio: string, offered: string, required: string, loans: string) =>
      `Grade ${grade}: coverage ${ratio}; offered ${offered}, required ${required}; ${loans} loans`,
  },
  heatMap: {
    legend: 'gap, bp',
    thin: (loans: number) => `• < ${loans} loans`,
    tip: (cell: string, offered: string, required: string, gap: string, loans: string) =>
      `${cell}: offered ${offered}, required ${required}, gap ${gap}; ${loans} loans`,
  },
  nplPath: {
    under: (peak: string, ceiling: string) =>
      `A future's worst month averages ${peak} bad loans, under the ceiling of ${ceiling}`,
    over: (peak: string, ceiling: string) =>
      `A future's worst month averages ${peak} bad loans, above the ceiling of ${ceiling}`,
    near: (peak: string, ceiling: string) =>
      `A future's worst month averages ${peak} bad loans, too near the ceiling of ${ceiling} to tell`,
    x: 'month',
    y: 'NPL ratio, %',
    ceiling: (value: string) => `ceiling ${value}`,
    tip: (month: number, mean: string, low: string, high: string) =>
      `Month ${month}: mean ${mean}; 90% of futures between ${low} and ${high}`,
    band: 'line: mean; band: 5–95% of futures',
    reported: 'reported',
    true: 'true',
    inTime: (peak: string) => `classified in time it would be ${peak}`,
    trueTip: (month: number, ratio: string) => `Month ${month}: ${ratio} on average if classified in time`,
  },
  contributions: {
    sector: (name: string, share: string) => `${name} carries ${share} of the loss in the worst 1% of futures`,
    sectorSwing: (name: string, share: string) => `${name} carries ${share} of the swings of the loss`,
    cells: (count: number, all: number, share: string) =>
      `${count} of ${all} cells carry ${share} of the loss in the worst 1% of futures`,
    cellsSwing: (count: number, all: number, share: string) =>
      `${count} of ${all} cells carry ${share} of the swings of the loss`,
    x: ['share of the loss in the worst 1% of futures, %', '(◇: of the standard deviation)'],
    xSwing: 'share of the standard deviation of the loss, %',
    tip: (name: string, tail: string, tailShare: string, swing: string, swingShare: string) =>
      `${name}: ${tail} of exposure in the worst 1% of futures (${tailShare}); ${swing} of the standard deviation (${swingShare})`,
    tipSwing: (name: string, swing: string, swingShare: string) =>
      `${name}: ${swing} of exposure in the standard deviation (${swingShare})`,
  },
  strip: {
    ratio: 'coverage ratio (1 = just covered)',
    probability: 'coverage probability, %',
    tip: (label: string, verdict: string, ratio: string, probability: string, surplus: string) =>
      `${label}: ${verdict}; coverage ratio ${ratio}, coverage probability ${probability}, surplus ${surplus}`,
  },
}

export const zh: typeof en = {
  waterfall: {
    gap: (rate, gap) => `收益率${rate}，每年缺口${gap}`,
    surplus: (rate, gap) => `收益率${rate}，每年盈余${gap}`,
  },
  ofBalance: '占余额的比率，%/年',
  losses: {
    title: (miss) => `${miss}的模拟路径中，损失超出收益的承受能力`,
    none: '所有模拟路径均无损失',
    x: '整个期间的损失，占期初敞口的%',
    y: '占全部路径的比例，%',
    affordable: (value) => `收益可承受${value}`,
    xMean: '整个期间的平均损失，占期初敞口的%',
    mean: (value) => `平均损失${value}`,
    var99: (value) => `99%的路径损失率不超过${value}`,
    var999: (value) => `99.9%的路径不超过${value}`,
    bin: (from, to, share) => `损失在${from}至${to}之间：占${share}`,
  },
  byGrade: {
    none: '各等级均能覆盖自身损失',
    all: '没有一个等级能覆盖自身损失',
    some: (grades) => `以下等级未能覆盖自身损失：${grades}`,
    one: (grade) => `第${grade}级未能覆盖自身损失`,
    y: '覆盖倍数',
    cut: (limit) => `覆盖倍数（柱高最多画到${limit}）`,
    tip: (grade, ratio, offered, required, loans) =>
      `${grade}级：覆盖倍数${ratio}；报价利率${offered}，所需利率${required}；${loans}笔`,
  },
  heatMap: {
    legend: '差额，bp',
    thin: (loans) => `• 不足${loans}笔`,
    tip: (cell, offered, required, gap, loans) =>
      `${cell}：报价利率${offered}，所需利率${required}，差额${gap}；${loans}笔`,
  },
  nplPath: {
    under: (peak, ceiling) => `各路径最差月份的不良率平均为${peak}，低于上限${ceiling}`,
    over: (peak, ceiling) => `各路径最差月份的不良率平均为${peak}，超过上限${ceiling}`,
    near: (peak, ceiling) => `各路径最差月份的不良率平均为${peak}，与上限${ceiling}过近，不能判定`,
    x: '月',
    y: '不良率，%',
    ceiling: (value) => `上限${value}`,
    tip: (month, mean, low, high) => `第${month}个月：平均${mean}；90%的路径在${low}至${high}之间`,
    band: '线：平均值；带：5–95%的路径',
    reported: '报告值',
    true: '真实值',
    inTime: (peak) => `如及时分类则为${peak}`,
    trueTip: (month, ratio) => `第${month}个月：如及时分类，平均${ratio}`,
  },
  contributions: {
    sector: (name, share) => `最差1%的路径中，${share}的损失来自${name}`,
    sectorSwing: (name, share) => `损失波动的${share}来自${name}`,
    cells: (count, all, share) => `最差1%的路径中，${all}个定价单元中的${count}个承担${share}的损失`,
    cellsSwing: (count, all, share) => `${all}个定价单元中的${count}个承担损失波动的${share}`,
    x: ['占最差1%路径损失的比例，%', '（◇：占标准差的比例）'],
    xSwing: '占损失标准差的比例，%',
    tip: (name, tail, tailShare, swing, swingShare) =>
      `${name}：最差1%的路径中损失占敞口${tail}（${tailShare}）；标准差中占${swing}（${swingShare}）`,
    tipSwing: (name, swing, swingShare) => `${name}：标准差中占敞口${swing}（${swingShare}）`,
  },
  strip: {
    ratio: '覆盖倍数（1为恰好覆盖）',
    probability: '覆盖概率，%',
    tip: (label, verdict, ratio, probability, surplus) =>
      `${label}：${verdict}；覆盖倍数${ratio}，覆盖概率${probability}，盈余${surplus}`,
  },
}
