import { expect, test } from 'vitest'
import { APPLICANT_FIELDS } from '../../models/applicantFields.ts'
import { synthesise } from '../../sim/synthesise/synthesise.ts'
import { toApplicants } from '../../sim/synthesise/toApplicants.ts'
import { bookOf } from '../sim/synthesise/smallBook.ts'

test('cards may read what synthetic applicants have, but for what only a loan request says', async () => {
  const { population, drawn } = await synthesise(await bookOf({ applicants: 300 }), 'a seed', { settlement: true })
  const had = [...toApplicants(population.variables, drawn).keys()]
  expect([...APPLICANT_FIELDS].sort()).toEqual(
    had.filter((field) => !['workingCapitalNeed', 'allBankLoans'].includes(field)).sort(),
  )
})
