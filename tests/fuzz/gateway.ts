// The gateway's fuzzer: many persons of all roles say the protocol and near-misses of it to the real server, from one seed.
// After it nothing may have crashed, been logged as an error, or reached who may not see or do it, and the server must be idle.

import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { SessionKind } from '../../shared/session/kinds.ts'
import { must, post } from '../bench/light-client.ts'
import { sleep } from '../bench/measure.ts'
import { seeded } from '../support/seeded.ts'
import { type ServerProcess, startServer } from '../support/server.ts'
import { type FuzzLine, openFuzzLine, type Who } from './fuzz-line.ts'
import { createJudge, type Judge } from './judge.ts'
import { type Message, makeMessages } from './messages.ts'

export interface FuzzResult {
  readonly messages: number
  readonly reconnections: number
  readonly told: number
  readonly granted: number
  readonly refused: number
  /** Empty when all is well. */
  readonly faults: readonly string[]
}

export interface FuzzOptions {
  readonly messages: number
  readonly seed: number
  readonly guests: number
  readonly say: (text: string) => void
}

/** A line may say 40 messages a second; a little more than that now and then is part of the game. */
const TURN_MS = 26

export async function fuzzGateway({ messages, seed, guests, say }: FuzzOptions): Promise<FuzzResult> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  try {
    const judge = createJudge()
    const random = seeded(seed)
    const { people, sessions, cues } = await gather(server.origin, server, judge, guests)
    say(`${people.length} people in ${sessions.length} sessions`)
    const next = makeMessages(random, {
      sessions,
      people: people.map(({ person }) => person),
      cues,
      epoch: judge.epoch,
    })
    const lines = new Map<Who, FuzzLine | null>(people.map((who) => [who, null]))
    const sent = { messages: 0, reconnections: 0 }
    while (sent.messages < messages) {
      const turn = sleep(TURN_MS)
      for (const who of people) await speak(server.origin, who, lines, next, judge, sent)
      if (sent.messages % 10_000 < people.length) say(`${sent.messages} messages, ${JSON.stringify(judge.counts)}`)
      await turn
    }
    const faults = [...(await afterwards(server, lines, judge)), ...judge.faults()]
    return { ...sent, ...judge.counts, faults }
  } finally {
    await server.kill()
  }
}

async function speak(
  origin: string,
  who: Who,
  lines: Map<Who, FuzzLine | null>,
  next: () => Message,
  judge: Judge,
  sent: { messages: number; reconnections: number },
): Promise<void> {
  let line = lines.get(who) ?? null
  if (!line?.alive) {
    line = await openFuzzLine(origin, who, judge).catch(() => null)
    lines.set(who, line)
    sent.reconnections++
    if (!line) return
    if (who.home) {
      judge.joins(who, who.home)
      line.ask('hall:enter', { language: 'zh' })
      line.ask('session:join', { session: who.home })
    }
  }
  const message = next()
  sent.messages++
  if (message.kind === 'drop') return line.drop()
  if (message.kind === 'raw') return line.raw(message.data)
  const { session } = (message.ask ?? {}) as { session?: unknown }
  if (message.name === 'session:join' && typeof session === 'string') judge.joins(who, session)
  line.ask(message.name, message.ask)
}

