/** Words of what firms are described by, which recipes and scorecards have in English keys only. */
import type { Lang } from './text.ts'

const ZH: Readonly<Record<string, string>> = {
  defaultRate: '违约率', sector: '行业', region: '地区', honesty: '诚信', marginal: '边际分布', rankCorrelation: '秩相关',
  manufacturing: '制造业', wholesale_retail: '批发零售业', construction: '建筑业', transport: '交通运输业',
  hospitality: '住宿餐饮业', services: '服务业', agriculture: '农业',
  centre: '中心城区', north: '北部', south: '南部', rural: '农村',
  fraudulent: '造假', shading: '粉饰', quality: '企业质量',
  debtRatio: '资产负债率', quickRatio: '速动比率', paidInCapital: '实收资本', assetGrowth: '资产增长率', annualSales: '年销售额',
  taxToSales: '税收销售比', margin: '利润率', character: '经营者品质', yearsInTrade: '从业年限', health: '经营者健康',
  management: '管理能力', overdueCount: '逾期或欠息次数', depositToLoan: '存贷比', repaymentSource: '还款资金来源',
  settlementShare: '结算占比', location: '地理位置', channel: '购销渠道', peerOpinion: '同行评价', outlook: '市场前景',
  lenders: '贷款银行数', loanShare: '贷款占比', regularity: '流水规律性',
  true: '是', false: '否', good: '好', fair: '一般', poor: '差', unclear: '不明', sound: '健全', workshopOrFeud: '作坊式或内部不和',
  sales: '销售收入', refinance: '借新还旧', other: '其他', prime: '繁华', average: '一般地段', remote: '偏远',
  downtownSpecial: '市区专营', chainOrAgent: '连锁或代理',
  ownerCharacter: '经营者品质', ownerYearsInTrade: '从业年限', ownerPriorFailure: '曾办企业失败', ownerAge: '经营者年龄',
  ownerHealthy: '经营者健康', minAssetGrowth3y: '三年最低资产增长', annualTax: '年纳税额', settlementCorporate: '对公结算量',
  settlementPersonalAgreed: '委托个人账户结算量', lossAmount: '涉损金额', netAssets: '净资产', blacklisted: '失信名单',
  insolvent: '资不抵债或停业', disorderlyOperation: '经营异常', chaoticManagement: '管理混乱', twoLossYears: '连续两年亏损',
  noStatements: '无报表', restrictedIndustry: '限制行业', currentArrears: '当前逾期欠息', classifiedSubstandard: '次级及以下',
  yearsOfOperation: '经营年限', taxSales: '纳税推算销售额', meterSales: '水电推算销售额', flowSales: '流水推算销售额',
  workingCapitalNeed: '营运资金需求', allBankLoans: '全部银行贷款', settlementIndex: '结算信用度', volume: '结算量', retention: '存款沉淀',
  sincerity: '合作诚意', cashSales: '现金销售额', verifiedSettlement: '核实结算量', naturalDeposit: '自然沉淀存款',
  negativeSituations: '负面情形数', loanToValue: '抵押率', line: '授信额度', lineToSales: '额度与销售额之比',
  lineToGap: '额度与资金缺口之比', amountToGap: '申请额与资金缺口之比', termMonths: '期限（月）', repayment: '还款方式',
  lossToNetAssets: '涉损金额与净资产之比', overBorrowing: '贷款与资金需求之比', sectorShare: '行业占比', clusterShare: '集群占比',
  collateral: '担保方式', residential: '住宅', commercial: '商用房产', movable: '动产', guarantee: '保证', unsecured: '信用',
  bullet: '到期还本', equalPrincipal: '等额本金', annuity: '等额本息', regularMonthsShare: '正常结算月份占比',
  monthlyCost: '月成本', depositSwing: '存款波动',
} // prettier-ignore

/** Keys that do not read as words once their underscores are spaces. */
const EN: Readonly<Record<string, string>> = {
  wholesale_retail: 'wholesale and retail',
  minAssetGrowth3y: 'smallest growth of assets in three years',
  volume: 'settlement volume',
  retention: 'deposits kept',
  lineToSales: 'line ÷ sales',
  lineToGap: 'line ÷ financing gap',
  amountToGap: 'amount asked for ÷ financing gap',
  lossToNetAssets: 'loss at stake ÷ net assets',
  overBorrowing: 'loans of all banks ÷ need',
  loanToValue: 'loan to value',
  termMonths: 'term in months',
}

/** A kind of target, or what it is a target of, such as `location = prime`; keys of a user's own stay as written. */
export function checkName(name: string, lang: Lang): string {
  if (lang === 'en')
    return (EN[name] ?? name)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .replaceAll('_', ' ')
      .toLowerCase()
  return name
    .split(/( = |, )/)
    .map((part) => (part === ', ' ? '与' : part === ' = ' ? '：' : (ZH[part] ?? part)))
    .join('')
}
