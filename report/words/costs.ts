/** Names of what a schedule costs and asks for. */
import type { CostParameters } from '../../models/schedule.ts'

export const en = {
  heading: 'What the schedules cost and ask for',
  names: {
    fundingRate: 'funding rate (transfer price)',
    variableCost: 'operating cost, share of balance',
    fixedCost: 'operating cost a loan',
    capitalRatio: 'capital ÷ balance',
    hurdleRate: 'return asked on capital, after tax',
    incomeTaxRate: 'income tax',
    lostInterestShare: "share of a year's interest lost on a default",
    extraTargetProfit: 'further target profit',
    depositTransferRate: 'transfer price of deposits',
    depositRate: 'deposit rate',
    depositServicing: 'cost of keeping deposits',
    aumMargin: "margin on the owner's assets",
    lpr: 'loan prime rate (LPR)',
    vatRate: 'VAT and surcharges',
    vatMethod: 'VAT method of loans exempt in part',
    bankShare: 'share of a loss that the bank bears',
  } satisfies Record<keyof CostParameters, string>,
  kind: 'pricing',
  crossIncome: 'cross income',
  crossIncomes: { none: 'not counted', observed: 'as observed' },
  cap: 'cap of any rate',
}

export const zh: typeof en = {
  heading: '利率表的成本与要求',
  names: {
    fundingRate: '资金成本（内部转移价格）',
    variableCost: '运营成本占余额',
    fixedCost: '每笔运营成本',
    capitalRatio: '资本÷余额',
    hurdleRate: '资本要求回报率（税后）',
    incomeTaxRate: '所得税率',
    lostInterestShare: '违约时损失的当年利息比例',
    extraTargetProfit: '附加目标利润',
    depositTransferRate: '存款转移价格',
    depositRate: '存款利率',
    depositServicing: '存款维护成本',
    aumMargin: '业主资产管理收益率',
    lpr: '贷款市场报价利率（LPR）',
    vatRate: '增值税及附加税率',
    vatMethod: '部分免税贷款的增值税计法',
    bankShare: '银行承担的损失比例',
  },
  kind: '定价方式',
  crossIncome: '综合贡献',
  crossIncomes: { none: '不计入', observed: '按实际' },
  cap: '利率上限',
}
