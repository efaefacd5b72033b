import type { Job } from '../../jobs/job.ts'
import { keepLanguage } from '../keepLanguage.ts'
import { byId } from './byId.ts'
import { chooseTwo } from './chooseTwo.ts'
import { jobList } from './jobList.ts'
import { refreshRuns } from './refreshRuns.ts'
import { startForm } from './startForm.ts'

keepLanguage()
const runs = byId('runs')
const show = jobList(byId('jobs'), () => void refreshRuns(runs))
startForm(byId('start'), byId('problem'), show)
chooseTwo(runs)

// Runs that were started before this page was opened, or opened again.
const { jobs } = (await (await fetch('/api/jobs')).json()) as { jobs: readonly Job[] }
for (const job of jobs) show(job)
