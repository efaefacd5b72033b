import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Scripts of the served pages, by name: where each begins. */
const ENTRIES = {
  desk: './desk/main.tsx',
  runs: './runList/main.ts',
} as const

export type ClientName = keyof typeof ENTRIES

/** A page's script as a browser gets it. */
export interface ClientScript {
  /** One ES module that imports nothing. */
  readonly code: string
  /** Quoted, as the header wants it; another as soon as the code is. */
  readonly etag: string
}

const bundled = new Map<ClientName, Promise<ClientScript>>()

/**
 * The script of a page, with all that it imports, in one file. Bundled when first asked for and then kept.
 *
 * @throws {Error} when its source cannot be bundled, naming file and line
 */
export function clientScript(name: ClientName): Promise<ClientScript> {
  const script = bundled.get(name) ?? bundle(ENTRIES[name])
  bundled.set(name, script)
  return script
}

async function bundle(entry: string): Promise<ClientScript> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  const code = outputFiles[0]!.text
  return { code, etag: `"${createHash('sha256').update(code).digest('hex').slice(0, 32)}"` }
}
