import { existsSync } from 'node:fs'
import { link, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Schedule } from '../../models/schedule.ts'
import { joinTexts } from '../labels.ts'
import { scheduleFile } from '../desk/scheduleFile.ts'
import { UsageError } from '../errors.ts'

/**
 * @throws {UsageError} when a file cannot be written without taking the place of another
 */
export async function requireNewFile(file: string): Promise<void> {
  if (existsSync(file)) throw new UsageError(`--out-schedule: ${file} exists already`)
  const folder = await stat(dirname(resolve(file))).catch(() => null)
  if (!folder?.isDirectory()) throw new UsageError(`--out-schedule: ${dirname(resolve(file))} is not a folder`)
}

/**
 * Writes the schedule found as a file, whole or not at all and never over another.
 *
 * @param foundBy  the command that finds it again
 * @throws {UsageError} when the file has come to exist or cannot be written
 */
export async function writeNewSchedule(file: string, schedule: Schedule, foundBy: string): Promise<void> {
  const { title, rates } = schedule
  const named = joinTexts([title, { en: 'nearest that covers', zh: '最近的覆盖利率表' }])
  const head = `# Found by: ${foundBy}\n`
  const unfinished = `${file}.${process.pid}.partial`
  try {
    await writeFile(unfinished, head + scheduleFile(named, { ...schedule, rates: rates! }), { flag: 'wx' })
    // a link, unlike a rename, never takes the place of a file
    await link(unfinished, file)
  } catch (error) {
    throw new UsageError(`--out-schedule: cannot write ${file}: ${(error as Error).message}`)
  } finally {
    await rm(unfinished, { force: true })
  }
}
