// Imported first by what starts a process or a thread of its own: from then on TypeScript can be imported. JavaScript, so that any Node can
// read it. Node's own stripping of types is left aside: it passes over installed packages, and each thread would compile WebAssembly for it.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
