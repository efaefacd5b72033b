import type { OutcomeCube } from '../cube.ts'
import type { Figures } from '../result.ts'
import type { Recorder } from './recorder.ts'

/** Month-end NPL ratios as reported, and true: with every default classified in time. */
export function nplFigures(cube: OutcomeCube, record: Recorder): Pick<Figures, 'npl' | 'nplPeak' | 'trueNplPeak'> {
  const { paths, horizonMonths, nplRatio, trueNplRatio } = cube
  const month = (ratios: Float32Array, m: number): Float32Array => ratios.subarray(m * paths, (m + 1) * paths)
  return {
    nplPeak: record.mean('nplPeak', nplPeaks(cube, nplRatio)),
    trueNplPeak: record.mean('trueNplPeak', nplPeaks(cube, trueNplRatio)),
    npl: Array.from({ length: horizonMonths }, (_, m) => {
      record.setLabel(`npl.${m}.month`, m + 1)
      return {
        month: m + 1,
        reported: record.mean(`npl.${m}.reported`, month(nplRatio, m)),
        true: record.mean(`npl.${m}.true`, month(trueNplRatio, m)),
      }
    }),
  }
}

/** Largest month-end ratio of each path. */
export function nplPeaks({ paths, horizonMonths }: OutcomeCube, ratios: Float32Array): Float64Array {
  const largest = new Float64Array(paths)
  for (let m = 0; m < horizonMonths; m++)
    for (let p = 0; p < paths; p++) largest[p] = Math.max(largest[p]!, ratios[m * paths + p]!)
  return largest
}
