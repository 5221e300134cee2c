// The real house as the benches load it: the server as `npm start` runs it, visitors as light clients, a tour under way.

import { randomBytes } from 'node:crypto'
import type { Random, SessionId } from '../../shared/kit/id.ts'
import { makeId } from '../../shared/kit/id.ts'
import { Section } from '../../shared/pose/tick-frame.ts'
import { HotKind } from '../../shared/protocol/hot.ts'
import type { SessionKind } from '../../shared/session/kinds.ts'
import { type ServerProcess, startServer } from '../support/server.ts'
import { type Ears, type LightClient, must, newCookie, openLine, post } from './light-client.ts'
import { type Guide, poseOf, type Reference } from './reference/references.ts'

const random: Random = (length) => randomBytes(length)

/** Comes into the hall. */
export async function visit(
  origin: string,
  cookie: string,
  ears: Ears = {},
): Promise<LightClient & { handle: number }> {
  const client = await openLine(origin, cookie, ears)
  const { handle } = must(await client.ask('hall:enter', { language: 'en' }))
  return { ...client, handle }
}

/** Comes into the hall and joins a session. */
export async function join(origin: string, cookie: string, session: SessionId, ears: Ears = {}): Promise<LightClient> {
  const client = await visit(origin, cookie, ears)
  must(await client.ask('session:join', { session }))
  return client
}

export interface Tour {
  readonly server: ServerProcess
  readonly session: SessionId
  /** The host's own line, leading. */
  readonly host: LightClient
}

/** Starts the server and a session of this kind, led by its host. */
export async function startTour(kind: SessionKind = 'guided-tour', ears: Ears = {}): Promise<Tour> {
  const server = await startServer({ env: { LOG_LEVEL: 'warn' } })
  const token = new URL(server.link('host')).hash.slice(1)
  const signedIn = await post(server.origin, '/api/sign-in/link', { token })
  must(signedIn.reply)
  const title = { zh: '测试', en: 'Bench' }
  const planned = must((await post(server.origin, '/api/sessions', { kind, title }, signedIn.cookie)).reply)
  const host = await join(server.origin, signedIn.cookie, planned.session, { ...ears, steers: true })
  const start = { id: makeId<never>(random), type: 'session:start' as const }
  must(await host.ask('session:command', { session: planned.session, command: start }))
  return { server, session: planned.session, host }
}

/** The house for the fan-out: followers of a real tour, its host as the guide. */
export async function startHouseTour(): Promise<Reference> {
  let onTick: (bytes: Buffer) => void = () => undefined
  const { server, session, host } = await startTour('guided-tour', { onTick: (bytes) => onTick(bytes) })
  host.pose(poseOf(0))
  return {
    pid: server.pid,
    stop: () => void server.kill(),
    async follower(onPose) {
      const client = await join(server.origin, await newCookie(server.origin), session, { onTick: hearLead(onPose) })
      must(await client.ask('session:follow', { session, mode: 'together' }))
      return client
    },
    guide: async () => guideBetweenTicks(host, (then) => void (onTick = then)),
  }
}

/** Calls `onPose` for each tick that brings the lead's pose. */
export const hearLead = (onPose: () => void) => (bytes: Buffer) => {
  if (bytes[0] === HotKind.tick && (bytes[1] as number) & Section.lead) onPose()
}

/** A guide who sends in the middle between two ticks, so that no pose is overtaken by the next within one tick. */
export function guideBetweenTicks(host: LightClient, listen: (onTick: () => void) => void): Guide {
  return {
    run: (times) =>
      new Promise((done) => {
        let sent = 0
        listen(() => {
          setTimeout(() => {
            if (sent < times) host.pose(poseOf(++sent))
            else done()
          }, 50)
        })
      }),
    close: () => host.close(),
  }
}
