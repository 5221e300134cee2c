// npm run admin: sign-in links, the list of staff, taking a role away. Asks the running server; when none runs, does it in the
// database itself.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildFault } from './build.mjs'

const USAGE = `npm run admin -- link ROLE [NAME]    a sign-in link; ROLE: operator, host, or a city such as qingdao
npm run admin -- staff               who is staff, with ids and logins
npm run admin -- remove ID_OR_LOGIN  takes somebody's role and every way to sign in away`

const order = orderOf(process.argv.slice(2))
if (!order) {
  console.error(USAGE)
  process.exit(1)
}
try {
  const { done, lines } = (await askServer(order)) ?? (await askDatabase(order))
  const print = done ? console.log : console.error
  print(lines.join('\n'))
  if (!done) process.exitCode = 1
} catch (error) {
  console.error(buildFault(error))
  process.exitCode = 1
}

/** What the words of the command ask for, or null. */
function orderOf([verb, ...words]) {
  if (verb === 'link' && (words.length === 1 || words.length === 2)) {
    return { do: 'link', role: words[0], ...(words[1] ? { name: words[1] } : {}) }
  }
  if (verb === 'staff' && words.length === 0) return { do: 'staff' }
  return verb === 'remove' && words.length === 1 ? { do: 'remove', who: words[0] } : null
}

/** What the server that runs on this data folder answers, or null when none does. */
async function askServer(order) {
  let file
  let response
  try {
    file = JSON.parse(readFileSync(join(process.env.DATA_DIR || 'data', 'admin.json'), 'utf8'))
    response = await fetch(`${file.url}/api/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${file.secret}` },
      body: JSON.stringify(order),
    })
  } catch {
    return null
  }
  const reply = await response.json().catch(() => null)
  if (reply?.ok) return reply.value
  // Somebody else answers on that port now: not our server.
  if (!reply || reply.code === 'wire.not-found') return null
  if (reply.code === 'wire.malformed') throw new Error(USAGE)
  throw new Error(`The server refused: ${reply.code}`)
}

async function askDatabase(order) {
  await build(console.error)
  const { adminOffline } = await import('../dist/server/offline-admin.js')
  return await adminOffline(process.env, order)
}
