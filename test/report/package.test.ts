import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VERSION } from '../../sim/version.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'

const ROOT = join(import.meta.dirname, '..', '..')

test('the package as published starts by itself, with all the files it needs', () => {
  const folder = temporaryDirectory()
  const quiet = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] } as const
  execFileSync('npm', ['pack', '--pack-destination', folder], { ...quiet, cwd: ROOT })
  execFileSync('tar', ['-xzf', `yieldcover-${VERSION}.tgz`], { ...quiet, cwd: folder })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'package', 'node_modules'))
  const yieldcover = join(folder, 'package', 'report', 'bin.js')
  expect(execFileSync(yieldcover, ['--version'], quiet)).toBe(`${VERSION}\n`)
  expect(execFileSync(yieldcover, ['schema', 'study'], quiet)).toContain('"masterScale"')
})
