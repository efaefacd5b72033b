/** Marks without binary dust: 27.7, not 27.700000000000003. */
export const marksText = (value: number): string => String(Number(value.toFixed(4)))
