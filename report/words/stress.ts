/** Sentences on cases that differ in one or two values. */
export const en = {
  unchanged: 'unchanged',
  change: 'Change',
  room: {
    table: 'Room by case',
    heading: 'How much worse it may get before coverage is lost',
    losses: 'Just covered with losses',
    defaults: 'Just covered with default rates',
    rates: 'Room in all rates',
    title: (name: string, multiple: string, isLost: boolean) =>
      isLost
        ? `${name} is furthest from covered: its default rates would have to be ${multiple}`
        : `${name} has least room: coverage is lost at default rates of ${multiple}`,
    none: 'No scenario has a default rate at which coverage is lost',
    note: 'On top of the scenario, everything else unchanged; below ×1 or negative: what it would take to be covered. Other shocks: yieldcover reverse with --shock all.',
  },
  tornado: {
    heading: 'One change at a time',
    title: (name: string, low: string, high: string) => `The surplus hangs most on ${name}: ${low} to ${high} a year`,
    x: 'surplus, bp a year',
    base: (surplus: string) => `unchanged ${surplus}`,
    tip: (name: string, value: string, surplus: string, change: string, ratio: string) =>
      `${name} ${value}: surplus ${surplus}, ${change} against the unchanged; coverage ratio ${ratio}`,
    note: (where: string) =>
      `${where}. Each bar changes one thing and leaves the rest; both ends met the same firms and random numbers as the unchanged case.`,
  },
  grid: {
    heading: 'Two changes together',
    allCovered: 'Covered at every combination tried',
    noneCovered: 'Covered at no combination tried',
    covered: (n: number, all: number) => `Covered at ${n} of ${all} combinations`,
    legend: 'coverage ratio',
    tip: (first: string, second: string, ratio: string, probability: string, surplus: string) =>
      `${first}, ${second}: coverage ratio ${ratio}, coverage probability ${probability}, surplus ${surplus}`,
    frontierTitle: (row: string, at: string, from: string, other: string, to: string) =>
      `With ${from} coverage is lost at ${row} ${at}; with ${to}, at ${other}`,
    frontierFlat: (name: string) => `Where coverage is lost does not pass through the values tried of ${name}`,
    frontierTip: (first: string, second: string) => `Just covered at ${first}, ${second}`,
    note: (where: string) =>
      `${where}. Between the values tried the frontier is drawn straight; to its better side expected income covers risk.`,
  },
}

export const zh: typeof en = {
  unchanged: '不变',
  change: '变动',
  room: {
    table: '各情形的余地',
    heading: '距失去覆盖还有多少余地',
    losses: '恰好覆盖时的损失',
    defaults: '恰好覆盖时的违约率',
    rates: '全部利率的余地',
    title: (name, multiple, isLost) =>
      isLost
        ? `${name}距覆盖最远：违约率须降至${multiple}才能覆盖`
        : `${name}余地最小：违约率达到${multiple}即失去覆盖`,
    none: '没有情景会因违约率上升而失去覆盖',
    note: '在该情景之上单独变动，其余不变；低于×1或为负：需要改善到此程度才能覆盖。其他冲击见命令 yieldcover reverse --shock all。',
  },
  tornado: {
    heading: '逐项变动',
    title: (name, low, high) => `对盈余影响最大的是${name}：每年${low}至${high}`,
    x: '盈余，bp／年',
    base: (surplus) => `不变时${surplus}`,
    tip: (name, value, surplus, change, ratio) =>
      `${name}${value}：盈余${surplus}，较不变时${change}；覆盖倍数${ratio}`,
    note: (where) => `${where}。每个条形只改变一项，其余不变；两端与不变情形使用同一批企业和随机数。`,
  },
  grid: {
    heading: '两项同时变动',
    allCovered: '所试各组合均可覆盖',
    noneCovered: '所试各组合均不可覆盖',
    covered: (n, all) => `${all}个组合中有${n}个可覆盖`,
    legend: '覆盖倍数',
    tip: (first, second, ratio, probability, surplus) =>
      `${first}，${second}：覆盖倍数${ratio}，覆盖概率${probability}，盈余${surplus}`,
    frontierTitle: (row, at, from, other, to) => `${from}时，${row}达到${at}即失去覆盖；${to}时为${other}`,
    frontierFlat: (name) => `在所试的${name}范围内没有穿过覆盖边界`,
    frontierTip: (first, second) => `恰好覆盖：${first}，${second}`,
    note: (where) => `${where}。所试数值之间以直线相连；边界较好的一侧期望收益可覆盖风险。`,
  },
}
