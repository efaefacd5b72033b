// Entry of the thread that holds an open desk.
import '../../sim/loadTypeScript.js'

const { serveDesk } = await import('./serveDesk.ts')
await serveDesk()
