import { withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Share of frauds among the applicants, in place of the scenario's and the book's; the bank does not know. */
export const fraudShare: Shock = {
  id: 'fraudShare',
  unit: 'share',
  acts: 'outcomes',
  sizes: [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1],
  today: ({ book, scenario: { shocks } }) =>
    shocks.fraudShare ?? (book.kind === 'synthetic' ? book.honesty.fraud.share : 0),
  refusal: ({ book }) =>
    book.kind === 'tape'
      ? { en: 'the loans of a tape have no applicants behind them', zh: '贷款明细没有对应的申请人' }
      : null,
  apply: (world, size) => withShocks(world, { fraudShare: size }),
}
