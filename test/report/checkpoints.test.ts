import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkpointsIn } from '../../report/checkpoints.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'
import { fixtureRun } from './fixture.ts'

const RUN = '0123456789ab'

test('what was saved is loaded to the bit, also by another process of the same run', async () => {
  const dir = temporaryDirectory()
  const [first] = fixtureRun().tables
  const loss = Float64Array.from(new Float64Array(new SharedArrayBuffer(24)).fill(1 / 3))
  const shared = new Float64Array(new SharedArrayBuffer(24)).fill(-0)
  const replicates = { surplus: Float64Array.of(1 / 3, -0, 1e-300) }
  const tables = [{ ...first!, replicates, paths: { ...first!.paths, loss, defaults: shared } }]
  await checkpointsIn(dir, RUN).save('0-1', tables)
  const loaded = await checkpointsIn(dir, RUN).load('0-1')
  expect(loaded).toEqual(tables)
  expect(Object.is(loaded![0]!.paths.defaults[2], -0)).toBe(true)
  expect(Object.is(loaded![0]!.replicates['surplus']![1], -0)).toBe(true)
})

test('nothing is on disk before the first is saved, and only complete files after', async () => {
  const dir = temporaryDirectory()
  const checkpoints = checkpointsIn(dir, RUN)
  expect(await checkpoints.load('0-0')).toBeNull()
  expect(readdirSync(dir)).toEqual([])
  expect(checkpoints.kept()).toBe(0)
  await checkpoints.save('0-0', [])
  await checkpoints.save('0-0', [])
  await checkpoints.save('0-1', [])
  expect(checkpoints.folder).toBe(join(dir, `.${RUN}.partial`, 'checkpoints'))
  expect(readdirSync(checkpoints.folder).toSorted()).toEqual(['0-0.bin', '0-1.bin'])
  expect(checkpoints.kept()).toBe(2)
})

test('a file that is cut off, changed, empty, or of another key or run is as good as none', async () => {
  const dir = temporaryDirectory()
  const checkpoints = checkpointsIn(dir, RUN)
  await checkpoints.save('0-0', fixtureRun().tables.slice(0, 1))
  const file = join(checkpoints.folder, '0-0.bin')
  const whole = readFileSync(file)
  const changed = Uint8Array.from(whole)
  changed[whole.length - 1]! ^= 1
  for (const bytes of [whole.subarray(0, -1), changed, new Uint8Array(0), whole.subarray(0, 20)]) {
    writeFileSync(file, bytes)
    expect(await checkpointsIn(dir, RUN).load('0-0')).toBeNull()
  }
  writeFileSync(file, whole)
  expect(await checkpointsIn(dir, RUN).load('0-0')).toHaveLength(1)

  copyFileSync(file, join(checkpoints.folder, '0-1.bin'))
  expect(await checkpoints.load('0-1')).toBeNull()
  const other = checkpointsIn(dir, 'ba9876543210')
  await other.save('0-1', [])
  copyFileSync(file, join(other.folder, '0-0.bin'))
  expect(existsSync(join(other.folder, '0-0.bin'))).toBe(true)
  expect(await other.load('0-0')).toBeNull()
})
