/** Sentences on ways to price, and on what it would take to cover. */
import type { PricingKind } from '../../models/schedule.ts'

export const en = {
  takes: 'What it would take to cover',
  takesNote: (level: string) =>
    `By how much all rates would have to move together, up or down, to be just covered (the legal cap is left aside): on average, and in ${level} of futures. Cells above their required rate pay for cells below it; money is interest a year before VAT.`,
  toRatio: 'Shift to a coverage ratio of 1',
  toProbability: (level: string) => `Shift to a coverage probability of ${level}`,
  shifts: (ratio: string, level: string, probability: string) =>
    `All rates together: ${ratio} to a coverage ratio of 1, ${probability} to a coverage probability of ${level}`,
  paid: 'Paid beyond what is required',
  received: 'Lacking elsewhere',
  mostPaid: 'Pays most',
  mostReceived: 'Lacks most',
  money: 'Above required, money a year',
  nobody: 'none',
  crossSubsidy: (paid: string, received: string, net: string, isLeft: boolean) =>
    `Cells above their required rate pay ${paid} a year beyond it, cells below it lack ${received}: ${net} ${isLeft ? 'is left over' : 'is paid by nobody'}`,

  ways: 'Ways to price',
  waysFinding: (low: string, least: string, high: string, most: string) =>
    `The same loans are asked from ${least} (${low}) to ${most} (${high})`,
  waysNote:
    "Mean rates, weighted by balance, at the schedule's costs and before any scenario; each loan between policy floor and cap. The last two columns are what interest lost on defaults adds to a cost.",
  kinds: {
    schedule: 'Rate table',
    incomeCoversRisk: 'Income covers risk',
    cgap: 'CGAP',
    raroc: 'RAROC at the hurdle',
    lprPlus: 'LPR plus',
    riskNeutral: 'Risk-neutral',
  } satisfies Record<PricingKind, string> as Record<PricingKind, string>,
  vatMethod: (method: number) => `VAT method ${method}`,
  how: {
    schedule: 'the rates of the committee, up to the cap',
    incomeCoversRisk:
      'funding, operating cost, expected loss, capital and target profit less cross income, ÷ (1 − q·PD) for the interest that defaults stop paying; then VAT. The floor of this report. VAT method 2 taxes interest of middle-sized lines above 1.5 × LPR only, method 1 all of it once it is above',
    cgap: 'the same costs ÷ (1 − PD·LGD): what is lost pays no interest for the whole year',
    raroc:
      'the rate at which the return on capital is the hurdle: the same costs without interest lost on defaults and without further target profit',
    lprPlus: 'the loan prime rate and a spread by grade; it looks at no cost',
    riskNeutral:
      'funding and expected loss ÷ (1 − PD·LGD), without operating cost, capital or cross income: a lower bound',
  } satisfies Record<PricingKind, string> as Record<PricingKind, string>,
  noSpreads: 'LPR plus needs spreads by grade, which no schedule of the study has.',
  allLoans: 'All loans',
  held: 'Balance at policy floor or cap',
  lostByDefault: '1/(1 − q·PD)',
  lostByLoss: '1/(1 − PD·LGD)',
  furthest: (name: string, cell: string, rate: string, difference: string) =>
    `${name}: furthest from income covers risk in ${cell}, where it asks ${rate} (${difference})`,

  noticesNote: 'Worth a look before the verdict is used:',
  belowBetter: (place: string, rate: string, cells: string, betterRate: string, betterCells: string) =>
    `${place} is below a better grade: ${rate} for ${cells}, ${betterRate} for ${betterCells}`,
}

export const zh: typeof en = {
  takes: '需要多少利率才能覆盖',
  takesNote: (level) =>
    `全部利率同时上调或下调多少才恰好覆盖（不考虑利率上限）：按均值，以及在${level}的路径上。高于所需利率的单元补贴低于所需利率的单元；金额为每年税前利息。`,
  toRatio: '使覆盖倍数为1的平移',
  toProbability: (level) => `使覆盖概率达${level}的平移`,
  shifts: (ratio, level, probability) => `全部利率平移：${ratio}可使覆盖倍数为1，${probability}可使覆盖概率达${level}`,
  paid: '超出所需的利息',
  received: '不足的利息',
  mostPaid: '贡献最多',
  mostReceived: '缺口最大',
  money: '每年超出所需的金额',
  nobody: '无',
  crossSubsidy: (paid, received, net, isLeft) =>
    `高于所需利率的单元每年多付${paid}，低于所需利率的单元每年缺${received}：${isLeft ? `尚余${net}` : `${net}无人承担`}`,

  ways: '各种定价方法',
  waysFinding: (low, least, high, most) => `同一批贷款，各方法要求的利率从${least}（${low}）到${most}（${high}）`,
  waysNote:
    '按余额加权的平均利率，采用该利率表的成本参数，未计任何情景；每笔贷款均在政策下限与上限之间。最后两列为违约损失的利息使成本增加的比例。',
  kinds: {
    schedule: '利率表',
    incomeCoversRisk: '收益覆盖风险',
    cgap: 'CGAP公式',
    raroc: 'RAROC达标',
    lprPlus: 'LPR加点',
    riskNeutral: '风险中性',
  },
  vatMethod: (method) => `增值税方法${method}`,
  how: {
    schedule: '委员会制定的利率，不超过上限',
    incomeCoversRisk:
      '资金成本、运营成本、预期损失、资本与目标利润之和减综合贡献，÷（1 − q·PD）以弥补违约后收不到的利息，再计增值税；即本报告的底线利率。方法2只对中等授信超过1.5倍LPR的部分征税，方法1一旦超过即对全部利息征税',
    cgap: '同样的成本÷（1 − PD·LGD）：损失的本金全年不付息',
    raroc: '使资本回报率恰为门槛的利率：同样的成本，不计违约损失的利息，也不另加目标利润',
    lprPlus: '贷款市场报价利率加按等级的点差，不看成本',
    riskNeutral: '仅资金成本与预期损失，÷（1 − PD·LGD），不计运营成本、资本和综合贡献：只是下限',
  },
  noSpreads: 'LPR加点需要按等级的点差，本研究的利率表均未给出。',
  allLoans: '全部贷款',
  held: '处于政策下限或上限的余额占比',
  lostByDefault: '1/(1 − q·PD)',
  lostByLoss: '1/(1 − PD·LGD)',
  furthest: (name, cell, rate, difference) =>
    `${name}：与收益覆盖风险相差最大的单元为${cell}，要求${rate}（${difference}）`,

  noticesNote: '使用结论前请留意：',
  belowBetter: (place, rate, cells, betterRate, betterCells) =>
    `${place}低于更优等级：${cells}为${rate}，${betterCells}为${betterRate}`,
}
