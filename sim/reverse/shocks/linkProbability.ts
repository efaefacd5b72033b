import { inYear } from '../../../models/shocks.ts'
import { withShocks } from '../shock.ts'
import type { Shock } from '../shock.ts'

/** Probability that a guarantor who is called defaults, in place of the scenario's, the book's and that of a strategy's groups. */
export const linkProbability: Shock = {
  id: 'linkProbability',
  unit: 'share',
  acts: 'outcomes',
  // A call is never certain to be fatal.
  sizes: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99],
  today: ({ book: { guarantees }, strategy: { jointLiability }, scenario: { shocks } }) =>
    inYear(shocks.linkProbability, 0, (guarantees ?? jointLiability)?.linkProbability ?? 0),
  refusal: ({ book: { guarantees }, strategy: { jointLiability }, scenario: { shocks } }) =>
    jointLiability || (guarantees && (shocks.guaranteeShare ?? guarantees.share) > 0)
      ? null
      : { en: 'nobody guarantees anybody', zh: '没有企业互相担保' },
  apply: (world, size) => withShocks(world, { linkProbability: [size] }),
}
