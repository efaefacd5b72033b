import { describe, expect, test } from 'vitest'
import { isLocalHost, isLocalOrigin } from '../../report/isLocal.ts'

describe('who is on this machine', () => {
  test('a request without a Host, or with an empty one, is not', () => {
    expect([
      isLocalHost(undefined),
      isLocalHost(''),
      isLocalHost(':80'),
      isLocalHost('localhost:'),
      isLocalHost('localhost:123456'),
    ]).toEqual([false, false, false, false, false])
  })

  test('a request that comes from no page is', () => {
    expect(isLocalOrigin(undefined)).toBe(true)
  })

  test('a page of this machine is, on any port and in any case', () => {
    expect(['http://localhost', 'https://LOCALHOST:8080', 'http://[::1]:1'].map(isLocalOrigin)).toEqual([
      true,
      true,
      true,
    ])
  })

  test('a page that only looks like it is not', () => {
    expect(
      ['localhost', 'http://user@localhost', 'http://localhost/x', 'http://localhost.example', 'ftp://localhost'].map(
        isLocalOrigin,
      ),
    ).toEqual([false, false, false, false, false])
  })
})
