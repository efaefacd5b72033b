/** The formulas behind the figures, as the Method page prints them: what each is, and where it comes from. */
interface Formula {
  readonly name: string
  readonly formula: string
  readonly note: string
}

export const en = {
  heading: 'Formulas',
  list: [
    {
      name: 'Floor rate',
      formula: 'r = gross of VAT( (f + oc + PD·LGD·s + κ·(hurdle/(1−τ) − f) + π − ci) / (1 − q·PD) )',
      note: "f funding, oc operating cost, s the bank's share of the loss, κ capital, τ income tax, π extra target, ci cross income, q = ½ of a year's interest lost on a default. A one-cell book priced at it has a surplus of 0.",
    },
    {
      name: 'Default, given the factors of a year',
      formula: 'p(X) = Φ( (Φ⁻¹(h′)·√(1 − R² + V) − X) / √(1 − R²) )',
      note: "X = Σ a·F the firm's part of the common factors, R² = Σ a², V the variance of X in the scenario, h′ = 1 − (1−h)^m its default probability at a PD multiple m; X > 0 is a good year. The mean over X is h′. Vasicek (2002), Risk 15(12).",
    },
    {
      name: 'Loss given default',
      formula: 'LGD = max(floor, 1 − cover·(1 + Δp)·auction·(1 − cost)·(1 + i)^−time)',
      note: 'for home, commercial and movable collateral; a beta distribution for the rest. logit of its mean falls by λ for every standard deviation of the economy, the default-weighted mean kept.',
    },
    {
      name: 'Surplus of a path',
      formula: 'Σ r·E + ci − Σ (f + c)·F − C·loan-years − VAT − Σ (κ·(hurdle/(1−τ) − f) + π)·F − loss',
      note: 'E earned balance-years, which end with a default; F funded ones, which run to the end of its year; c and C the variable and the fixed cost.',
    },
    {
      name: 'Coverage ratio, coverage probability',
      formula: 'E[income − cost − target] / E[loss];   P(income − cost − target ≥ loss)',
      note: 'a ratio of 1 can stand at a probability of 58 %: the loss has a long tail.',
    },
    {
      name: 'Standard errors',
      formula: 'se = s(replicate values) / √R,   intervals with t of R − 1 degrees',
      note: 'paths come in R independent groups, stratified within; ratios by the delta method, quantiles by Woodruff (1952), fewer than 25 misses by Clopper and Pearson.',
    },
    {
      name: 'Law of large numbers',
      formula: 'SD²(N) = SD²(∞) + (p(1 − p) − SD²(∞))/N',
      note: 'for equal loans of one year; the page uses the variances of this book.',
    },
    {
      name: 'Economic capital, RAROC',
      formula: '(VaR99.9 − mean of the year-1 loss) / year-1 balance;   (income − cost − loss + f·κF)(1 − τ) / κF',
      note: 'the second equals the hurdle at the floor rate.',
    },
  ] satisfies readonly Formula[],
}

export const zh: typeof en = {
  heading: '公式',
  list: [
    {
      name: '测算底价',
      formula: 'r = 含增值税( (f + oc + PD·LGD·s + κ·(目标回报/(1−τ) − f) + π − ci) / (1 − q·PD) )',
      note: 'f资金转移价格，oc运营成本，s银行承担损失比例，κ资本，τ所得税率，π附加目标利润，ci综合收益，q=违约损失半年利息。按底价定价的单一单元盈余为0。',
    },
    {
      name: '给定当年因子下的违约概率',
      formula: 'p(X) = Φ( (Φ⁻¹(h′)·√(1 − R² + V) − X) / √(1 − R²) )',
      note: 'X = Σ a·F为企业承受的共同因子，R² = Σ a²，V为该情景下X的方差，h′ = 1 − (1−h)^m为倍数m下的违约概率；X > 0为好年份。对X取均值为h′。Vasicek (2002)，Risk 15(12)。',
    },
    {
      name: '违约损失率',
      formula: 'LGD = max(下限, 1 − 覆盖·(1 + Δp)·拍卖折价·(1 − 费用)·(1 + i)^−处置时间)',
      note: '适用于住宅、商用房产和动产；其余为贝塔分布。经济每变差一个标准差，其均值的logit上升λ，违约加权均值保持不变。',
    },
    {
      name: '单条路径的盈余',
      formula: 'Σ r·E + ci − Σ (f + c)·F − C·笔年 − 增值税 − Σ (κ·(目标回报/(1−τ) − f) + π)·F − 损失',
      note: 'E为计息余额年，违约即止；F为占用资金余额年，至违约当年年末；c、C为变动成本和固定成本。',
    },
    {
      name: '覆盖倍数、覆盖概率',
      formula: 'E[收入 − 成本 − 目标利润] / E[损失]；  P(收入 − 成本 − 目标利润 ≥ 损失)',
      note: '倍数为1时覆盖概率可能只有58%：损失分布有长尾。',
    },
    {
      name: '标准误',
      formula: 'se = s(各组估计值) / √R，  区间用R − 1自由度的t分布',
      note: '路径分为R个独立组，组内分层；比率用delta方法，分位数用Woodruff (1952)，未覆盖路径少于25条时用Clopper–Pearson区间。',
    },
    {
      name: '大数法则',
      formula: 'SD²(N) = SD²(∞) + (p(1 − p) − SD²(∞))/N',
      note: '一年期等额贷款的情形；页面使用本客群自身的方差。',
    },
    {
      name: '经济资本、RAROC',
      formula: '(VaR99.9 − 首年损失均值) / 首年余额；  (收入 − 成本 − 损失 + f·κF)(1 − τ) / κF',
      note: '按测算底价定价时，后者等于目标回报率。',
    },
  ],
}
