// One line of the fuzzer: Socket.IO by hand, so that anything at all can be sent; notes what it is told and answered.

import type { WebSocket } from 'ws'
import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import { openSocket } from '../bench/reference/references.ts'

export interface Who {
  readonly name: string
  readonly cookie: string
  readonly person: PersonId
  /** Joined with each new line; null: an outsider, who joins by chance only. */
  readonly home: SessionId | null
}

export interface Heard {
  told(who: Who, name: string, payload: unknown): void
  answered(who: Who, name: string, ask: unknown, reply: Reply<unknown>): void
}

export interface FuzzLine {
  readonly who: Who
  /** Asks with an answer still to come. */
  readonly open: number
  readonly alive: boolean
  ask(name: string, ask: unknown): void
  raw(message: string | Uint8Array): void
  drop(): void
}

/** Opens a line; rejects when it is not let in. */
export async function openFuzzLine(origin: string, who: Who, heard: Heard): Promise<FuzzLine> {
  const waiting = new Map<number, { name: string; ask: unknown }>()
  let asked = 0
  let alive = true
  const onText = (text: string, socket: WebSocket): boolean => {
    if (text[0] === '0') socket.send(`40${JSON.stringify({ version: PROTOCOL_VERSION })}`)
    else if (text === '2') socket.send('3')
    else if (text.startsWith('44')) socket.emit('error', new Error(`not let in: ${text}`))
    else if (text.startsWith('42')) {
      const [name, payload] = JSON.parse(text.slice(2)) as [string, unknown]
      heard.told(who, name, payload)
    } else if (text.startsWith('43')) {
      const at = text.indexOf('[')
      const id = Number(text.slice(2, at))
      const found = waiting.get(id)
      waiting.delete(id)
      const [reply] = JSON.parse(text.slice(at)) as [Reply<unknown>]
      if (found) heard.answered(who, found.name, found.ask, reply)
    }
    return text.startsWith('40')
  }
  const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = await openSocket(url, { cookie: who.cookie, origin }, onText, () => undefined)
  const gone = () => {
    alive = false
    waiting.clear()
  }
  socket.on('close', gone)
  return {
    who,
    get open() {
      return waiting.size
    },
    get alive() {
      return alive
    },
    ask(name, ask) {
      waiting.set(asked, { name, ask })
      socket.send(`42${asked++}${JSON.stringify([name, ask])}`)
    },
    raw: (message) => socket.send(message),
    drop() {
      gone()
      socket.terminate()
    },
  }
}
