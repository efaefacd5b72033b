/** Sentences on how strategies choose. */
import type { DeclineReason } from '../../models/result.ts'

export const en = {
  heading: (count: number): string => (count === 1 ? 'How the strategy chooses' : 'How the strategies choose'),
  where: (label: string, populations: number) =>
    `${label}. True default probabilities are known here, so figures of one population have no simulation error${populations > 1 ? `; ± is the standard error between ${populations} populations` : ''}.`,
  one: (name: string, gini: string, signals: string) =>
    `${name} ranks applicants with a Gini of ${gini}; it sees ${signals}`,
  blind: (name: string) => `${name} ranks nobody`,
  most: (name: string, gini: string, signals: string) =>
    `${name} tells applicants apart best (Gini ${gini}): it sees ${signals}`,
  least: (name: string, gini: string) => `${name} tells them apart least (${gini})`,
  order: {
    follows: (correlation: string) =>
      `The order of coverage follows what each sees: its rank correlation with the Gini is ${correlation}`,
    partly: (correlation: string) =>
      `The order of coverage follows what each sees in part: its rank correlation with the Gini is ${correlation}`,
    hardly: (correlation: string) =>
      `The order of coverage hardly follows what each sees: its rank correlation with the Gini is ${correlation}`,
    reversed: (correlation: string) =>
      `The order of coverage runs against what each sees: its rank correlation with the Gini is ${correlation}`,
  },
  drivers: (loss: string, approval: string, cost: string) =>
    `with the true loss of the loans granted it is ${loss}, with the approval rate ${approval}, with the cost per loan ${cost}`,
  exception: (name: string, coverage: number, gini: number, all: number, loss: string, approval: string) =>
    `${name} is ${ordinal(coverage)} of ${all} in coverage and ${ordinal(gini)} in Gini: it grants ${approval} at a true loss of ${loss}`,
  exceptions: 'Out of that order',
  sees: 'What it sees most in',
  seesNote: 'Gini of the field alone',
  sight: (field: string, gini: string) => `${field} ${gini}`,
  nothing: 'nothing',
  ranks: 'Order',
  ranksNote: 'by Gini, by coverage',
  frontier: {
    title: (name: string, share: string, ratio: string) =>
      `Lending to the best-ranked ${share} of applicants, ${name} covers best (${ratio})`,
    covered: (least: string) => `Covered wherever the cut is made: the coverage ratio is ${least} at least`,
    plain: 'Too strict, and no customers are left; too loose, and losses outgrow the income',
    x: 'share of applicants lent to, %',
    y: (limit: string) => `coverage ratio (lines end at ${limit})`,
    key: (hasOthers: boolean) =>
      `${hasOthers ? 'bold: this strategy; grey: the others; ' : ''}dot: where it stands; line: just covered`,
    omits:
      'Lines of the frontier are expectations without alarms, renewal decisions, joint liability and the cap of a fund; dots are simulated with them.',
    tip: (name: string, approval: string, ratio: string) => `${name}: lends to ${approval}, coverage ratio ${ratio}`,
    at: (cutOff: string, approval: string, ratio: string, surplus: string) =>
      `cut at an assigned PD of ${cutOff}: lends to ${approval}, coverage ratio ${ratio}, surplus ${surplus}`,
  },
  roc: {
    title: (best: string, caught: string, away: string) =>
      `${best} catches ${caught} of defaulters by turning away ${away} of the others`,
    x: 'share of the others turned away, %',
    y: 'share of defaulters caught, %',
    key: (hasOthers: boolean) => `${hasOthers ? 'bold: this strategy; grey: the others; ' : ''}dashed: chance`,
    tip: (name: string, caught: string, away: string) =>
      `${name}: ${caught} of defaulters caught, ${away} of the others turned away`,
  },
  calibrationHeading: 'Assigned against true default probability, by grade',
  calibration: {
    title: (name: string, grade: number, assigned: string, actual: string) =>
      `Furthest off is ${name} in grade ${grade}: it assigns ${assigned}, true is ${actual}`,
    none: 'No grade with applicants enough to tell',
    x: 'assigned PD (log scale)',
    y: 'true PD (log scale)',
    tip: (name: string, grade: number, assigned: string, actual: string, applicants: string) =>
      `${name}, grade ${grade}: assigned ${assigned}, true ${actual}; ${applicants} applicants`,
  },
  losses: 'Expected loss as priced, as it truly is, and as simulated',
  lossesNote:
    'Priced and true: of the loans granted, in their first year. Simulated: a yearly mean over the whole horizon, with guarantee calls, the share of a guarantee fund and what watching saves.',
  difference: 'Priced − true',
  declined: 'Declined, by the first rule that fails',
  declinedNote: 'Share of all applicants.',
  reasons: {
    level: 'level of the card',
    lenders: 'number of lenders',
    years: 'years of operation',
    debtRatio: 'debt ratio',
    ownerAge: 'age of the owner',
    sales: 'sales',
    settlementShare: 'settlement share',
    settlementIndex: 'settlement index',
    negativeFlag: 'negative situations',
    overBorrowing: 'over-borrowing',
    sector: 'sector',
    region: 'region',
    collateral: 'collateral',
    limit: 'size of the line',
    sectorShare: 'cap on a sector',
    clusterShare: 'cap on a cluster',
    quota: 'quota',
  } satisfies Record<DeclineReason, string>,
  confusion: 'Were the cut at another level',
  confusionNote: 'Applicants expected to stand (good) or to default (bad) within a year; no other rule is asked.',
  worstLevel: 'Worst level',
  approvedGood: 'Approved, good',
  approvedBad: 'Approved, bad',
  declinedGood: 'Declined, good',
  declinedBad: 'Declined, bad',
  watch: 'What watching is worth',
  watchTitle: (name: string, lead: number, caught: string, false_: string) =>
    `${name} has warned of ${caught} of defaults ${lead} months ahead, and of ${false_} of good years in vain`,
  watchNote: 'Measured on the synthetic history, among firms that the strategy would have admitted.',
  warned: (months: number) => `Warned of ${months}+ months ahead`,
  refused: (months: number) => `Not renewed ${months} ${months === 1 ? 'month' : 'months'} before`,
  renewals: 'Good renewals: fast, middle, committee',
  watchAxis: ['months before the default'],
  watchShare: 'share of defaults warned of, %',
  watchTip: (name: string, lead: number, share: string) =>
    `${name}: ${share} of defaults warned of ${lead} months ahead or more`,
}

