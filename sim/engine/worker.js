// Entry of a worker thread.
import '../loadTypeScript.js'

const { serveJobs } = await import('./serveJobs.ts')
serveJobs()
