// Starting as an operator does, with `npm start`'s own script: what it prints, what it keeps to itself, and how it ends.

import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/storage/database.ts'
import { emptyFolder, ROOT } from '../../support/paths.ts'
import { createPerson, valueOf } from '../../support/person-client.ts'
import { startServer } from '../../support/server.ts'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a script of the repository to its end; one that serves would never end. */
async function runScript(script: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}
const start = (env: Record<string, string>) => runScript('start.mjs', [], env)
/** The words a failed start must say, and its exit code. */
const ending = ({ code, err }: Ended, words: string) => ({ code, says: err.includes(words) ? words : err })
const token = (url: string) => url.split('#')[1] ?? ''

describe('npm start', () => {
  it('[HOUSE-30] on an empty folder makes 23 booths and a tour of 23 stops, and prints the address and three links', async () => {
    const server = await startServer()
    const visitor = createPerson(server.origin)
    valueOf(await visitor.post('/api/enter', {}))
    await visitor.connect()
    const hall = valueOf(await visitor.ask('hall:enter', { language: 'en' }))
    expect(hall.booths).toHaveLength(23)
    expect(hall.sessions).toMatchObject([{ kind: 'guided-tour', phase: 'planned' }])
    const tour = valueOf(await visitor.ask('session:join', { session: hall.sessions[0]?.id ?? ('' as never) }))
    expect(tour.state.rundown).toHaveLength(23)
    for (const role of ['operator', 'host', 'qingdao']) {
      const person = createPerson(server.origin)
      const me = valueOf(await person.post('/api/sign-in/link', { token: token(server.link(role)) }))
      expect([...me.house, ...me.cities]).toEqual([role])
    }
    visitor.close()
    expect(await server.stop()).toBe(0)
  })

  it('[HOUSE-31] again on the same folder keeps everything, and ends with 0 when told to', async () => {
    const dataDir = emptyFolder('again')
    const first = await startServer({ dataDir })
    const guest = createPerson(first.origin)
    valueOf(await guest.post('/api/enter', {}))
    valueOf(await guest.post('/api/name', { name: '再来' }))
    const sessions = valueOf(await guest.get('/api/sessions'))
    expect(await first.stop()).toBe(0)
    const second = await startServer({ dataDir })
    const back = createPerson(second.origin, guest.cookie())
    expect(valueOf(await back.get('/api/me'))).toMatchObject({ name: '再来' })
    expect(valueOf(await back.get('/api/sessions'))).toEqual(sessions)
    expect(await second.stop()).toBe(0)
  })

  it('[HOUSE-31] drains as well when npm itself is told to end, as containers do', async () => {
    const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: emptyFolder('npm') }
    const npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = new Promise((resolve) => npm.once('close', resolve))
    const url = await new Promise<string>((resolve) => {
      let out = ''
      npm.stdout.on('data', (chunk) => {
        out += chunk
        const found = /open at (\S+)\n/.exec(out)?.[1]
        if (found) resolve(found)
      })
    })
    npm.kill('SIGTERM')
    await ended
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed')
    expect(existsSync(join(env.DATA_DIR, 'admin.json'))).toBe(false)
  })

  it('[HOUSE-32] with a public address prints one operator link, and none once there is an operator', async () => {
    const dataDir = emptyFolder('public')
    const env = { PUBLIC_URL: 'https://parlor.example.org' }
    const linksOf = (output: string) => [...output.matchAll(/^ {2}(\S+)\s+https:\/\/parlor\.example\.org\/sign-in#/gm)]
    const open = async () => {
      const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
        cwd: ROOT,
        env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let out = ''
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (chunk) => {
          out += chunk
          if (out.includes('Parlor is open at')) resolve()
        })
        child.once('close', () => resolve())
      })
      return { out, child, admin: JSON.parse(readFileSync(join(dataDir, 'admin.json'), 'utf8')) as { url: string } }
    }
    const first = await open()
    expect(linksOf(first.out).map(([, role]) => role)).toEqual(['operator'])
    const link = /sign-in#(\S+)/.exec(first.out)?.[1]
    const response = await fetch(`${first.admin.url}/api/sign-in/link`, {
      method: 'POST',
      headers: { origin: env.PUBLIC_URL, 'content-type': 'application/json' },
      body: JSON.stringify({ token: link }),
    })
    expect(response.status).toBe(200)
    const ended = new Promise((resolve) => first.child.once('close', resolve))
    first.child.kill('SIGTERM')
    await ended
    const second = await open()
    expect(linksOf(second.out)).toEqual([])
    second.child.kill('SIGTERM')
  })

  it('[HOUSE-33] writes nothing outside its data folder once it is built', async () => {
    const look = () => Object.fromEntries(filesUnder(join(ROOT, 'dist')).map((path) => [path, statSync(path).mtimeMs]))
    await (await startServer()).stop()
    const before = look()
    await (await startServer()).stop()
    const after = look()
    const written = Object.keys(after).filter((path) => before[path] !== after[path])
    expect(written).toEqual([])
  })
})

