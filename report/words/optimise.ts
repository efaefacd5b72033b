/** Sentences on the nearest schedule that covers. */
import type { LimitName } from '../../models/optimise/row.ts'
import type { Compared } from '../../models/optimise/optimised.ts'
import type { Lang } from '../text.ts'

const en = {
  found: (mean: string, largest: string, distance: string) =>
    `Rates that cover, as near as can be to where they start: changed by ${mean} on average, ${largest} at most (root mean square from the start ${distance})`,
  unchanged: 'Today’s rates meet every goal and limit: nothing has to change',
  infeasible: 'No schedule meets every goal and limit.',
  heuristic:
    'Under VAT method 1 tax starts at once at 1.5 × LPR: the search is a heuristic, and a nearer schedule may exist.',

  goalsHeading: 'Goals',
  goal: 'Goal',
  goals: {
    expected: 'mean surplus ≥ 0',
    conditionalValueAtRisk: (worst: string) => `mean surplus of the worst ${worst} of paths ≥ 0`,
  },
  before: 'Today',
  after: 'With it',
  holdsBack: 'Holds back',
  yes: 'yes',
  no: 'no',
  goalsNote: 'Surplus a year ÷ earned balance.',

  limits: {
    cap: 'legal cap',
    maximumRate: 'highest rate',
    minimumRate: 'least rate',
    largestStep: 'largest step',
    maxCrossSubsidy: 'limit of cross-subsidies',
    monotone: 'order of the grades',
    vatThreshold: 'side of 1.5 × LPR',
  } satisfies Record<LimitName, string>,

  pricesHeading: 'What holds the schedule back',
  goalPrice: (name: string, step: string, saved: string) =>
    `${name} binds: ${step} of surplus less would bring the rates ${saved} nearer to the start`,
  limitPrice: {
    cap: (cells: string, step: string, saved: string) =>
      `the legal cap binds in ${cells}: each ${step} of cap would bring the rates ${saved} nearer`,
    maximumRate: (cells: string, step: string, saved: string) =>
      `the highest rate binds in ${cells}: each ${step} more would bring the rates ${saved} nearer`,
    minimumRate: (cells: string, step: string, saved: string) =>
      `the least rate binds in ${cells}: each ${step} less would bring the rates ${saved} nearer`,
    largestStep: (cells: string, step: string, saved: string) =>
      `the largest step binds in ${cells}: each ${step} more would bring the rates ${saved} nearer`,
    maxCrossSubsidy: (cells: string, step: string, saved: string) =>
      `the limit of cross-subsidies binds in ${cells}: each ${step} more would bring the rates ${saved} nearer`,
    monotone: (cells: string, step: string, saved: string) =>
      `the order of the grades binds in ${cells}: letting a worse grade pay ${step} less than a better one would bring the rates ${saved} nearer`,
    vatThreshold: (cells: string, step: string, saved: string) =>
      `the tax threshold of 1.5 × LPR binds in ${cells}: were it ${step} further off, the rates would be ${saved} nearer`,
  } satisfies Record<LimitName, (cells: string, step: string, saved: string) => string>,
  cells: (count: number) => (count === 1 ? 'one cell' : `${count} cells`),
  capInScenario: (step: string, saved: string) =>
    `the legal cap cuts rates that a goal’s scenario raises: each ${step} of cap would bring the rates ${saved} nearer`,
  pricesNote: 'Distances are root mean squares; prices hold for small changes.',

  conflictAlone: 'Any one of these alone would make room:',
  conflictTogether: 'No single one makes room; the least that does is all of:',
  conflictUnknown: 'What would make room is not worked out under VAT method 1, where tax starts at once at 1.5 × LPR.',
  goalRelaxed: (name: string, gap: string, money: string) => `in ${name} a surplus ${gap} lower (${money} a year)`,
  limitRelaxed: {
    cap: (gap: string) => `a legal cap ${gap} higher`,
    maximumRate: (gap: string) => `a highest rate ${gap} higher`,
    minimumRate: (gap: string) => `a least rate ${gap} lower`,
    largestStep: (gap: string) => `a largest step ${gap} larger`,
    maxCrossSubsidy: (gap: string) => `cross-subsidies of ${gap} more`,
    monotone: (gap: string) => `worse grades up to ${gap} below better ones`,
    vatThreshold: (gap: string) => `lines up to ${gap} across 1.5 × LPR`,
  } satisfies Record<LimitName, (gap: string) => string>,

  ratesHeading: 'Rates, and their change in basis points',
  ratesNote: 'Cells with loans; from today’s rate to the one found.',

  comparisonHeading: 'Other ways to the same goals',
  compared: {
    today: 'Today',
    nearest: 'Nearest schedule',
    uniform: 'All rates up alike',
    byExpectedLoss: 'Up in proportion to expected loss',
    cheapest: 'Least interest',
  } satisfies Record<Compared['name'], string>,
  way: 'Schedule',
  distance: 'Distance',
  meanChange: 'Mean change',
  largestChange: 'Largest change',
  yieldRise: (name: string) => `Yield, ${name}`,
  subsidy: 'Cross-subsidy',
  largestSubsidy: 'largest',
  reasons: {
    outOfReach: 'out of reach: the highest rate stops it short',
    stepped: 'not worked out under VAT method 1, where tax starts at once at 1.5 × LPR',
    degenerate:
      'degenerate without maxCrossSubsidy: schedules of the same total cost the same, so it loads a few cells at will',
  },
  comparisonNote:
    'Changes and yields against today’s rates, the distance from the start. Cross-subsidy: what cells fall short of their required rate in the first goal’s scenario, over all balance, and in the cell furthest below. Rises reach the goals and stop at the highest rate; other limits bind the nearest schedule and that of least interest only.',

  confirmHeading: 'The same book with another seed',
  value: 'Surplus',
  holds: 'Covers',
  unknown: 'too few paths',
  confirmNote:
    'Covers: not below 0 by more than the errors of both samples allow, since the schedule was fitted to the first. ± is one standard error.',
}

