// npm run build: builds what is stale by the content of its sources, server and client, both by Vite; the client is then compressed.

import { spawn } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBuildLock } from './build-lock.mjs'
import { compressFolder } from './compress.mjs'
import { hashOf, ROOT, readStamps, STAMPS, staleParts } from './freshness.mjs'

const bin = (name) => join(ROOT, 'node_modules', '.bin', name)

const BUILDS = {
  server: () => replace('server', (fresh) => vite('vite.server.config.ts', fresh)),
  client: () =>
    replace('client', async (fresh) => {
      await vite('vite.config.ts', fresh)
      await compressFolder(fresh)
    }),
  stills: () => replace('stills', (fresh) => vite('vite.stills.config.ts', fresh)),
}

const vite = (config, outDir) =>
  run(bin('vite'), ['build', '--config', config, '--outDir', outDir, '--logLevel', 'warn'])

/** Makes a part beside the old one, then puts it in its place: a server that runs meanwhile never sees half of it.
 * @param {string} part @param {(fresh: string) => Promise<void>} make */
async function replace(part, make) {
  const place = join(ROOT, 'dist', part)
  const [fresh, old] = [`${place}-new`, `${place}-old`]
  await make(fresh)
  rmSync(old, { recursive: true, force: true })
  try {
    renameSync(place, old)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

/** Builds what is stale; writes nothing when nothing is.
 * @param {(line: string) => void} say */
export async function build(say) {
  if (staleParts().length === 0) return
  await withBuildLock(async () => {
    for (const part of staleParts()) {
      const began = performance.now()
      const hash = hashOf(part)
      say(`Building the ${part} …`)
      await BUILDS[part]()
      writeFileSync(STAMPS, JSON.stringify({ ...readStamps(), [part]: hash }))
      say(`Built the ${part} in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
    }
  })
}

/** What to tell who can't build here. */
export function buildFault(error) {
  if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) return error.message
  return `The build is missing or older than its sources, and ${join(ROOT, 'dist')} can't be written. Run npm run build where it can, then start from here.`
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    // What is built is what is served, whoever builds: a test's or a developer's NODE_ENV would put React's own checks in.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build(console.log)
  } catch (error) {
    console.error(buildFault(error))
    process.exitCode = 1
  }
}
