import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withFolder } from '../../report/withFolder.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'

const failing = () => Promise.reject(new Error('the tape is bad'))

test('the folder is there while the work goes on and afterwards, and what the work gives is returned', async () => {
  const folder = join(temporaryDirectory(), 'a', 'b')
  expect(await withFolder(folder, () => Promise.resolve(existsSync(folder)))).toBe(true)
  expect(readdirSync(folder)).toEqual([])
})

test('folders that were made go again when the work fails and leaves nothing', async () => {
  const parent = temporaryDirectory()
  await expect(withFolder(join(parent, 'a', 'b'), failing)).rejects.toThrow('the tape is bad')
  expect(readdirSync(parent)).toEqual([])
})

test('folders that hold something, or were there before, stay when the work fails', async () => {
  const parent = temporaryDirectory()
  mkdirSync(join(parent, 'before'))
  await expect(withFolder(join(parent, 'before'), failing)).rejects.toThrow()
  const folder = join(parent, 'a', 'b')
  const leaving = () => {
    writeFileSync(join(parent, 'a', 'left'), '')
    return failing()
  }
  await expect(withFolder(folder, leaving)).rejects.toThrow()
  expect(readdirSync(parent).toSorted()).toEqual(['a', 'before'])
  expect(readdirSync(join(parent, 'a'))).toEqual(['left'])
})
