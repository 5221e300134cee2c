// 25 times kill −9 at a random moment of a busy session, from one seed: what was acknowledged is there after the restart, what was
// not can be sent again by the same id and counts once. Commands by real sockets, chunks of an upload by real HTTP.

import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { CommandId, QuestionId, SessionId } from '../../../shared/kit/id.ts'
import { UPLOAD_PATH } from '../../../shared/model/progress.ts'
import type { SessionSnapshot } from '../../../shared/protocol/wire.ts'
import type { SessionCommand } from '../../../shared/session/commands.ts'
import { emptyFolder } from '../../support/paths.ts'
import { createPerson, type PersonClient, valueOf } from '../../support/person-client.ts'
import { seeded } from '../../support/seeded.ts'
import { type ServerProcess, startServer } from '../../support/server.ts'

const ROUNDS = 25
const SEED = 20261124
const CHUNK = 64 * 1024
const random = seeded(SEED)
const pick = (below: number) => Math.floor(random() * below)
const newId = <T extends string>(): T =>
  Array.from({ length: 22 }, () => 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'[pick(54)]).join('') as T

interface Sent {
  readonly by: PersonClient
  readonly command: SessionCommand
  acknowledged: boolean
}

const signIn = async (server: ServerProcess, role: string): Promise<PersonClient> => {
  const person = createPerson(server.origin)
  const token = /[#=/]([A-Za-z0-9_-]{16,})$/.exec(server.link(role))?.[1] ?? ''
  valueOf(await person.post('/api/sign-in/link', { token }))
  return person
}

/** A resumable upload spoken by hand (tus 1.0): the tests must see each acknowledgement. */
const createUpload = (server: ServerProcess, cookie: () => string, bytes: number, city: string) => {
  const headers = () => ({ cookie: cookie(), origin: server.origin, 'tus-resumable': '1.0.0' })
  const encode = (text: string) => Buffer.from(text).toString('base64')
  let at = ''
  return {
    async start() {
      const metadata = `city ${encode(city)},filename ${encode('kill.glb')}`
      const made = { ...headers(), 'upload-length': String(bytes), 'upload-metadata': metadata }
      const response = await fetch(server.origin + UPLOAD_PATH, { method: 'POST', headers: made })
      expect(response.status, await response.text()).toBe(201)
      at = new URL(response.headers.get('location') ?? '', server.origin).href
    },
    /** Bytes the server says it has. */
    async offset(): Promise<number> {
      const response = await fetch(at, { method: 'HEAD', headers: headers() })
      expect(response.status).toBe(200)
      return Number(response.headers.get('upload-offset'))
    },
    /** Sends one chunk from `from`; resolves to the acknowledged offset. */
    async send(from: number): Promise<number> {
      const sent = { ...headers(), 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) }
      const body = Buffer.alloc(Math.min(CHUNK, bytes - from), 7)
      const response = await fetch(at, { method: 'PATCH', headers: sent, body })
      return response.status === 204 ? Number(response.headers.get('upload-offset')) : from
    },
  }
}

const joined = async (person: PersonClient, session: SessionId): Promise<SessionSnapshot> => {
  await person.connect()
  return valueOf(await person.ask('session:join', { session }))
}

/** Sends commands one after the other until the line dies; each notes its acknowledgement. */
async function busy(
  by: PersonClient,
  session: SessionId,
  commands: readonly SessionCommand[],
  log: Sent[],
): Promise<void> {
  for (const command of commands) {
    const sent: Sent = { by, command, acknowledged: false }
    log.push(sent)
    try {
      const reply = await by.ask('session:command', { session, command })
      sent.acknowledged = reply.ok
    } catch {
      return
    }
    await wait(pick(15))
  }
}

describe('kill −9', () => {
  it('[STORE-20] keeps every acknowledged command and chunk through 25 kills', { timeout: 400_000 }, async () => {
    const dataDir = emptyFolder('kill')
    let server = await startServer({ dataDir })
    const { port } = server
    const host = await signIn(server, 'host')
    const staff = await signIn(server, 'qingdao')
    const { session } = valueOf(
      await host.post('/api/sessions', { kind: 'guided-tour', title: { zh: '断电', en: 'Kills' } }),
    )
    const first = await joined(host, session)
    valueOf(await host.ask('session:command', { session, command: { id: newId<CommandId>(), type: 'session:start' } }))
    const upload = createUpload(server, staff.cookie, 64 * 1024 * 1024, 'qingdao')
    await upload.start()
    const cues = first.state.rundown.map((cue) => cue.id)
    const everSent: Sent[] = []
    let acknowledgedBytes = 0
    let kills = 0

    for (let round = 0; round < ROUNDS; round++) {
      if (round > 0) await joined(host, session)
      const snapshot = valueOf(await host.ask('session:join', { session }))
      const epoch = snapshot.state.lead.epoch
      const guests = [createPerson(server.origin), createPerson(server.origin)]
      for (const guest of guests) {
        valueOf(await guest.post('/api/enter', {}))
        valueOf(await guest.post('/api/name', { name: `来宾 ${round}` }))
        await joined(guest, session)
      }

      const log: Sent[] = []
      const steering = Array.from({ length: 12 }, (): SessionCommand => {
        const cue = cues[pick(cues.length)] ?? cues[0]
        if (!cue) throw new Error('the tour has no cues')
        return { id: newId<CommandId>(), type: 'cue:go', cue, epoch }
      })
      const asking = () =>
        Array.from(
          { length: 3 },
          (_, i): SessionCommand => ({
            id: newId(),
            type: 'question:ask',
            question: newId<QuestionId>(),
            text: `${round}.${i}?`,
          }),
        )
      const sending = (async () => {
        for (let i = 0; i < 12; i++) acknowledgedBytes = await upload.send(acknowledgedBytes)
      })().catch(() => undefined)
      const working = Promise.all([
        busy(host, session, steering, log),
        ...guests.map((guest) => busy(guest, session, asking(), log)),
        sending,
      ])
      await wait(20 + pick(180))
      await server.kill()
      kills++
      await working
      for (const person of [host, ...guests]) person.close()
      everSent.push(...log)

      server = await startServer({ dataDir, port })
      const after = await joined(host, session)
      const questions = new Set<string>(Object.keys(after.state.questions))
      const asked = everSent.filter((sent) => sent.command.type === 'question:ask')
      const lost = asked.filter(
        (s) => s.acknowledged && s.command.type === 'question:ask' && !questions.has(s.command.question),
      )
      expect(lost, `round ${round}: acknowledged and gone`).toEqual([])
      const steps = log.filter((sent) => sent.command.type === 'cue:go')
      const lastKept = steps.findLastIndex((sent) => sent.acknowledged)
      const possible = steps
        .slice(Math.max(lastKept, 0))
        .map((s) => (s.command.type === 'cue:go' ? s.command.cue : null))
      if (lastKept >= 0) expect(possible, `round ${round}: the tour stands elsewhere`).toContain(after.state.cue?.id)
      expect(await upload.offset(), `round ${round}: bytes`).toBeGreaterThanOrEqual(acknowledgedBytes)
      acknowledgedBytes = await upload.offset()

      // What got no answer is sent again by the same id: taken once, whether it had been written or not.
      for (const guest of guests) await joined(guest, session)
      for (const sent of log.filter((s) => !s.acknowledged && s.command.type === 'question:ask')) {
        const reply = await sent.by.ask('session:command', { session, command: sent.command })
        sent.acknowledged = reply.ok
      }
      for (const person of [host, ...guests]) person.close()
    }

    const end = await joined(host, session)
    const acknowledged = everSent.filter((sent) => sent.acknowledged && sent.command.type === 'question:ask')
    expect(Object.keys(end.state.questions)).toHaveLength(acknowledged.length)
    expect({ kills, commands: everSent.length > 100, bytes: acknowledgedBytes > 0 }).toEqual({
      kills,
      commands: true,
      bytes: true,
    })
    expect(kills).toBe(ROUNDS)
    host.close()
    expect(await server.stop()).toBe(0)
  })
})
