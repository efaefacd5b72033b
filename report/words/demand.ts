/** Sentences on applicants who go elsewhere. */
export const en = {
  heading: 'If applicants go elsewhere',
  assumption:
    'Who goes elsewhere at which rate is an assumption of the study (demand); a share of every loan offered is weighed here, while the other figures of this report are of borrowers drawn one by one, at the rates as they are.',
  defaultAssumption:
    'Who goes elsewhere at which rate is an assumption of this tool (its default demand): the study sets none of its own. A share of every loan offered is weighed.',
  taken: (volume: string, pd: string, all: string) =>
    `At these rates ${volume} of the balance offered is taken, by borrowers with a mean true PD of ${pd}; it would be ${all} were all to take it`,
  drawn: (weighed: string, drawn: string) =>
    `the coverage ratio of those who take it is ${weighed} by weighing, and ${drawn} in the one draw simulated; which firms take it is not in either error`,
  best: {
    turns: (shift: string, money: string, now: string) =>
      `The surplus is highest with all rates moved by ${shift}: ${money} a year instead of ${now}; beyond that, raising the rates lowers it`,
    rises: (end: string) => `Of the rates looked at, up to ${end}, the surplus is highest at the top`,
    falls: (end: string) => `Of the rates looked at, from ${end} on, the surplus is highest at the lowest`,
  },
  turning: {
    turns: (shift: string) =>
      `Beyond ${shift} each unit lent earns less at a higher rate: those who still come are the worse risks`,
    rises: (end: string) => `Each unit lent earns most at the top of the range looked at, ${end}`,
    falls: (end: string) => `Each unit lent earns most at the bottom of the range looked at, ${end}`,
  },
  worse: (low: string, from: string, high: string, to: string) =>
    `The mean true PD of those who take the loan goes from ${from} at ${low} to ${to} at ${high}`,
  shift: 'Rates moved by',
  volume: 'Taken',
  meanPd: 'Mean true PD',
  annualSurplus: (unit: string) => `Surplus a year, ${unit}`,
  bestMove: 'Best move of its rates',
  ends: { rises: 'up, as far as looked at', falls: 'down, as far as looked at' },
  chart: {
    turns: (shift: string) => `The surplus is highest with all rates moved by ${shift}`,
    rises: 'The surplus is highest at the end of the range looked at',
    falls: 'The surplus is highest at the bottom of the range looked at',
    x: 'all rates moved by, bp',
    money: (unit: string) => `surplus a year, ${unit}`,
    share: 'balance taken, % of all offered',
    pd: 'mean true PD of those who take the loan',
    best: 'best',
    today: 'today',
    tip: (shift: string, money: string, volume: string, pd: string) =>
      `rates moved by ${shift}: surplus ${money} a year, ${volume} taken, mean true PD ${pd}`,
  },
}

export type DemandWords = typeof en

export const zh: DemandWords = {
  heading: '如果申请户流失',
  assumption:
    '何种利率下谁会流失，是研究的假设（demand）。此处对每笔拟发放贷款按接受概率加权；本报告其他数字为按现行利率逐户抽取的借款人。',
  defaultAssumption:
    '何种利率下谁会流失，是本工具的假设（默认需求）：研究文件未自行设定。此处对每笔拟发放贷款按接受概率加权。',
  taken: (volume, pd, all) =>
    `按此利率，拟发放余额的${volume}被接受，借款人平均真实违约概率为${pd}；若全部接受则为${all}`,
  drawn: (weighed, drawn) =>
    `接受者的覆盖倍数：加权为${weighed}，本次逐户抽取为${drawn}；误差均不含“哪些企业接受”的随机性`,
  best: {
    turns: (shift, money, now) =>
      `全部利率变动${shift}时盈余最高：每年${money}，现为${now}；超过此点，提高利率反而减少盈余`,
    rises: (end) => `在所考察的范围（至${end}）内，盈余在上端最高`,
    falls: (end) => `在所考察的范围（自${end}起）内，盈余在下端最高`,
  },
  turning: {
    turns: (shift) => `变动超过${shift}后，利率越高，每单位贷款的收益反而越低：留下的是较差的风险`,
    rises: (end) => `每单位贷款的收益在考察范围的上端${end}最高`,
    falls: (end) => `每单位贷款的收益在考察范围的下端${end}最高`,
  },
  worse: (low, from, high, to) => `接受贷款者的平均真实违约概率由${low}时的${from}变为${high}时的${to}`,
  shift: '利率变动',
  volume: '接受比例',
  meanPd: '平均真实违约概率',
  annualSurplus: (unit) => `年盈余，${unit}`,
  bestMove: '该等级利率的最佳变动',
  ends: { rises: '上调至考察范围的上端', falls: '下调至考察范围的下端' },
  chart: {
    turns: (shift) => `全部利率变动${shift}时盈余最高`,
    rises: '盈余在考察范围的上端最高',
    falls: '盈余在考察范围的下端最高',
    x: '全部利率变动，bp',
    money: (unit) => `年盈余，${unit}`,
    share: '接受余额占拟发放余额，%',
    pd: '接受者平均真实违约概率',
    best: '最佳',
    today: '现行',
    tip: (shift, money, volume, pd) => `利率变动${shift}：年盈余${money}，接受比例${volume}，平均真实违约概率${pd}`,
  },
}
