/** Sentences on the nearest schedule that covers. */
import type { LimitName } from '../../models/optimise/row.ts'
import type { Compared } from '../../models/optimise/optimised.ts'
import type { Lang } from '../text.ts'

const en = {
  found: (cells: number, mean: string, largest: string) =>
    `The nearest schedule that meets every goal, in whole basis points: ${cells === 1 ? 'one cell changes' : `${cells} cells change`}, by ${mean} on average of the balance and ${largest} at most`,
  unchanged: 'Today’s rates meet every goal and limit: nothing has to change',
  infeasible: 'No schedule meets every goal and limit',
  heuristic:
    'A nearer schedule may exist: the search is a heuristic with a goal of a coverage probability, and under VAT method 1, where tax starts at once at 1.5 × LPR.',

  goalsHeading: 'Goals',
  usualGoals: 'The usual goals, where a study sets none of its own (optimise.scenarios).',
  studyGoals: 'The goals of the study (optimise.scenarios).',
  goal: 'Goal',
  goals: {
    expected: (ratio: string) => `coverage ratio ≥ ${ratio}`,
    probability: (level: string) => `coverage probability ≥ ${level}`,
    conditionalValueAtRisk: (worst: string) => `mean surplus of the worst ${worst} of paths ≥ 0`,
  },
  ofScenario: (scenario: string, goal: string) => `${scenario}: ${goal}`,
  before: 'Today',
  after: 'With it',
  holdsBack: 'Holds back',
  yes: 'yes',
  no: 'no',

  pricesHeading: 'What holds the schedule back',
  goalPrice: (name: string, step: string, saved: string) =>
    `${name} binds: ${step} of surplus less asked for would bring the rates at most ${saved} nearer`,
  limitPrice: {
    cap: (cells: string, step: string, saved: string) =>
      `the legal cap binds in ${cells}: ${step} more would bring the rates at most ${saved} nearer`,
    maximumRate: (cells: string, step: string, saved: string) =>
      `the highest rate binds in ${cells}: ${step} more would bring the rates at most ${saved} nearer`,
    minimumRate: (cells: string, step: string, saved: string) =>
      `the least rate binds in ${cells}: ${step} less would bring the rates at most ${saved} nearer`,
    largestStep: (cells: string, step: string, saved: string) =>
      `the largest step binds in ${cells}: ${step} more would bring the rates at most ${saved} nearer`,
    maxCrossSubsidy: (cells: string, step: string, saved: string) =>
      `the limit of cross-subsidies binds in ${cells}: ${step} more would bring the rates at most ${saved} nearer`,
    monotone: (cells: string, step: string, saved: string) =>
      `the order of the grades binds in ${cells}: letting a worse grade pay ${step} less than a better one would bring the rates at most ${saved} nearer`,
    vatThreshold: (cells: string, step: string, saved: string) =>
      `the tax threshold of 1.5 × LPR binds in ${cells}: were it ${step} further off, the rates would be at most ${saved} nearer`,
  } satisfies Record<LimitName, (cells: string, step: string, saved: string) => string>,
  cells: (count: number) => (count === 1 ? 'one cell' : `${count} cells`),
  capInScenario: (step: string, saved: string) =>
    `the legal cap cuts rates that a goal’s scenario raises: ${step} more would bring the rates at most ${saved} nearer`,
  pricesNote: (distance: string) =>
    `Nearer: of the root mean square change, ${distance} before rounding. Every further basis point saves no more than the first.`,

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
  ratesNote:
    'Cells with loans; from today’s rate to the one found, in whole basis points. --json has the exact optimum too.',

  comparisonHeading: 'Other ways to the same goals',
  compared: {
    today: 'Today',
    nearest: 'Nearest schedule',
    rounded: 'In whole basis points',
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
  value: 'Surplus beyond the goal',
  holds: 'Goal met',
  unknown: 'too few paths',
  notConfirmed: (names: string) => `Not covered with another seed: ${names}`,
  confirmNote:
    'Surplus beyond the goal, over the balance: the mean less what a ratio above 1 asks, that of the path at the probability, or the mean of the worst paths. Goal met: it is not below 0 by more than the errors of both samples allow, since the schedule was fitted to the first. ± is one standard error.',
}

export type OptimiseWords = typeof en

const zh: OptimiseWords = {
  found: (cells, mean, largest) =>
    `满足全部目标的最近利率表（取整到基点）：${cells}个单元变动，按余额加权平均${mean}，最大${largest}`,
  unchanged: '现行利率已满足全部目标和限制，无需调整',
  infeasible: '没有任何利率表能同时满足全部目标和限制',
  heuristic:
    '可能存在更近的利率表：目标为覆盖概率时，或采用增值税方法1（超过1.5倍LPR即全额计税）时，求解为启发式搜索。',

  goalsHeading: '目标',
  usualGoals: '研究文件未另设目标（optimise.scenarios）时的通用目标。',
  studyGoals: '研究文件所设目标（optimise.scenarios）。',
  goal: '要求',
  goals: {
    expected: (ratio) => `覆盖倍数 ≥ ${ratio}`,
    probability: (level) => `覆盖概率 ≥ ${level}`,
    conditionalValueAtRisk: (worst) => `最差${worst}路径的平均盈余 ≥ 0`,
  },
  ofScenario: (scenario, goal) => `${scenario}：${goal}`,
  before: '现行',
  after: '调整后',
  holdsBack: '起约束作用',
  yes: '是',
  no: '否',

  pricesHeading: '制约利率表的因素',
  goalPrice: (name, step, saved) => `“${name}”起约束作用：盈余要求降低${step}，利率最多可靠近${saved}`,
  limitPrice: {
    cap: (cells, step, saved) => `法定上限约束${cells}：提高${step}，利率最多可靠近${saved}`,
    maximumRate: (cells, step, saved) => `最高利率约束${cells}：提高${step}，利率最多可靠近${saved}`,
    minimumRate: (cells, step, saved) => `最低利率约束${cells}：降低${step}，利率最多可靠近${saved}`,
    largestStep: (cells, step, saved) => `最大调整幅度约束${cells}：放宽${step}，利率最多可靠近${saved}`,
    maxCrossSubsidy: (cells, step, saved) => `交叉补贴限额约束${cells}：放宽${step}，利率最多可靠近${saved}`,
    monotone: (cells, step, saved) => `等级顺序约束${cells}：若允许较差等级比较好等级低${step}，利率最多可靠近${saved}`,
    vatThreshold: (cells, step, saved) => `1.5倍LPR分界约束${cells}：若分界远${step}，利率最多可靠近${saved}`,
  },
  cells: (count) => `${count}个单元`,
  capInScenario: (step, saved) => `法定上限削减了目标情景中上调的利率：上限提高${step}，利率最多可靠近${saved}`,
  pricesNote: (distance) => `“靠近”指均方根变动（取整前为${distance}）减小；其后每放松一个基点，减小不会更多。`,

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
  ratesNote: '仅列有贷款的单元；由现行利率到所求利率，取整到基点。--json 另含精确最优解。',

  comparisonHeading: '达到同样目标的其他做法',
  compared: {
    today: '现行',
    nearest: '最近的利率表',
    rounded: '取整到基点',
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
  value: '超出目标的盈余',
  holds: '达标',
  unknown: '路径过少',
  notConfirmed: (names) => `换随机种子后未覆盖：${names}`,
  confirmNote:
    '超出目标的盈余（占余额）：平均盈余减去覆盖倍数超过1的要求，或覆盖概率所在路径的盈余，或最差路径的平均盈余。达标：低于0的幅度不超过两组样本误差所允许的范围，因为利率表是按第一组样本求得的。± 为一个标准误。',
}

export const optimiseWords = (lang: Lang): OptimiseWords => (lang === 'zh' ? zh : en)
