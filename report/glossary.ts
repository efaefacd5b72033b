/** What every figure of the report means. Each column head and figure name links here. */
import type { Lang } from './text.ts'

interface Term {
  readonly name: string
  readonly definition: string
}

const term = (en: readonly [string, string], zh: readonly [string, string]): Readonly<Record<Lang, Term>> => ({
  en: { name: en[0], definition: en[1] },
  zh: { name: zh[0], definition: zh[1] },
})

export const GLOSSARY = {
  verdict: term(
    [
      'Verdict',
      'The worst outcome of the tests that must hold. A test is undecided while the interval of its figure contains the value it is held against.',
    ],
    ['结论', '各项必须通过的检验中最差的结果。某项指标的置信区间仍包含标准值时，该检验尚不能判定。'],
  ),
  surplus: term(
    [
      'Surplus',
      'Portfolio yield + cross income − funding cost − operating cost − tax − target profit − expected loss, a year, as a share of the balance. Negative: the schedule does not pay for its risk.',
    ],
    [
      '盈余',
      '组合收益率+综合贡献−资金成本−运营成本−税费−目标利润−预期损失，年化，占余额的比率。为负表示定价不足以覆盖风险。',
    ],
  ),
  coverageRatio: term(
    [
      'Coverage ratio',
      'Mean of (income − cost − target profit) ÷ mean loss. At least 1: income covers risk on average.',
    ],
    ['覆盖倍数', '（收入−成本−目标利润）的均值÷损失的均值。不低于1即平均而言收益覆盖风险。'],
  ),
  coverageProbability: term(
    [
      'Coverage probability',
      'Share of simulated futures in which income − cost − target profit is at least the loss of that same future.',
    ],
    ['覆盖概率', '在全部模拟路径中，（收入−成本−目标利润）不低于该路径自身损失的比例。'],
  ),
  profitProbability: term(
    [
      'Profit probability',
      'As the coverage probability, without the target profit: the share of futures in which the bank does not lose money.',
    ],
    ['盈利概率', '与覆盖概率相同，但不扣目标利润：银行不亏损的路径所占比例。'],
  ),
  portfolioYield: term(
    ['Portfolio yield', 'Interest, VAT included, ÷ balance on which interest was earned, a year.'],
    ['组合收益率', '含增值税的利息÷计息余额，年化。'],
  ),
  crossIncome: term(
    [
      'Cross income',
      'Income the borrower brings besides interest (deposits, fees, wealth products), a year, ÷ balance.',
    ],
    ['综合贡献', '利息以外由该客户带来的收入（存款、手续费、财富业务），年化，÷余额。'],
  ),
  fundingCost: term(
    ['Funding cost', 'Transfer price of the money lent, also while a claim is in default, a year, ÷ balance.'],
    ['资金成本', '所贷资金的内部转移价格（违约期间照计），年化，÷余额。'],
  ),
  operatingCost: term(
    ['Operating cost', 'Variable and fixed cost of running the loans, a year, ÷ balance.'],
    ['运营成本', '管理贷款的变动与固定成本，年化，÷余额。'],
  ),
  tax: term(
    ['Tax', 'VAT and surcharges on interest; profit tax is inside the target profit.'],
    ['税费', '利息的增值税及附加；所得税含在目标利润中。'],
  ),
  targetProfit: term(
    [
      'Target profit',
      'Return asked on the capital the loans tie up, before profit tax and above its funding cost, a year, ÷ balance.',
    ],
    ['目标利润', '贷款占用资本所要求的税前回报（扣除其资金成本），年化，÷余额。'],
  ),
  expectedLoss: term(
    ['Expected loss', 'Mean loss over all simulated futures, a year, ÷ balance.'],
    ['预期损失', '全部模拟路径损失的均值，年化，÷余额。'],
  ),
  breakEvenYield: term(
    [
      'Break-even yield',
      'Portfolio yield after shifting every rate by the one amount that makes the coverage ratio 1; the legal cap is ignored.',
    ],
    ['盈亏平衡收益率', '将所有利率平移同一幅度、使覆盖倍数等于1时的组合收益率；不考虑利率上限。'],
  ),
  yieldFor95: term(
    ['Yield for 95%', 'As the break-even yield, for a coverage probability of 95%.'],
    ['达到95%覆盖概率所需收益率', '与盈亏平衡收益率相同，但要求覆盖概率达到95%。'],
  ),
  pdMultipleToBreakEven: term(
    [
      'PD multiple to break-even',
      'How many times higher default probabilities would have to be, or may be, for the coverage ratio to be 1.',
    ],
    ['盈亏平衡PD倍数', '使覆盖倍数恰为1时，违约概率相当于现在的倍数。'],
  ),
  lossRate: term(
    ['Loss rate', 'Loss of a future ÷ opening exposure, over the whole horizon, not a year.'],
    ['损失率', '某一路径的损失÷期初敞口，整个期间，不作年化。'],
  ),
  standardDeviation: term(
    ['Standard deviation of the loss rate', 'How far the loss rate spreads over the simulated futures.'],
    ['损失率标准差', '损失率在各模拟路径之间的离散程度。'],
  ),
  affordableLoss: term(
    [
      'Loss that income bears',
      'Mean income − cost − target profit ÷ opening exposure, over the whole horizon: the line in the loss chart.',
    ],
    ['收益可承受的损失', '（收入−成本−目标利润）的均值÷期初敞口，整个期间：损失分布图中的竖线。'],
  ),
  valueAtRisk99: term(
    ['Value at risk 99%', 'Loss rate that 99% of futures do not exceed.'],
    ['99%风险价值', '99%的路径损失率不超过该值。'],
  ),
  valueAtRisk999: term(
    ['Value at risk 99.9%', 'Loss rate that 99.9% of futures do not exceed.'],
    ['99.9%风险价值', '99.9%的路径损失率不超过该值。'],
  ),
  expectedShortfall99: term(
    ['Expected shortfall 99%', 'Mean loss rate of the worst 1% of futures.'],
    ['99%预期缺口', '最差1%的路径的平均损失率。'],
  ),
  expectedShortfall999: term(
    ['Expected shortfall 99.9%', 'Mean loss rate of the worst 0.1% of futures.'],
    ['99.9%预期缺口', '最差0.1%的路径的平均损失率。'],
  ),
  defaultRate: term(
    ['Default rate', 'Loans that default in months 1–12 ÷ loans at the start.'],
    ['违约率', '第1–12个月违约的笔数÷期初笔数。'],
  ),
  nplPeak: term(
    [
      'NPL peak',
      'Non-performing loans ÷ all loans at the worst month-end of a future, averaged over futures: higher than the peak of the mean line, because futures have their worst months at different times. Loans enter after a lag and leave when disposed of.',
    ],
    [
      '不良率峰值',
      '各路径最差月末的不良贷款÷全部贷款，再取平均；各路径最差月份不同，故高于均值曲线的最高点。贷款滞后转入不良，处置后转出。',
    ],
  ),
  trueNplPeak: term(
    [
      'True NPL peak',
      'As the NPL peak, with every default classified in time. It is higher than the reported peak while a deferral keeps bad loans out of the statistics.',
    ],
    ['真实不良率峰值', '与不良率峰值相同，但所有违约均及时分类。延期还本使不良暂不入账时，它高于报告的峰值。'],
  ),
  contagionMultiplier: term(
    [
      'Contagion multiplier',
      'Firms in default ÷ firms that would be without guarantee calls: 1.5 means that calls add one default to every two.',
    ],
    ['传染倍数', '违约企业数÷没有担保代偿时的违约企业数：1.5表示每两户违约再拖垮一户。'],
  ),
  tailValueAtRisk999: term(
    [
      'Value at risk 99.9%, tail sample',
      'As the value at risk 99.9%, from a second set of paths drawn for the far tail.',
    ],
    ['99.9%风险价值（尾部样本）', '与99.9%风险价值相同，由专为远端尾部抽取的第二组路径得出。'],
  ),
  tailExpectedShortfall999: term(
    [
      'Expected shortfall 99.9%, tail sample',
      'As the expected shortfall 99.9%, from a second set of paths drawn for the far tail.',
    ],
    ['99.9%预期缺口（尾部样本）', '与99.9%预期缺口相同，由专为远端尾部抽取的第二组路径得出。'],
  ),
  shortfallContribution: term(
    [
      'Part in expected shortfall 99%',
      'Mean loss of the part in the worst 1% of futures of the whole book, ÷ opening exposure of the book. Parts add up.',
    ],
    ['对99%预期缺口的贡献', '在全部贷款最差1%的路径中，该部分的平均损失÷全部期初敞口。各部分可加总。'],
  ),
  shortfall999Contribution: term(
    ['Part in expected shortfall 99.9%', 'The same for the worst 0.1% of futures, from the tail sample.'],
    ['对99.9%预期缺口的贡献', '同上，按最差0.1%的路径，由尾部样本得出。'],
  ),
  deviationContribution: term(
    [
      'Part in standard deviation',
      "Covariance of the part's loss with the book's loss ÷ standard deviation of the book's loss, as a share of opening exposure. Parts add up.",
    ],
    ['对标准差的贡献', '该部分损失与全部损失的协方差÷全部损失的标准差，占期初敞口的比率。各部分可加总。'],
  ),
  herfindahl: term(
    [
      'Herfindahl index',
      'Sum of the squared shares of the opening balance: 1 is one single part, near 0 is many small ones.',
    ],
    ['赫芬达尔指数', '各部分占期初余额比例的平方和：1表示只有一个部分，接近0表示分散于许多小部分。'],
  ),
  equalParts: term(
    ['Equal parts', '1 ÷ Herfindahl index: so many parts of one size would be as concentrated.'],
    ['等额个数', '1÷赫芬达尔指数：相当于多少个同等大小的部分。'],
  ),
  largestObligorShare: term(
    ['Largest borrower', 'Largest share of the opening balance owed by one firm.'],
    ['最大单户占比', '单户借款人占期初余额的最大比例。'],
  ),
  systematicVolatility: term(
    [
      'Systematic volatility',
      'Standard deviation of the loss rate that stays however many loans there are: what strikes many firms at once.',
    ],
    ['系统性波动', '无论贷款多少都不会消失的损失率标准差：来自同时冲击许多企业的因素。'],
  ),
  diversifiableVolatility: term(
    [
      'Diversifiable volatility',
      'Standard deviation of the rest at this size of the book; more loans make it smaller. The squares of both add up to the square of the whole.',
    ],
    ['可分散波动', '在现有规模下其余部分的标准差，贷款越多越小。两者的平方和等于总标准差的平方。'],
  ),
  minimumLoans: term(
    [
      'Loans that are enough',
      'Number of loans of this kind at which the diversifiable variance is a tenth of the systematic one: more loans hardly make the loss steadier.',
    ],
    ['足够的笔数', '可分散方差降至系统性方差十分之一时的同类贷款笔数：再增加贷款几乎不能使损失更稳定。'],
  ),
  effectiveNumber: term(
    ['Effective number', 'So many loans of one size would be as diversified as this book: 1 ÷ sum of squared shares.'],
    ['有效笔数', '相当于多少笔同等金额贷款的分散程度：1÷占比平方和。'],
  ),
  largestClusterShare: term(
    ['Largest cluster', 'Largest share of the opening balance in one industrial park or supply chain.'],
    ['最大集群占比', '单一产业园区或供应链占期初余额的最大比例。'],
  ),
  economicCapital: term(
    ['Economic capital', "(99.9% value at risk − mean) of the first year's loss ÷ balance."],
    ['经济资本', '首年损失的（99.9%风险价值−均值）÷余额。'],
  ),
  raroc: term(
    [
      'RAROC',
      'Risk-adjusted return on the capital the loans tie up, after tax, a year; it equals the hurdle rate when the rate is at its floor.',
    ],
    ['风险调整后资本回报率', '贷款占用资本的税后风险调整回报，年化；利率等于测算底价时，它等于要求回报率。'],
  ),
  balance: term(
    ['Balance', 'Mean balance on which interest is earned over the horizon.'],
    ['余额', '整个期间的平均计息余额。'],
  ),
  cell: term(
    ['Cell', 'Unit of the rate schedule: grade × term × collateral.'],
    ['定价单元', '利率表的单位：等级×期限×担保方式。'],
  ),
  offeredRate: term(
    [
      'Offered rate',
      "The schedule's own rate for the cell, at most the legal cap, before the scenario moves loan rates.",
    ],
    ['报价利率', '利率表为该单元给出的利率（不超过法定上限），未计情景中贷款利率的变动。'],
  ),
  floorRate: term(
    [
      'Floor rate',
      'Rate the pricing formula asks for, from the default probability the bank assigns. Shown for comparison, never applied.',
    ],
    ['测算底价', '按银行评定的违约概率由定价公式得出的利率。仅供比较，不自动采用。'],
  ),
  requiredRate: term(
    ['Required rate', 'Offered rate at which the simulated surplus of the cell would be zero in this scenario.'],
    ['所需利率', '使该单元在此情景下模拟盈余为零的报价利率。'],
  ),
  gap: term(
    ['Gap', 'Offered rate − required rate. Negative: the cell does not pay for its own cost and risk.'],
    ['差额', '报价利率−所需利率。为负表示该单元未能覆盖自身成本与风险。'],
  ),
  gradeCoverage: term(
    [
      'Coverage of a grade',
      '1 + balance-weighted gap ÷ balance-weighted expected loss of its cells; the gap counts interest before VAT. The standard error shown is an upper bound.',
    ],
    ['等级的覆盖倍数', '1+该等级各单元按余额加权的差额÷按余额加权的预期损失；差额按含税利息计。所示标准误为上界。'],
  ),
  comparedLoans: term(
    ['Loans', 'Loans granted at the start: how many of the applicants were admitted.'],
    ['笔数', '期初发放的贷款笔数，即通过的申请户数。'],
  ),
  approvalRate: term(
    ['Approval rate', 'Applicants who get a loan ÷ all applicants, whatever the price.'],
    ['审批通过率', '获得贷款的申请户÷全部申请户，与价格无关。'],
  ),
  nplRatio: term(
    [
      'NPL ratio',
      'Non-performing loans ÷ all loans at the end of the horizon, mean over futures: the balance a branch is assessed by.',
    ],
    ['不良率', '期末不良贷款÷全部贷款，各路径均值：支行考核指标。'],
  ),
  newOverdueRatio: term(
    ['New-overdue ratio', 'Exposure that newly defaults in a year ÷ balance, mean over futures.'],
    ['新发生逾期率', '一年内新违约的敞口÷余额，各路径均值。'],
  ),
  comprehensiveProfit: term(
    [
      'Comprehensive profit',
      'Mean income − cost − loss a year, in money, before the target profit: with volume in it, since a branch lives on the sum and not on the rate.',
    ],
    ['综合收益', '（收入−成本−损失）的年均金额，未扣目标利润；含规模因素，支行考核看的是总额而不是比率。'],
  ),
  comprehensiveProfitRate: term(
    ['Comprehensive profit rate', 'The comprehensive profit ÷ balance.'],
    ['综合收益率', '综合收益÷余额。'],
  ),
  pairedDifference: term(
    [
      'Paired difference',
      'Figure of a strategy − that of the first strategy, on the same firms and the same default events. What strikes both alike drops out, so its error is smaller than that of two runs apart (unpaired).',
    ],
    [
      '配对差异',
      '某策略的数值−第一种策略的数值，基于同一批企业、同一组违约事件。对两者影响相同的部分相互抵消，因此误差小于各自独立模拟（非配对）。',
    ],
  ),
  gini: term(
    [
      'Gini',
      'How well the assigned PD tells good applicants from bad: 1 ranks every defaulter last, 0 says nothing. Against true default probabilities, over all applicants.',
    ],
    [
      '基尼系数',
      '评定违约概率区分好坏申请户的能力：1为违约户全部排在最后，0为毫无区分。以真实违约概率衡量，涵盖全部申请户。',
    ],
  ),
  giniAdmitted: term(
    [
      'Gini of the admitted',
      'The same over the applicants who were admitted: lower, since the rules have taken out those easiest to tell.',
    ],
    ['通过户基尼系数', '同上，仅限通过的申请户：最易识别的已被规则剔除，故较低。'],
  ),
  kolmogorovSmirnov: term(
    [
      'KS',
      'Kolmogorov–Smirnov distance: the widest gap between the share of bad and the share of good applicants below a cut of the assigned PD.',
    ],
    ['KS', '柯尔莫哥洛夫–斯米尔诺夫距离：在任一切分点下，坏申请户占比与好申请户占比之差的最大值。'],
  ),
  explained: term(
    [
      'Explained',
      "Share of the variance of the applicants' true log-odds of default that the assigned ones explain: how much of what there is to know the strategy sees.",
    ],
    ['解释度', '申请户真实违约对数几率的方差中，由评定值解释的比例：策略看到了多少应知的信息。'],
  ),
  bestHalfPd: term(
    [
      'PD of the best half',
      'Mean true default probability of the half of all applicants that the strategy ranks best: selection at one approval rate, whatever its cut.',
    ],
    ['最好一半的违约概率', '策略排名最好的一半申请户的平均真实违约概率：在同一通过率下比较选择能力。'],
  ),
  costPerFile: term(
    ['Cost per file', 'Cost of handling and checking (cross-checks) one file, approved or not.'],
    ['每户审查成本', '受理并核查（交叉检验）一户申请的成本，无论是否通过。'],
  ),
  costPerLoan: term(
    ['Cost per loan', 'Cost of all files ÷ loans granted: who declines many pays for their files, too.'],
    ['每笔审查成本', '全部申请的审查成本÷发放笔数：拒绝越多，分摊越高。'],
  ),
  expectedLossPriced: term(
    [
      'Expected loss as priced',
      'Assigned PD × LGD, weighted by the balance of the loans granted: the loss the bank believes in and prices with, in the first year.',
    ],
    ['定价预期损失', '评定违约概率×违约损失率，按所放贷款余额加权：银行据以定价的首年损失。'],
  ),
  expectedLossTrue: term(
    [
      'True expected loss',
      'True PD × LGD, weighted by the balance of the loans granted. Above the priced one: the strategy takes its borrowers for better than they are.',
    ],
    ['真实预期损失', '真实违约概率×违约损失率，按所放贷款余额加权。高于定价值说明策略高估了客户质量。'],
  ),
  frontier: term(
    [
      'Cut-off frontier',
      'Coverage in expectation were the best-ranked applicants lent to, up to a share of them, at the same rates. Files of those declined are paid for all the same.',
    ],
    ['切分前沿', '按同一利率贷给排名最好的一定比例申请户时的期望覆盖倍数；被拒绝者的审查成本照计。'],
  ),
  falseAlarmRate: term(
    ['False alarms', 'Good loan-years (without a default) in which the monthly signals raised an alarm.'],
    ['误报率', '没有违约的贷款年度中，月度信号发出预警的比例。'],
  ),
  alarm: term(
    [
      'Alarm',
      'The settlement index, rolled forward month by month, fell far below that at drawdown or under a bound. Its power is measured, not assumed.',
    ],
    ['预警', '逐月滚动的结算信用度较放款时大幅下降或低于界限。其效力由模拟历史测得，而非假设。'],
  ),
  exitGood: term(
    [
      'Exits of good borrowers',
      'Maturities without a default in the next twelve months that were not renewed all the same: customers lost.',
    ],
    ['误退出率', '其后十二个月并未违约、但到期未予续贷的比例：失去的好客户。'],
  ),
  standardError: term(
    [
      'Standard error (±)',
      'Error of the simulation for this one book as drawn. Another seed also draws other firms, and that moves figures more, those of thin cells most. Errors in the assumptions are not in it either.',
    ],
    [
      '标准误（±）',
      '针对这一个已抽定客群的模拟误差。更换随机种子会同时重新抽取企业，数字变动更大，笔数少的单元尤甚。也不包括假设本身的误差。',
    ],
  ),
} satisfies Record<string, Readonly<Record<Lang, Term>>>

/** A figure with a definition. */
export type TermId = keyof typeof GLOSSARY
