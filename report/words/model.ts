/** What the model of a book assumes. */

export const en = {
  heading: (title: string) => `Assumptions: ${title}`,
  baseDefaultRate: (rate: string) => `mean default probability ${rate} a year`,
  factors: (list: string) => `loadings on common factors: ${list}`,
  loading: (name: string, loading: string) => `${name} ${loading}`,
  economy: 'economy',
  noFactors: 'no common factors',
  normal: 'the economy is normal',
  studentT: (degrees: string) => `the economy is Student's t with ${degrees} degrees of freedom`,
  persistence: (phi: string) => `a year carries over ${phi} of the last (AR(1))`,
  freshYears: 'its years are independent',
  lgdLink: (lambda: string) => `loss given default rises in bad years (λ = ${lambda}), its mean kept`,
  noLgdLink: 'loss given default does not depend on the economy',
  noGuarantees: 'no guarantees between firms',
  network: (share: string, shape: string) => `${share} of firms guarantee each other in ${shape}`,
  groups: (list: string) => `groups of ${list}`,
  groupOf: (size: number, share: string) => `${size} (${share})`,
  scaleFree: (links: string) => `a scale-free network with ${links} guarantors a firm`,
  calls: (probability: string, rounds: number) =>
    `a called guarantor defaults with probability ${probability}, up to ${rounds} rounds`,
  payment: (each: string, most: string) => `a survivor pays ${each} of the loss, all together at most ${most}`,
  npl: (lag: number, disposal: number, opening: string) =>
    `bad loans are reported after ${lag} months and leave after ${disposal}; opening NPL ratio ${opening}`,
  fund: (covers: string, share: string, cap: string) =>
    `guarantee fund on ${covers}: the bank bears ${share} of a loss until a year's defaults exceed ${cap} of the covered balance, then all of the excess`,
}

export const zh: typeof en = {
  heading: (title) => `假设：${title}`,
  baseDefaultRate: (rate) => `平均年违约概率${rate}`,
  factors: (list) => `共同因子载荷：${list}`,
  loading: (name, loading) => `${name}${loading}`,
  economy: '经济',
  noFactors: '无共同因子',
  normal: '经济因子服从正态分布',
  studentT: (degrees) => `经济因子服从自由度${degrees}的t分布`,
  persistence: (phi) => `每年延续上年的${phi}（AR(1)）`,
  freshYears: '各年相互独立',
  lgdLink: (lambda) => `经济差的年份违约损失率上升（λ=${lambda}），均值不变`,
  noLgdLink: '违约损失率与经济无关',
  noGuarantees: '企业之间无担保',
  network: (share, shape) => `${share}的企业相互担保，${shape}`,
  groups: (list) => `联保小组户数：${list}`,
  groupOf: (size, share) => `${size}户（${share}）`,
  scaleFree: (links) => `无标度网络，平均每户${links}个担保人`,
  calls: (probability, rounds) => `被要求代偿的担保人以${probability}的概率违约，最多${rounds}轮`,
  payment: (each, most) => `未违约的担保人各代偿损失的${each}，合计至多${most}`,
  npl: (lag, disposal, opening) => `不良贷款滞后${lag}个月转入、${disposal}个月后处置；期初不良率${opening}`,
  fund: (covers, share, cap) =>
    `担保基金（${covers}）：银行承担损失的${share}；当年违约本金超过担保余额的${cap}后，超出部分全部由银行承担`,
}
