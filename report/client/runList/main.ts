import type { Job } from '../../jobs/job.ts'
import { byId } from './byId.ts'
import { chooseTwo } from './chooseTwo.ts'
import { jobList } from './jobList.ts'
import { startForm } from './startForm.ts'

const show = jobList(byId('jobs'))
startForm(byId('start'), byId('problem'), show)
const compare = document.getElementById('compare')
if (compare) chooseTwo(compare as HTMLFormElement)

// Runs that were started before this page was opened, or opened again.
const { jobs } = (await (await fetch('/api/jobs')).json()) as { jobs: readonly Job[] }
for (const job of jobs) show(job)
