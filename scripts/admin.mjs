// npm run admin -- link ROLE: a sign-in link for `operator`, `host` or a city. Asks the running server; when none runs, makes the
// link in the database itself.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildFault } from './build.mjs'

const USAGE = `npm run admin -- link ROLE

  ROLE  operator, host, or a city such as qingdao`

const [verb, role, ...rest] = process.argv.slice(2)
if (verb !== 'link' || !role || rest.length > 0) {
  console.error(USAGE)
  process.exit(1)
}
try {
  const url = (await askServer(role)) ?? (await askDatabase(role))
  console.log(`${url}\nSigns in one person, once, within 15 minutes.`)
} catch (error) {
  console.error(buildFault(error))
  process.exitCode = 1
}

/** The link from the server that runs on this data folder, or null when none does. */
async function askServer(role) {
  let file
  try {
    file = JSON.parse(readFileSync(join(process.env.DATA_DIR || 'data', 'admin.json'), 'utf8'))
  } catch {
    return null
  }
  let response
  try {
    response = await fetch(`${file.url}/api/admin/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${file.secret}` },
      body: JSON.stringify({ role }),
    })
  } catch {
    return null
  }
  const reply = await response.json().catch(() => null)
  if (reply?.ok) return reply.value.url
  // Somebody else answers on that port now: not our server.
  if (reply?.code !== 'wire.malformed') return null
  throw new Error(`There is no role ${role}.\n${USAGE}`)
}

async function askDatabase(role) {
  await build(console.error)
  const { makeLinkOffline } = await import('../dist/server/desk/offline-link.js')
  return await makeLinkOffline(process.env, role)
}
