/** A file explained, made by hand: one fact an element, three rules. */
import type { FileExplanation } from '../../models/lending/explainFile.ts'

export const FIXTURE_FILE: FileExplanation = {
  firm: '2176',
  strategy: 'citic-trade',
  declined: null,
  elements: [
    {
      element: 'willingness',
      finding: 'good',
      evidence: [
        { field: 'blacklisted', value: false, rule: { kind: 'vetoIf' }, finding: null },
        { field: 'overdueCount', value: 0, rule: { kind: 'atMost', good: 0, fair: 1 }, finding: 'good' },
      ],
    },
    {
      element: 'capacity',
      finding: 'poor',
      evidence: [
        { field: 'quickRatio', value: 0.412345, rule: { kind: 'atLeast', good: 1, fair: 0.6 }, finding: 'poor' },
        {
          field: 'repaymentSource',
          value: 'refinance',
          rule: { kind: 'choice', good: ['sales'], fair: ['refinance'] },
          finding: 'fair',
        },
      ],
    },
    { element: 'security', finding: null, evidence: [] },
  ],
  card: {
    result: {
      items: { debtRatio: 9 },
      sections: { solvency: 9 },
      raw: 61,
      deduction: 1,
      score: 60,
      level: 7,
      vetoes: ['L8'],
    },
    rows: [
      {
        section: 'solvency',
        item: 'debtRatio',
        title: { en: 'Debt ratio', zh: '资产负债率' },
        value: 0.64,
        marks: 9,
        fullMarks: 10,
        why: '0.64 is 1 whole step of 0.03 above 0.60: −1',
      },
    ],
    conversion: null,
    deduction: 'lossAmount ÷ netAssets = 0.02, 1 step of 0.02: −1',
    levelCut: '60 reaches 60, the cut of level 7',
    levelLimit: null,
    limits: [
      { id: 'L10', title: { en: 'Level 10 directly' }, applies: false, why: 'nothing applies' },
      { id: 'L8', title: { en: 'Level 8 or worse', zh: '八级及以下' }, applies: true, why: 'currentArrears' },
    ],
  },
  settlement: null,
  signals: {
    value: -1.2,
    liquidity: 0.2,
    privateLending: false,
    truthOfSales: 0.01,
    overBorrowing: Infinity,
    character: 0.7,
    alerts: ['overBorrowing'],
    prejudgement: 'warn',
  },
  rules: [
    { reason: 'level', value: 7, asked: { atMost: 7 }, passes: true },
    { reason: 'ownerAge', value: 66, asked: { between: [18, 65] }, passes: false },
    { reason: 'region', value: 'north', asked: { oneOf: ['north', 'centre'] }, passes: true },
  ],
  line: {
    requested: 71,
    financingGap: 64,
    caps: [{ cap: 'financingGap', amount: 64 }],
    line: 64,
    utilisation: 0.5,
    shareLeft: 1,
    balance: 32,
  },
  pd: { score: 60, level: 7, index: null, flags: 0, card: 0.0687, assigned: 0.0687, grade: 7 },
  rate: {
    cell: '7|6-12m|residential',
    offered: 0.0625,
    lgd: 0.3015,
    floor: {
      crossIncome: 0.0019,
      operatingCost: 0.006,
      expectedLoss: 0.0207,
      capitalCharge: 0.0085,
      costRate: 0.0583,
      netRate: 0.0604,
      rate: 0.0604,
    },
  },
}
