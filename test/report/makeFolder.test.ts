import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UsageError } from '../../report/errors.ts'
import { makeFolder } from '../../report/makeFolder.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'

test('makes a folder and those above it, and leaves nothing in it', async () => {
  const folder = join(temporaryDirectory(), 'a', 'b', 'c')
  await Promise.all([makeFolder(folder), makeFolder(folder)])
  expect(readdirSync(folder)).toEqual([])
})

test('leaves what a folder holds', async () => {
  const folder = temporaryDirectory()
  writeFileSync(join(folder, 'kept.txt'), 'kept')
  await makeFolder(folder)
  expect(readdirSync(folder)).toEqual(['kept.txt'])
})

test.each(['file', 'file/below', 'file/far/below', 'dangling'])(
  'refuses %s, where a file is in the way',
  async (name) => {
    const folder = temporaryDirectory()
    writeFileSync(join(folder, 'file'), '')
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'))
    const failure = makeFolder(join(folder, name))
    await expect(failure).rejects.toThrow(UsageError)
    await expect(failure).rejects.toThrow(`--out: cannot write to ${join(folder, name)}: `)
  },
)

test.skipIf(process.getuid?.() === 0)('refuses a folder in one that is read-only', async () => {
  const parent = join(temporaryDirectory(), 'closed')
  mkdirSync(parent)
  chmodSync(parent, 0o500)
  await expect(makeFolder(join(parent, 'runs'))).rejects.toThrow(/cannot write to .*EACCES/)
  await expect(makeFolder(parent)).rejects.toThrow(/cannot write to .*EACCES/)
})

test.skipIf(!existsSync('/proc/self'))('refuses a folder that the system keeps to itself, whoever asks', async () => {
  await expect(makeFolder('/proc/runs')).rejects.toThrow('--out: cannot write to /proc/runs: ')
  await expect(makeFolder('/proc/deep/runs')).rejects.toThrow('--out: cannot write to /proc/deep/runs: ')
  await expect(makeFolder('/proc')).rejects.toThrow('--out: cannot write to /proc: ')
})
