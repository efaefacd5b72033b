/** Sentences on how figures settle as paths come in. */
export const en = {
  title: (paths: string, error: string) => `After ${paths} paths the surplus is known to ${error} a year`,
  x: 'paths simulated (band: interval)',
  tip: (paths: string, name: string, value: string, low: string, high: string) =>
    `After ${paths} paths: ${name} ${value}, interval ${low} to ${high}`,
}

export const zh: typeof en = {
  title: (paths, error) => `模拟${paths}条路径后，盈余误差为每年${error}`,
  x: '已模拟路径数（带：置信区间）',
  tip: (paths, name, value, low, high) => `${paths}条路径后：${name}${value}，区间${low}至${high}`,
}
