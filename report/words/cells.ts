/** Sentences on the cells of a schedule. */

export const en = {
  cells: 'Rates by cell',
  cellsFinding: (short: number, all: number) =>
    short === 0
      ? `All ${all} cells carry their own losses and costs`
      : `${short} of ${all} cells are priced below what they need`,
  worstCell: (cell: string, gap: string) => `the worst is ${cell}, at ${gap}`,
  worstSolidCell: (cell: string, gap: string, loans: number) =>
    `the worst with at least ${loans} loans is ${cell}, at ${gap}`,
  thinCells: (loans: number) =>
    `Cells in grey have fewer than ${loans} loans: another draw of firms may move them far.`,
}

export const zh: typeof en = {
  cells: '各定价单元的利率',
  cellsFinding: (short, all) =>
    short === 0 ? `全部${all}个定价单元均能覆盖自身成本与损失` : `${all}个定价单元中有${short}个定价低于所需利率`,
  worstCell: (cell, gap) => `差距最大的是${cell}，${gap}`,
  worstSolidCell: (cell, gap, loans) => `不少于${loans}笔的单元中差距最大的是${cell}，${gap}`,
  thinCells: (loans) => `灰色单元不足${loans}笔：重新抽取客群时可能大幅变动。`,
}
