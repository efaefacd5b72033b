/** A number as an explanation shows it, free of binary dust. */
export const plain = (value: number): string => String(Number(value.toPrecision(10))).replace('-', '−')

/** A threshold with as many decimals as its step has: 0.60 beside steps of 0.03. */
export function aligned(threshold: number, step: number): string {
  const decimals = (plain(step).split('.')[1] ?? '').length
  const shown = plain(threshold)
  return (shown.split('.')[1] ?? '').length < decimals ? threshold.toFixed(decimals).replace('-', '−') : shown
}

/** `1 step`, `2 steps`. */
export const counted = (count: number, noun: string): string => `${plain(count)} ${noun}${count === 1 ? '' : 's'}`
