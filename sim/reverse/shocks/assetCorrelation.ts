import type { World, Shock } from '../shock.ts'

/** Total asset correlation R² of a firm that feels every factor, in place of the book's: all loadings are scaled alike. */
export const assetCorrelation: Shock = {
  id: 'assetCorrelation',
  unit: 'correlation',
  acts: 'outcomes',
  sizes: [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  today: (world) => totalOf(world) * world.loadingScale ** 2,
  refusal: (world) => {
    if (world.correlation === 'none')
      return {
        en: 'the study leaves all factors out (correlation: none)',
        zh: '该研究不含任何因子（correlation: none）',
      }
    return totalOf(world) > 0
      ? null
      : { en: 'no factor ties the firms of the book', zh: '没有因子把该账册的企业联系起来' }
  },
  apply: (world, size) => ({ ...world, loadingScale: Math.sqrt(size / totalOf(world)) }),
}

const totalOf = ({ book }: World): number => book.factors.reduce((sum, { loading }) => sum + loading ** 2, 0)
