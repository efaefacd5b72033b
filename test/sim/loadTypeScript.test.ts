import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryDirectory } from '../temporaryDirectory.ts'

const ROOT = join(import.meta.dirname, '..', '..')

test.each(['.', 'node_modules/installed'])('a thread or process that begins in %s can import TypeScript', (place) => {
  const top = temporaryDirectory()
  const folder = join(top, place, 'sim')
  mkdirSync(folder, { recursive: true })
  mkdirSync(join(top, 'node_modules'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules', 'tsx'), join(top, 'node_modules', 'tsx'))
  copyFileSync(join(ROOT, 'tsconfig.json'), join(top, place, 'tsconfig.json'))
  copyFileSync(join(ROOT, 'sim', 'loadTypeScript.js'), join(folder, 'loadTypeScript.js'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'typed.ts'), 'export const text: string = "typed"')
  writeFileSync(
    join(folder, 'begin.js'),
    'import "./loadTypeScript.js"\nconsole.log((await import("./typed.ts")).text)',
  )
  expect(execFileSync(process.execPath, [join(folder, 'begin.js')], { encoding: 'utf8' })).toBe('typed\n')
})