// Staff by their links, guests, phones of the room, the stage screen; two live sessions and one that is only planned.
async function gather(
  origin: string,
  server: ServerProcess,
  judge: Judge,
  guests: number,
): Promise<{ people: Who[]; sessions: SessionId[]; cues: string[] }> {
  const signIn = async (role: string): Promise<Who> => {
    const token = new URL(server.link(role)).hash.slice(1)
    const { reply, cookie } = await post(origin, '/api/sign-in/link', { token })
    return { name: role, cookie, person: must(reply).person, home: null }
  }
  const enter = async (name: string, home: SessionId | null): Promise<Who> => {
    const { reply, cookie } = await post(origin, '/api/enter', {})
    return { name, cookie, person: must(reply).person, home }
  }
  const [host, operator, city] = [await signIn('host'), await signIn('operator'), await signIn('qingdao')]
  const people: Who[] = []
  const plan = async (kind: SessionKind) =>
    must((await post(origin, '/api/sessions', { kind, title: { zh: '试', en: 'Fuzz' } }, host.cookie)).reply)
  const [tour, show, planned] = [await plan('guided-tour'), await plan('project-roadshow'), await plan('press-release')]
  const sessions = [tour.session, show.session, planned.session]
  const cues: string[] = []
  for (const session of sessions) {
    for (const person of [host.person, operator.person]) judge.staff(session, person)
    cues.push(...(await begin(origin, host, session, session !== planned.session, judge)))
  }
  people.push({ ...host, home: tour.session }, { ...host, name: 'host again', home: show.session }, operator, city)
  for (let i = 0; i < guests; i++)
    people.push(await enter(`guest ${i}`, [tour.session, show.session, null][i % 3] ?? null))
  for (let i = 0; i < guests / 4; i++) {
    const phone = await enter(`phone ${i}`, show.session)
    if (show.code) must((await post(origin, '/api/join-code', { code: show.code }, phone.cookie)).reply)
    people.push(phone)
  }
  if (show.stage) {
    const key = new URL(show.stage, origin).hash.slice(1)
    const { reply, cookie } = await post(origin, '/api/stage', { session: show.session, key })
    must(reply)
    people.push({ name: 'stage', cookie, person: 'stage-screen' as PersonId, home: show.session })
  }
  return { people, sessions, cues }
}

/** The host joins and, if it is to be live, starts it; answers its cues. */
async function begin(origin: string, host: Who, session: SessionId, live: boolean, judge: Judge): Promise<string[]> {
  const cues: string[] = []
  judge.joins(host, session)
  const line = await openFuzzLine(origin, host, {
    told: judge.told,
    answered: (_who, _name, _ask, reply) => {
      const found = reply.ok ? (reply.value as { state?: { rundown?: { cues?: { id: string }[] } } }) : {}
      cues.push(...(found.state?.rundown?.cues ?? []).slice(0, 4).map(({ id }) => id))
    },
  })
  line.ask('session:join', { session })
  if (live)
    line.ask('session:command', { session, command: { id: `start-${session.slice(0, 10)}`, type: 'session:start' } })
  while (line.open > 0) await sleep(5)
  line.drop()
  return cues
}

// When the noise is over: every ask is answered, a newcomer is let in, nothing was logged as an error, the process lives.
async function afterwards(server: ServerProcess, lines: Map<Who, FuzzLine | null>, judge: Judge): Promise<string[]> {
  const faults: string[] = []
  const open = () => [...lines.values()].reduce((sum, line) => sum + (line?.alive ? line.open : 0), 0)
  for (let waited = 0; open() > 0 && waited < 5000; waited += 50) await sleep(50)
  if (open() > 0) faults.push(`${open()} asks were never answered`)
  for (const line of lines.values()) line?.drop()
  try {
    const { reply, cookie } = await post(server.origin, '/api/enter', {})
    const last: Who = { name: 'newcomer', cookie, person: must(reply).person, home: null }
    const line = await openFuzzLine(server.origin, last, judge)
    line.ask('hall:enter', { language: 'en' })
    for (let waited = 0; line.open > 0 && waited < 5000; waited += 50) await sleep(50)
    if (line.open > 0) faults.push('a newcomer was not answered')
    line.drop()
  } catch (thrown) {
    faults.push(`a newcomer was not let in: ${String(thrown)}`)
  }
  faults.push(...errorsIn(server.output()))
  return faults
}

/** Lines of the log at level error or above, and whatever Node says when something was not caught. */
function errorsIn(output: string): string[] {
  return output
    .split('\n')
    .filter((text) => /"level":(50|60)/.test(text) || /Uncaught|UnhandledPromise|node:internal/.test(text))
}
