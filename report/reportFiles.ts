import { renderReport } from './html.ts'
import { toJson } from './json.ts'
import { REPORT_FILE, REPORT_PAGE } from './readReport.ts'
import type { ReportData } from './reportData.ts'
import type { Lang } from './text.ts'

/** The report's files of a run folder, text by name: the page, and the data from which the server draws it again. @throws {RangeError} on a figure that is not finite */
export const reportFiles = async (data: ReportData, lang: Lang): Promise<Readonly<Record<string, string>>> => ({
  [REPORT_PAGE]: await renderReport(data, { lang }),
  [REPORT_FILE]: toJson(data),
})
