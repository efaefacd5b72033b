import type { CellResult } from '../models/result.ts'

/** Cells with fewer loans say more about the firms that were drawn than about their rate. */
export const SOLID_LOANS = 25

/** Whether a cell has too few loans for its figures to outlast another draw of firms. */
export const isThin = ({ loans }: Pick<CellResult, 'loans'>): boolean => loans < SOLID_LOANS
