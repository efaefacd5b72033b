/** What a user writes, read and checked. */
export { jsonSchema } from './jsonSchema.ts'
export { InputError, type Problem } from './reader/inputError.ts'
export { loadCard } from './reader/loadCard.ts'
export { readBook } from './reader/readBook.ts'
export { readScenario } from './reader/readScenario.ts'
export { readSchedule } from './reader/readSchedule.ts'
export { readStrategy } from './reader/readStrategy.ts'
export { readStudy, type StudyOverrides } from './reader/readStudy.ts'
