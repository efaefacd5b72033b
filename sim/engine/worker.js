// Entry of a worker thread. JavaScript, so that it starts on a Node that cannot load TypeScript by itself.
if (!process.features.typescript) (await import('tsx/esm/api')).register()
const { serveJobs } = await import('./serveJobs.ts')
serveJobs()
