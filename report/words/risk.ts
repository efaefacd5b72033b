/** Where the risk sits. */

export const en = {
  risk: 'Where the risk sits',
  riskBy: { sector: 'Sector', cell: 'Cell' },
  riskShare: 'share',
  otherParts: (count: number) => (count === 1 ? '1 other' : `${count} others`),
  riskNote: 'The parts add up to the figure of the whole book. All parts are in contributions.parquet.',
  concentration: 'Concentration',
  dimension: 'By',
  dimensions: { obligor: 'borrower', sector: 'sector', cluster: 'cluster', cell: 'cell' },
}

export const zh: typeof en = {
  risk: '风险集中在哪里',
  riskBy: { sector: '行业', cell: '定价单元' },
  riskShare: '占比',
  otherParts: (count) => `其余${count}项`,
  riskNote: '各部分之和等于全部贷款的数值。全部明细见 contributions.parquet。',
  concentration: '集中度',
  dimension: '维度',
  dimensions: { obligor: '借款人', sector: '行业', cluster: '集群', cell: '定价单元' },
}
