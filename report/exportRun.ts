import { copyFile, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { textLiteral, withDatabase } from '../sim/duckdb.ts'
import { UsageError } from './errors.ts'
import { renderReport } from './html.ts'
import { makeFolder } from './makeFolder.ts'
import { namedCharts } from './namedCharts.ts'
import { printPdf } from './printPdf.ts'
import { readReport } from './readReport.ts'
import { renderSvg } from './renderSvg.ts'
import type { ReportData } from './reportData.ts'
import type { Lang } from './text.ts'

/** Forms in which a finished run can be handed on: the page, its tables, its charts. */
export const EXPORTS = ['html', 'pdf', 'csv', 'parquet', 'svg', 'png'] as const
export type ExportForm = (typeof EXPORTS)[number]

/** Pixels of a PNG to one of the drawing, and the resolution that says so. */
const PNG_DENSITY = 144

/**
 * Hands a run on: the self-contained page or its printed pages, its tables as CSV or Parquet, its charts as SVG or PNG.
 *
 * @param folder run folder
 * @param out    folder to write to, made when it is not there; files are named `<run id>-<name>`
 * @param lang   of the page and the charts
 * @returns paths of the files written, each complete: a file takes its name only when it is finished
 * @throws {UsageError} when `out` cannot be made or written to, or when what a form needs is not installed
 */
export async function exportRun(folder: string, form: ExportForm, out: string, lang: Lang): Promise<readonly string[]> {
  await makeFolder(out)
  const written: string[] = []
  for await (const [name, write] of parts(folder, form, lang)) {
    const target = join(out, `${basename(resolve(folder))}-${name}.${form}`)
    const partial = `${target}.partial`
    await write(partial).catch(async (error: unknown) => {
      await rm(partial, { force: true })
      throw error
    })
    await rename(partial, target)
    written.push(target)
  }
  return written
}

/** The files of a form by name, with what writes each. */
type NamedPart = readonly [name: string, write: (file: string) => Promise<unknown>]

async function* parts(folder: string, form: ExportForm, lang: Lang): AsyncGenerator<NamedPart> {
  if (form === 'csv' || form === 'parquet') {
    const names = (await readdir(folder)).filter((name) => extname(name) === '.parquet').toSorted()
    for (const name of names) {
      const from = join(folder, name)
      yield [basename(name, '.parquet'), (file) => (form === 'csv' ? toCsv(from, file) : copyFile(from, file))]
    }
    return
  }
  const data = await dataOf(folder)
  if (form === 'html') yield ['report', async (file) => writeFile(file, await renderReport(data, { lang }))]
  else if (form === 'pdf') yield ['report', (file) => toPdf(data, file, lang)]
  else
    for (const { name, spec } of namedCharts(data, lang)) {
      const drawn = async (): Promise<string> => renderSvg(spec, spec.title)
      yield [name, async (file) => (form === 'svg' ? writeFile(file, await drawn()) : toPng(await drawn(), file))]
    }
}

async function dataOf(folder: string): Promise<ReportData> {
  const data = await readReport(folder)
  if (!data) throw new UsageError(`${folder} has no report: repeat the run from its manifest.json`)
  return data
}

async function toPdf(data: ReportData, pdf: string, lang: Lang): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yieldcover-'))
  try {
    const page = join(folder, 'report.html')
    await writeFile(page, await renderReport(data, { lang }))
    await printPdf(page, pdf)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function toPng(svg: string, file: string): Promise<void> {
  const { default: sharp } = await import('sharp').catch(() => {
    throw new UsageError(
      'PNG needs the optional package sharp, which is not installed here: npm install sharp, or --to svg',
    )
  })
  await sharp(Buffer.from(svg), { density: PNG_DENSITY }).flatten({ background: 'white' }).png().toFile(file)
}

const toCsv = (parquet: string, csv: string): Promise<void> =>
  withDatabase(async (connection) => {
    await connection.run(
      `COPY (FROM read_parquet(${textLiteral(parquet)})) TO ${textLiteral(csv)} (FORMAT csv, HEADER)`,
    )
  })
