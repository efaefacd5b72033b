import { expect, test } from 'vitest'
import { clientScript } from '../../../report/client/bundle.ts'

test('a page’s script is one module that imports nothing and evaluates no text', async () => {
  const { code, etag } = await clientScript('runs')
  expect(code.length).toBeGreaterThan(100)
  expect(code).not.toMatch(/\bimport\b|\brequire\(|\beval\(|new Function/)
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
})

test('it is bundled once', async () => {
  expect(await clientScript('runs')).toBe(await clientScript('runs'))
})
