import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VERSION } from '../../sim/version.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'

const ROOT = join(import.meta.dirname, '..', '..')

test('the package as published starts by itself, with all the files it needs', () => {
  const folder = temporaryDirectory()
  outputOf('npm', ['pack', '--pack-destination', folder], ROOT)
  outputOf('tar', ['-xzf', `yieldcover-${VERSION}.tgz`], folder)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'package', 'node_modules'))
  const yieldcover = join(folder, 'package', 'report', 'bin.js')
  expect(outputOf(yieldcover, ['--version'], folder)).toBe(`${VERSION}\n`)
  expect(outputOf(yieldcover, ['schema', 'study'], folder)).toContain('"masterScale"')
})

const outputOf = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