export type SelectionWords = typeof en

const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

export const zh: SelectionWords = {
  heading: (count) => (count === 1 ? '该策略如何选择客户' : '各策略如何选择客户'),
  where: (label, populations) =>
    `${label}。此处真实违约概率已知，单一客群的数字没有模拟误差${populations > 1 ? `；± 为${populations}个客群之间的标准误` : ''}。`,
  one: (name, gini, signals) => `“${name}”排序申请户的基尼系数为${gini}；主要依据：${signals}`,
  blind: (name) => `“${name}”不对申请户排序`,
  most: (name, gini, signals) => `“${name}”区分能力最强（基尼系数${gini}），主要依据：${signals}`,
  least: (name, gini) => `“${name}”最弱（${gini}）`,
  order: {
    follows: (correlation) => `覆盖的排名基本取决于各策略看到什么：与基尼系数的秩相关为${correlation}`,
    partly: (correlation) => `覆盖的排名部分取决于各策略看到什么：与基尼系数的秩相关为${correlation}`,
    hardly: (correlation) => `覆盖的排名与各策略看到什么关系不大：与基尼系数的秩相关为${correlation}`,
    reversed: (correlation) => `覆盖的排名与各策略看到什么相反：与基尼系数的秩相关为${correlation}`,
  },
  drivers: (loss, approval, cost) =>
    `与所放贷款真实损失率的秩相关为${loss}，与审批通过率为${approval}，与每笔贷款成本为${cost}`,
  exception: (name, coverage, gini, all, loss, approval) =>
    `“${name}”在${all}种策略中覆盖排第${coverage}、基尼系数排第${gini}：审批通过率${approval}，真实损失率${loss}`,
  exceptions: '与该顺序不符',
  sees: '主要依据',
  seesNote: '字段及其单独的基尼系数',
  sight: (field, gini) => `${field} ${gini}`,
  nothing: '无',
  ranks: '排名',
  ranksNote: '按基尼系数、按覆盖',
  frontier: {
    title: (name, share, ratio) => `贷给排名最好的${share}申请户时，“${name}”覆盖最好（${ratio}）`,
    covered: (least) => `无论在何处划线均可覆盖：覆盖倍数至少${least}`,
    plain: '过严则无客户，过松则损失超过收入',
    x: '放贷户数占申请户的比例，%',
    y: (limit) => `覆盖倍数（线止于${limit}）`,
    key: (hasOthers) => `${hasOthers ? '粗线：该策略；灰线：其他策略；' : ''}圆点：该策略现状；横线：恰好覆盖`,
    omits: '切分曲线为期望值，不含预警、续贷决策、联保与担保基金代偿上限；圆点为包含这些影响的模拟值。',
    tip: (name, approval, ratio) => `${name}：审批通过率${approval}，覆盖倍数${ratio}`,
    at: (cutOff, approval, ratio, surplus) =>
      `在评定违约概率${cutOff}处切分：审批通过率${approval}，覆盖倍数${ratio}，盈余${surplus}`,
  },
  roc: {
    title: (best, caught, away) => `“${best}”拒绝${away}的正常户即可识别${caught}的违约户`,
    x: '被拒绝的正常户占比，%',
    y: '识别出的违约户占比，%',
    key: (hasOthers) => `${hasOthers ? '粗线：该策略；灰线：其他策略；' : ''}虚线：随机`,
    tip: (name, caught, away) => `${name}：识别违约户${caught}，拒绝正常户${away}`,
  },
  calibrationHeading: '各等级的评定与真实违约概率',
  calibration: {
    title: (name, grade, assigned, actual) => `偏差最大的是“${name}”${grade}级：评定${assigned}，真实${actual}`,
    none: '没有申请户足够多的等级',
    x: '评定违约概率（对数刻度）',
    y: '真实违约概率（对数刻度）',
    tip: (name, grade, assigned, actual, applicants) =>
      `${name}，${grade}级：评定${assigned}，真实${actual}；${applicants}户`,
  },
  losses: '预期损失：定价所用、真实与模拟',
  lossesNote: '定价所用与真实：所放贷款的首年。模拟：整个期间的年均值，含担保代偿、担保基金分担与贷后监测的影响。',
  difference: '定价−真实',
  declined: '拒绝原因（最先不满足的规则）',
  declinedNote: '占全部申请户的比例。',
  reasons: {
    level: '评分等级',
    lenders: '贷款银行数',
    years: '经营年限',
    debtRatio: '资产负债率',
    ownerAge: '经营者年龄',
    sales: '销售额',
    settlementShare: '结算占比',
    settlementIndex: '结算信用度',
    negativeFlag: '负面情形',
    overBorrowing: '过度融资',
    sector: '行业',
    region: '地域',
    collateral: '押品',
    limit: '额度大小',
    sectorShare: '行业集中上限',
    clusterShare: '集群集中上限',
    quota: '名额',
  },
  confusion: '若在其他等级切分',
  confusionNote: '一年内预计正常（好）或违约（坏）的申请户数；不考虑其他规则。',
  worstLevel: '最差等级',
  approvedGood: '通过且好',
  approvedBad: '通过但坏',
  declinedGood: '拒绝但好',
  declinedBad: '拒绝且坏',
  watch: '贷后监测的效力',
  watchTitle: (name, lead, caught, false_) =>
    `“${name}”提前${lead}个月预警了${caught}的违约，${false_}的正常年度被误报`,
  watchNote: '在模拟的历史中、该策略会通过的企业上测得。',
  warned: (months) => `提前≥${months}个月预警`,
  refused: (months) => `违约前${months}个月到期、未予续贷`,
  renewals: '正常续贷：快速、一般、会议审批',
  watchAxis: ['距违约的月数'],
  watchShare: '已预警的违约占比，%',
  watchTip: (name, lead, share) => `${name}：提前${lead}个月以上预警了${share}的违约`,
}
