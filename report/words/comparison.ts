/** Sentences on strategies side by side. */
export const en = {
  covers: (n: number, undecided: number, all: number, where: string) =>
    `${n === all ? (all === 2 ? 'Both' : `All ${all}`) : `${n} of ${all}`} strategies cover their risk in ${where}${undecided > 0 ? ` (${undecided} undecided)` : ''}`,
  everywhere: (n: number, all: number) =>
    `${n === 0 ? 'none surely' : n} in ${all === 2 ? 'both' : `all ${all}`} scenarios`,
  against: (first: string) => `against ${first}`,
  most: (name: string, difference: string, isBest: boolean) =>
    `${name} ${isBest ? 'covers best' : 'surely covers better'} (coverage ratio ${difference})`,
  least: (name: string, difference: string, isWorst: boolean) =>
    `${name} ${isWorst ? 'worst' : 'surely worse'} (${difference})`,
  noneTold: (first: string) => `none can be told from ${first}`,
  above: (first: string, where: string) => `Covers better than ${first} in ${where}`,
  below: (first: string, where: string) => `Covers worse than ${first} in ${where}`,
  notTold: (first: string) => `Cannot be told from ${first}`,
  listNote:
    'Differences of coverage ratio on the same firms and the same default events, ± one standard error. A strategy is named better or worse only where the 95% interval leaves out 0: beyond two standard errors, and beyond more of them with few populations.',
  populations: (count: number) => `${count} populations drawn from one recipe`,
  heading: 'Strategies side by side',
  sides: (count: number) =>
    count > 1
      ? `Means over ${count} populations; ± is one standard error, of the simulation and between the populations. Below each figure its difference from the first strategy on the same firms and default events: bold where its interval leaves out 0, grey where it may be chance.`
      : 'One population; ± is one standard error of the simulation. Below each figure its difference from the first strategy on the same firms and default events: bold where its interval leaves out 0, grey where it may be chance.',
  strategy: 'Strategy',
  first: 'the others are held against it',
  volume: 'Volume and what a branch is assessed by',
  coverage: {
    x: ['coverage ratio', '(1 = just covered)'],
    probability: ['coverage', 'probability'],
    title: (n: number, all: number, where: string) =>
      `${n === all ? `All ${all}` : `${n} of ${all}`} strategies cover in ${where}`,
    everywhere: (n: number, all: number) =>
      `${n === 0 ? 'none does' : n === 1 ? 'one does' : `${n} do`} in ${all === 2 ? 'both' : `all ${all}`} scenarios`,
    tip: (name: string, where: string, ratio: string, probability: string) =>
      `${name}, ${where}: coverage ratio ${ratio}, coverage probability ${probability}`,
  },
  paired: {
    x: (first: string) => ['difference of coverage ratio from', first],
    key: ['thick: 95% interval on the same firms;', 'thin: had each been simulated apart'],
    title: (times: string, most: string) =>
      `On the same firms and defaults, errors of a difference are typically ${times} times smaller, for the most alike ${most} times`,
    plain: 'Differences of coverage ratio on the same firms and defaults',
    tip: (name: string, where: string, difference: string, unpaired: string) =>
      `${name}, ${where}: ${difference}; simulated apart ${unpaired}`,
  },
  detail: (count: number): string => (count > 1 ? 'One case in detail, first population' : 'One case in detail'),
  panels: (shown: number, all: number) =>
    `Charts for ${shown} of ${all} cases: every strategy in the first scenario, and the first strategy in all; the rest is in the table above.`,
  firstPopulation: (count: number) =>
    `Case by case the report shows the first of ${count} populations; summary.json has all.`,
  everyCase: (count: number, populations: number) =>
    `Verdict of each of the ${count} cases${populations > 1 ? `, in the first of ${populations} populations` : ''}`,
  terminalDifference: 'Difference\nof ratio',
}

export type ComparisonWords = typeof en

export const zh: ComparisonWords = {
  covers: (n, undecided, all, where) =>
    (n === all ? `“${where}”下全部${all}种策略收益覆盖风险` : `“${where}”下${all}种策略中有${n}种收益覆盖风险`) +
    (undecided > 0 ? `（${undecided}种未定）` : ''),
  everywhere: (n, all) =>
    n === 0 ? `没有一种可确定在全部${all}个情景下都覆盖` : `在全部${all}个情景下都覆盖的有${n}种`,
  against: (first) => `与“${first}”相比`,
  most: (name, difference, isBest) => `“${name}”${isBest ? '最好' : '确定更好'}（覆盖倍数${difference}）`,
  least: (name, difference, isWorst) => `“${name}”${isWorst ? '最差' : '确定更差'}（${difference}）`,
  noneTold: (first) => `没有一种能与“${first}”区分开`,
  above: (first, where) => `“${where}”下优于“${first}”`,
  below: (first, where) => `“${where}”下劣于“${first}”`,
  notTold: (first) => `与“${first}”无法区分`,
  listNote:
    '同一批企业、同一组违约事件下的覆盖倍数配对差异，± 为一倍标准误。95%区间不含0（至少超过两倍标准误，客群少时要求更高）才称为优劣。',
  populations: (count) => `同一设定抽取的${count}个客群`,
  heading: '各策略对比',
  sides: (count) =>
    count > 1
      ? `${count}个客群的均值；± 为一倍标准误，含模拟误差与客群之间的差异。各数字下方为与第一种策略的配对差异（同一批企业、同一组违约事件）：区间不含0的为粗体，可能出于偶然的为灰色。`
      : '单一客群；± 为一倍模拟标准误。各数字下方为与第一种策略的配对差异（同一批企业、同一组违约事件）：区间不含0的为粗体，可能出于偶然的为灰色。',
  strategy: '信贷策略',
  first: '其他策略与它比较',
  volume: '规模与支行考核指标',
  coverage: {
    x: ['覆盖倍数（1为恰好覆盖）'],
    probability: ['覆盖概率'],
    title: (n, all, where) =>
      n === all ? `“${where}”下全部${all}种策略覆盖` : `“${where}”下${all}种策略中有${n}种覆盖`,
    everywhere: (n, all) => (n === 0 ? `没有一种在全部${all}个情景下都覆盖` : `${n}种在全部${all}个情景下都覆盖`),
    tip: (name, where, ratio, probability) => `${name}，${where}：覆盖倍数${ratio}，覆盖概率${probability}`,
  },
  paired: {
    x: (first) => ['覆盖倍数与以下策略之差：', first],
    key: ['粗线：同一批企业下的95%区间；', '细线：若各自独立模拟'],
    title: (times, most) =>
      `在同一批企业和违约事件上比较，差异的误差通常缩小到${times}分之一，最相似的策略缩小到${most}分之一`,
    plain: '同一批企业和违约事件下的覆盖倍数之差',
    tip: (name, where, difference, unpaired) => `${name}，${where}：${difference}；若独立模拟${unpaired}`,
  },
  detail: (count) => (count > 1 ? '单个情形详情（第一个客群）' : '单个情形详情'),
  panels: (shown, all) =>
    `${all}个情形中绘制了${shown}个的图表：第一个情景下的各策略，以及第一种策略的各情景；其余见上表。`,
  firstPopulation: (count) => `逐项内容只显示${count}个客群中的第一个；全部数字见 summary.json。`,
  everyCase: (count, populations) =>
    `${count}个情形各自的结论${populations > 1 ? `（${populations}个客群中的第一个）` : ''}`,
  terminalDifference: '覆盖倍数差异',
}
