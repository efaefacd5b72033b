import type { TopLevelSpec } from 'vega-lite'

/** A chart as a Vega-Lite specification, whose title states what it shows. */
export type ChartSpec = TopLevelSpec & { readonly title: string }
