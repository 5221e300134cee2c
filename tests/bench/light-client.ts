// A visitor without a browser: cookie by HTTP, then Engine.IO and Socket.IO by hand over a plain WebSocket. A load client must
// be cheaper than the server it loads. Echoes the newest tick as the real client does.

import type { WebSocket } from 'ws'
import { createEchoClock } from '../../shared/pose/echo.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { encodePose } from '../../shared/pose/pose-code.ts'
import { encodeEcho } from '../../shared/pose/tick-frame.ts'
import { HotKind } from '../../shared/protocol/hot.ts'
import type { PostBody, PostPath, PostReplies } from '../../shared/protocol/http.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import type { Ask, AskName, Replies } from '../../shared/protocol/wire.ts'
import { bytesRead, openSocket } from './reference/references.ts'

export interface LightClient {
  readonly cookie: string
  ask<N extends AskName>(name: N, ask: Ask<N>): Promise<Reply<Replies[N]>>
  pose(pose: Pose, snap?: number): void
  bytes(): number
  /** Drops the line without a word, as a pulled cable does. */
  close(): void
}

export interface Ears {
  /** Whether the person may lead, and so echoes each second. */
  readonly steers?: boolean
  /** Each tick frame. */
  onTick?(bytes: Buffer): void
  /** Each tell, as `["name",payload]` in text. */
  onTell?(text: string): void
}

/** POSTs as a browser would; answers the reply and the cookie to go on with. */
export async function post<P extends PostPath>(
  origin: string,
  path: P,
  body: PostBody<P>,
  cookie = '',
): Promise<{ reply: Reply<PostReplies[P]>; cookie: string }> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  })
  const [set] = response.headers.getSetCookie()
  return { reply: (await response.json()) as Reply<PostReplies[P]>, cookie: set?.split(';')[0] ?? cookie }
}

/** The value of a reply that must be one. */
export function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.code}`)
  return reply.value
}

/** A new visitor's cookie. */
export async function newCookie(origin: string): Promise<string> {
  const { reply, cookie } = await post(origin, '/api/enter', {})
  must(reply)
  return cookie
}

/** Opens a line as whoever the cookie belongs to; resolves when Socket.IO let it in. */
export async function openLine(origin: string, cookie: string, ears: Ears = {}): Promise<LightClient> {
  const waiting = new Map<number, (reply: Reply<never>) => void>()
  let sequence = 0
  let asked = 0
  const echo = createEchoClock()
  const onText = (text: string, socket: WebSocket): boolean => {
    if (text[0] === '0') socket.send(`40${JSON.stringify({ version: PROTOCOL_VERSION })}`)
    else if (text === '2') socket.send('3')
    else if (text.startsWith('43')) answer(text, waiting)
    else if (text.startsWith('42')) ears.onTell?.(text.slice(2))
    else if (text.startsWith('44')) throw new Error(`not let in: ${text}`)
    return text.startsWith('40')
  }
  let opened: WebSocket | null = null
  const onBytes = (bytes: Buffer) => {
    if (bytes[0] !== HotKind.tick) return
    const tick = bytes.readUInt32LE(2)
    if (echo.due(tick, performance.now(), ears.steers ?? false)) opened?.send(encodeEcho(tick, false))
    ears.onTick?.(bytes)
  }
  const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  opened = await openSocket(url, { cookie, origin }, onText, onBytes)
  const socket = opened
  return {
    cookie,
    ask: (name, ask) =>
      new Promise((resolve) => {
        waiting.set(asked, resolve as (reply: Reply<never>) => void)
        socket.send(`42${asked++}${JSON.stringify([name, ask])}`)
      }),
    pose: (pose, snap = 0) => socket.send(encodePose(pose, snap, ++sequence & 0xffff)),
    bytes: () => bytesRead(socket),
    close: () => socket.terminate(),
  }
}

// `43<id>[reply]`
function answer(text: string, waiting: Map<number, (reply: Reply<never>) => void>): void {
  const at = text.indexOf('[')
  const id = Number(text.slice(2, at))
  const then = waiting.get(id)
  waiting.delete(id)
  const [reply] = JSON.parse(text.slice(at)) as [Reply<never>]
  then?.(reply)
}
