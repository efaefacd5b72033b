import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRecords } from '../../report/readRecords.ts'
import { InputError } from '../../scenarios/reader/inputError.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, text: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Problems of a file that cannot be read, without its folder. */
async function problemsOf(name: string, text: string | Buffer): Promise<string[]> {
  const path = await file(name, text)
  const error: unknown = await readRecords(path, 'applicant').then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${String(error)}`)
  return error.message.split('\n').map((line) => line.replace(`${folder}/`, ''))
}

describe('records of a file', () => {
  test('are the same from JSON and from CSV, where an empty value is a field not given', async () => {
    const json = await readRecords(
      await file('a.json', '[{"pd": 0.03, "sound": true, "who": "x"}, {"pd": -1e-3}]'),
      'applicant',
    )
    const csv = await readRecords(await file('a.csv', 'pd,sound,who\n.03,TRUE,x\n-1e-3,,\n'), 'applicant')
    expect(json.map(({ values }) => values)).toEqual([{ pd: 0.03, sound: true, who: 'x' }, { pd: -0.001 }])
    expect(csv.map(({ values }) => values)).toEqual(json.map(({ values }) => values))
  })

  test('may stand inside a wrapper of the given name', async () => {
    const records = await readRecords(
      await file('w.json', '[{"name": "n", "applicant": {"a": 1}}, {"a": 2}]'),
      'applicant',
    )
    expect(records.map(({ values }) => values)).toEqual([{ a: 1 }, { a: 2 }])
  })

  test('know line and column of their fields, and blame the record for a field that is not there', async () => {
    const json = await readRecords(await file('p.json', '[\n {"a": 1},\n {"applicant": {"b": "x"}}\n]'), 'applicant')
    expect(json[1]!.problem('is bad', 'b')).toMatchObject({ line: 3, column: 22, path: '[1].b', message: 'is bad' })
    expect(json[1]!.problem('is missing', 'c')).toMatchObject({ line: 3, column: 16, path: '[1].c' })
    expect(json[0]!.problem('is odd')).toMatchObject({ line: 2, column: 2, path: '[0]' })
    const csv = await readRecords(await file('p.csv', 'a,b\n1,2\n3,x\n'), 'applicant')
    expect(csv[1]!.problem('is bad', 'b')).toMatchObject({ line: 3, column: 3, path: '[1].b' })
    expect(csv[1]!.problem('is missing', 'c')).toMatchObject({ line: 3, column: 1 })
  })

  test.each([
    ['broken.json', '[{"a": 1,\n "b": }]', [/^broken.json:2:\d+ is not JSON: /]],
    ['map.json', '{"a": 1}', [/^map.json:1:1 must be a JSON array of objects, got an object$/]],
    [
      'mixed.json',
      '[{}, 3,\n null]',
      [/^mixed.json:1:6 \[1\] must be an object, got a number$/, /:2:2 \[2\] .*got null$/],
    ],
    ['empty.csv', '', [/^empty.csv:1:1 is empty/]],
    ['twice.csv', 'a,b,a\n1,2,3', [/^twice.csv:1:5 a field "a" is named twice$/]],
    ['ragged.csv', 'a,b\n1\n1,2,3\n', [/^ragged.csv:2:1 \[0\] has 1 values/, /^ragged.csv:3:1 \[1\] has 3 values/]],
    ['open.csv', 'a\n"1', [/^open.csv:.* the quote at column 1 is never closed$/]],
    ['latin.csv', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]), [/^latin.csv:1:1 is not UTF-8 text$/]],
  ] as const)('of %s cannot be read, and every problem has its place', async (name, text, expected) => {
    const problems = await problemsOf(name, text)
    expect(problems).toHaveLength(expected.length)
    for (const [i, pattern] of expected.entries()) expect(problems[i]).toMatch(pattern)
  })

  test('of a file that is not there are a problem, not a crash', async () => {
    await expect(readRecords(join(folder, 'none.json'), 'applicant')).rejects.toThrow('none.json:1:1 no such file')
  })
})
