import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toJson } from '../../../report/json.ts'
import { DEFAULT_DEMAND, readStudy, studyDocument } from '../../../scenarios/index.ts'
import { folderWith, problemsOf } from '../folder.ts'

const study = (book: string, schedules: string, demand: string): string => `books: [${book}]
strategies: [citic-trade]
schedules: [${schedules}]
scenarios: [baseline]
demand: ${demand}
`

test('an empty demand takes the defaults, and a manifest gives it back', async () => {
  const folder = await folderWith({ 's.yaml': study('small-firms', '2021-big', '{ mostLost: 0.5 }') })
  const read = await readStudy(join(folder, 's.yaml'))
  expect(read.demand).toEqual({ ...DEFAULT_DEMAND, mostLost: 0.5 })
  const kept = await folderWith({ 'manifest.json': toJson({ study: studyDocument(read) }) })
  expect((await readStudy(join(kept, 'manifest.json'))).demand).toEqual(read.demand)
})

test('demand is refused with several schedules, and with loans that run already', async () => {
  expect(await problemsOf({ 's.yaml': study('wenzhou', '2021-big, 2021-local', '{}') }, readStudy)).toEqual([
    's.yaml:1:8 books must not have "wenzhou" (origination: stock) where there is demand: its loans run already, and nobody is left to go elsewhere',
    's.yaml:3:12 schedules must be a single one where there is demand, got 2: its rates decide who takes the loans that are simulated',
  ])
  const extended = 'extends: demand\nschedules: [2021-big, 2021-local]\n'
  expect(await problemsOf({ 's.yaml': extended }, readStudy)).toEqual([
    's.yaml:2:12 schedules must be a single one where there is demand, got 2: its rates decide who takes the loans that are simulated',
  ])
})

test('neither matters to a study whose demand is null', async () => {
  const folder = await folderWith({ 's.yaml': study('wenzhou', '2021-big, 2021-local', 'null') })
  expect((await readStudy(join(folder, 's.yaml'))).demand).toBeNull()
})
