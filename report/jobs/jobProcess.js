// Entry of the process that runs one job.
import '../../sim/loadTypeScript.js'

const { runJob } = await import('./runJob.ts')
runJob()
