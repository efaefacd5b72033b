/** Sentences on who is in the book. */
export const en = {
  heading: 'Who is in the book',
  summary: (loans: string, balance: string, largest: string) =>
    `${loans} loans, ${balance} at the start; the largest is ${largest}.`,
  note: 'Loans that the first strategy grants, at the start, before any scenario. Assigned: what the bank believes; true: what drives the simulation.',
  groups: { sector: 'Sector', grade: 'Grade', collateral: 'Collateral', term: 'Term' },
  sizeIn: (unit: string) => `Loan size, ${unit}`,
  title: (name: string, share: string, pd: string) => `${name} holds ${share} of the balance, at a true PD of ${pd}`,
  x: 'share of the balance, %',
  pd: 'true PD, % a year (○: assigned)',
  tip: (name: string, share: string, loans: string, truePd: string, assignedPd: string) =>
    `${name}: ${share} of the balance, ${loans} loans; true PD ${truePd}, assigned ${assignedPd}`,
}

export const zh: typeof en = {
  heading: '客群构成',
  summary: (loans, balance, largest) => `${loans}笔贷款，期初余额${balance}；最大一笔${largest}。`,
  note: '第一种策略发放的贷款，期初口径，未加情景冲击。评定：银行认为的违约概率；真实：驱动模拟的违约概率。',
  groups: { sector: '行业', grade: '等级', collateral: '担保方式', term: '期限' },
  sizeIn: (unit) => `贷款规模，${unit}`,
  title: (name, share, pd) => `${name}占余额的${share}，真实违约概率${pd}`,
  x: '占余额比例，%',
  pd: '真实违约概率，%／年（○：评定）',
  tip: (name, share, loans, truePd, assignedPd) =>
    `${name}：占余额${share}，${loans}笔；真实违约概率${truePd}，评定${assignedPd}`,
}
