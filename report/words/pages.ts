/** Names of the report's pages, and what stands on them beside their sections. */
export const en = {
  names: {
    verdict: 'Verdict',
    prices: 'Prices',
    losses: 'Losses',
    law: 'Law of large numbers',
    stress: 'Stress',
    strategies: 'Strategies',
    book: 'Book',
    method: 'Method',
  },
  label: 'Pages of the report',
  desk: 'Pricing desk',
  runs: 'All runs',
  save: 'Save this report',
  chooseNote: 'A chart has the same scale throughout. Point at a mark to read its figures.',
}

export const zh: typeof en = {
  names: {
    verdict: '结论',
    prices: '利率',
    losses: '损失',
    law: '大数法则',
    stress: '压力情景',
    strategies: '放贷策略',
    book: '客群',
    method: '方法',
  },
  label: '报告各页',
  desk: '定价台',
  runs: '全部运行',
  save: '保存本报告',
  chooseNote: '同类图表使用相同刻度。将光标移至图形可读取数值。',
}