describe('npm run admin -- link', () => {
  it('[HOUSE-34] makes a link beside the running server, through a file that its user alone can read', async () => {
    const server = await startServer()
    const file = join(server.dataDir, 'admin.json')
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    const { code, out } = await runScript('admin.mjs', ['link', 'yantai'], { DATA_DIR: server.dataDir })
    expect(code).toBe(0)
    const person = createPerson(server.origin)
    const me = valueOf(await person.post('/api/sign-in/link', { token: token(out.split('\n')[0] ?? '') }))
    expect(me).toMatchObject({ cities: ['yantai'], house: [] })
    const bad = await runScript('admin.mjs', ['link', 'atlantis'], { DATA_DIR: server.dataDir })
    expect(ending(bad, 'There is no role atlantis')).toEqual({ code: 1, says: 'There is no role atlantis' })
    const stranger = await fetch(`${server.origin}/api/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer guess' },
      body: '{"do":"link","role":"operator"}',
    })
    expect(stranger.status).toBe(404)
    await server.stop()
    expect(existsSync(file)).toBe(false)
  })

  it('[HOUSE-34] makes it in the database when no server runs; the next start takes it', async () => {
    const dataDir = emptyFolder('offline')
    const { code, out } = await runScript('admin.mjs', ['link', 'host'], { DATA_DIR: dataDir })
    expect(code).toBe(0)
    const env = { DATA_DIR: dataDir, HOST: '0.0.0.0', PORT: '8123' }
    const everywhere = await runScript('admin.mjs', ['link', 'host'], env)
    expect(everywhere.out, 'an address that can be opened').toMatch(/^http:\/\/localhost:8123\/sign-in#/)
    const server = await startServer({ dataDir })
    const person = createPerson(server.origin)
    expect(valueOf(await person.post('/api/sign-in/link', { token: token(out.split('\n')[0] ?? '') })).house).toEqual([
      'host',
    ])
    await server.stop()
  })
})

describe('npm run admin -- staff and remove', () => {
  it('[HOUSE-37] lists the staff and takes a role away, beside the running server and without one', async () => {
    const server = await startServer()
    const env = { DATA_DIR: server.dataDir }
    const admin = (...words: string[]) => runScript('admin.mjs', words, env)
    const signIn = async (url: string) => {
      const person = createPerson(server.origin)
      return valueOf(await person.post('/api/sign-in/link', { token: token(url) })).person
    }
    const operator = await signIn(server.link('operator'))
    const host = await signIn((await admin('link', 'host', '王芳')).out.split('\n')[0] ?? '')
    const list = await admin('staff')
    expect(list.out).toMatch(new RegExp(`^${operator} .* operator .*\n${host} .* host .* 王芳$`, 'm'))
    expect(await admin('remove', host)).toMatchObject({ code: 0, out: `${host} is no longer staff.\n` })
    expect((await admin('staff')).out).not.toContain(host)
    const last = await admin('remove', operator)
    expect(ending(last, 'is the only operator')).toEqual({ code: 1, says: 'is the only operator' })
    await server.stop()
    expect((await admin('staff')).out).toContain(operator)
    const again = await admin('remove', host)
    expect(ending(again, `Nobody of the staff has the id or login ${host}.`)).toMatchObject({ code: 1 })
    expect(await admin('remove')).toMatchObject({ code: 1, out: '' })
  })
})

describe('what keeps it from starting', () => {
  it('[HOUSE-35] names every fault of the configuration at once', async () => {
    const env = { PORT: '99999', PUBLIC_URL: 'ftp://x/y', TRUSTED_PROXIES: 'proxy.local', METRICS_TOKEN: 'short' }
    const { code, err, out } = await start(env)
    expect(code).toBe(1)
    for (const name of Object.keys(env)) expect(err).toContain(name)
    expect(err).not.toMatch(/\n\s+at /)
    expect(out).not.toContain('open at')
  })

  it('[HOUSE-36] a port that is taken', async () => {
    const taken = createServer()
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
    const { port } = taken.address() as { port: number }
    const ended = await start({ PORT: String(port), DATA_DIR: emptyFolder('port') })
    expect(ending(ended, `Port ${port} is taken`)).toEqual({ code: 1, says: `Port ${port} is taken` })
    taken.close()
  })

  it('[HOUSE-36] a data folder that another process uses', async () => {
    const server = await startServer()
    const ended = await start({ DATA_DIR: server.dataDir })
    expect(ending(ended, 'Another process is using')).toEqual({ code: 1, says: 'Another process is using' })
    expect((await fetch(`${server.origin}/health`)).status).toBe(200)
    await server.stop()
  })

  it('[HOUSE-36] a data folder of a newer version, one that can not be made, and one that holds something else', async () => {
    const dataDir = emptyFolder('newer')
    const db = await openDatabase(join(dataDir, 'parlor.db'), Date.now)
    await db.insertInto('migration').values({ name: '0099-future', at: 1 }).execute()
    await db.destroy()
    const newer = await start({ DATA_DIR: dataDir })
    expect(ending(newer, 'newer version of Parlor')).toEqual({ code: 1, says: 'newer version of Parlor' })
    const nowhere = await start({ DATA_DIR: '/dev/null/data' })
    expect(ending(nowhere, '/dev/null/data')).toEqual({ code: 1, says: '/dev/null/data' })
    const other = emptyFolder('other')
    await promisify(execFile)('sh', ['-c', `head -c 4096 /dev/zero | tr '\\0' x > ${join(other, 'parlor.db')}`])
    expect(ending(await start({ DATA_DIR: other }), 'is not a Parlor')).toEqual({ code: 1, says: 'is not a Parlor' })
  })
})

describe('a data folder without room', () => {
  it('[HOUSE-36] is said in a sentence, and is as it was once there is room again', async () => {
    const dataDir = emptyFolder('no-room')
    await (await startServer({ dataDir })).stop()
    const db = await openDatabase(join(dataDir, 'parlor.db'), Date.now, 1)
    const blocks = (i: number) => db.insertInto('house').values({ key: `block ${i}`, value: 'x'.repeat(4_000) })
    // To the last bytes of the very table that a start writes to.
    const ends_at = Date.now() + 3_600_000
    const link = (i: number) => ({ hash: `hash ${i}`, house: null, city: null, name: 'x', made_at: 0, ends_at })
    const links = (i: number) => db.insertInto('link').values(link(i))
    for (const insert of [blocks, links]) {
      for (let i = 0; i < 1_000; i++)
        if (
          !(await insert(i)
            .execute()
            .catch(() => null))
        )
          break
    }
    await db.destroy()
    const full = await start({ DATA_DIR: dataDir, DATABASE_MAX_MB: '1' })
    expect(ending(full, 'has no room left')).toEqual({ code: 1, says: 'has no room left' })
    expect(full.err).not.toMatch(/\n\s+at /)
    expect(await (await startServer({ dataDir })).stop()).toBe(0)
  })
})

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