export type OptimiseWords = typeof en

const zh: OptimiseWords = {
  found: (mean, largest, distance) =>
    `收益覆盖风险且距起点最近的利率表：平均变动${mean}，最大${largest}（与起点的均方根距离${distance}）`,
  unchanged: '现行利率已满足全部目标和限制，无需调整',
  infeasible: '没有任何利率表能同时满足全部目标和限制。',
  heuristic: '增值税方法一在1.5倍LPR处一次性起征：此处为启发式搜索，可能存在更近的利率表。',

  goalsHeading: '目标',
  goal: '要求',
  goals: {
    expected: '平均盈余 ≥ 0',
    conditionalValueAtRisk: (worst) => `最差${worst}路径的平均盈余 ≥ 0`,
  },
  before: '现行',
  after: '调整后',
  holdsBack: '起约束作用',
  yes: '是',
  no: '否',
  goalsNote: '年盈余 ÷ 计息余额。',

  limits: {
    cap: '法定上限',
    maximumRate: '最高利率',
    minimumRate: '最低利率',
    largestStep: '最大调整幅度',
    maxCrossSubsidy: '交叉补贴限额',
    monotone: '等级顺序',
    vatThreshold: '1.5倍LPR分界',
  },

  pricesHeading: '制约利率表的因素',
  goalPrice: (name, step, saved) => `“${name}”起约束作用：盈余要求每降低${step}，利率可向起点靠近${saved}`,
  limitPrice: {
    cap: (cells, step, saved) => `法定上限约束${cells}：上限每提高${step}，利率可向起点靠近${saved}`,
    maximumRate: (cells, step, saved) => `最高利率约束${cells}：每提高${step}，利率可向起点靠近${saved}`,
    minimumRate: (cells, step, saved) => `最低利率约束${cells}：每降低${step}，利率可向起点靠近${saved}`,
    largestStep: (cells, step, saved) => `最大调整幅度约束${cells}：每放宽${step}，利率可向起点靠近${saved}`,
    maxCrossSubsidy: (cells, step, saved) => `交叉补贴限额约束${cells}：每放宽${step}，利率可向起点靠近${saved}`,
    monotone: (cells, step, saved) =>
      `等级顺序约束${cells}：若允许较差等级比较好等级低${step}，利率可向起点靠近${saved}`,
    vatThreshold: (cells, step, saved) => `1.5倍LPR分界约束${cells}：若分界远${step}，利率可向起点靠近${saved}`,
  },
  cells: (count) => `${count}个单元`,
  capInScenario: (step, saved) => `法定上限削减了目标情景中上调的利率：上限每提高${step}，利率可向起点靠近${saved}`,
  pricesNote: '距离为均方根；影子价格适用于小幅变动。',

  conflictAlone: '单独放宽下列任一项即可：',
  conflictTogether: '单独放宽任何一项都不够；至少须同时放宽：',
  conflictUnknown: '增值税方法1下未计算放宽多少即可：超过1.5倍LPR即全额计税。',
  goalRelaxed: (name, gap, money) => `“${name}”下盈余低${gap}（每年${money}）`,
  limitRelaxed: {
    cap: (gap) => `法定上限提高${gap}`,
    maximumRate: (gap) => `最高利率提高${gap}`,
    minimumRate: (gap) => `最低利率降低${gap}`,
    largestStep: (gap) => `最大调整幅度放宽${gap}`,
    maxCrossSubsidy: (gap) => `交叉补贴增加${gap}`,
    monotone: (gap) => `较差等级可比较好等级低${gap}`,
    vatThreshold: (gap) => `越过1.5倍LPR ${gap}`,
  },

  ratesHeading: '利率及变动（基点）',
  ratesNote: '仅列有贷款的单元；由现行利率到所求利率。',

  comparisonHeading: '达到同样目标的其他做法',
  compared: {
    today: '现行',
    nearest: '最近的利率表',
    uniform: '全部等额上调',
    byExpectedLoss: '按预期损失比例上调',
    cheapest: '利息最少',
  },
  way: '利率表',
  distance: '距离',
  meanChange: '平均变动',
  largestChange: '最大变动',
  yieldRise: (name) => `收益率，${name}`,
  subsidy: '交叉补贴',
  largestSubsidy: '最大',
  reasons: {
    outOfReach: '达不到：受最高利率限制',
    stepped: '增值税方法1下未计算：超过1.5倍LPR即全额计税',
    degenerate: '未设交叉补贴限额时无唯一解：总额相同的利率表代价相同，会任意加重少数单元',
  },
  comparisonNote:
    '变动和收益率相对现行利率，距离相对起点。交叉补贴：各单元低于首个目标情景下所需利率的部分，按全部余额计，以及缺口最大的单元。上调以达到目标为止且不超过最高利率；其他限制只约束最近的利率表和利息最少的利率表。',

  confirmHeading: '同一客群，另一随机种子',
  value: '盈余',
  holds: '覆盖',
  unknown: '路径过少',
  confirmNote: '覆盖：低于0的幅度不超过两组样本误差所允许的范围，因为利率表是按第一组样本求得的。± 为一个标准误。',
}

export const optimiseWords = (lang: Lang): OptimiseWords => (lang === 'zh' ? zh : en)
