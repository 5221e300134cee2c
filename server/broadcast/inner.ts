// The one file that leans on fields inside engine.io 6.6 and ws 8 (contract test: tests/contract/broadcast/inner.test.ts).
// Everything here is optional: where a field is missing the caller gets null and uses the ordinary emit instead.

import { Duplex } from 'node:stream'
import type { Socket } from 'socket.io'

/** The Engine.IO connection under a Socket.IO socket. */
export type Conn = Socket['conn']

/** The stream under a line's WebSocket, for frames that are ready to go. */
export interface DirectWay {
  /** `readyState` is 1 while frames may be written. */
  readonly ws: { readonly readyState: number }
  readonly stream: Duplex
}

/** Options of Engine.IO's `write` for a text message whose WebSocket frame exists already. */
export interface ReadyText {
  readonly compress: boolean
  readonly wsPreEncodedFrame: readonly Uint8Array[]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The way past client, engine and transport to the stream; null on long polling, with compression, or unknown insides. */
export function directWay(conn: Conn): DirectWay | null {
  const transport: unknown = conn.transport
  if (!isObject(transport) || transport['name'] !== 'websocket') return null
  const ws = transport['socket']
  if (!isObject(ws) || typeof ws['readyState'] !== 'number' || ws['extensions'] !== '') return null
  const stream = ws['_socket']
  if (!(stream instanceof Duplex)) return null
  return { ws: ws as unknown as DirectWay['ws'], stream }
}

/** Packets and bytes that wait inside Engine.IO for a line to take them. */
export function waiting(conn: Conn): { packets: number; bytes: number } {
  const buffer: unknown = Reflect.get(conn, 'writeBuffer')
  if (!Array.isArray(buffer)) return { packets: 0, bytes: 0 }
  let bytes = 0
  for (const packet of buffer) {
    const data: unknown = isObject(packet) ? packet['data'] : null
    if (typeof data === 'string' || data instanceof Uint8Array) bytes += data.length
  }
  return { packets: buffer.length, bytes }
}

/** Ends a line that takes nothing any more, without waiting for it to agree. The client comes back by itself. */
export function cut(conn: Conn): void {
  const transport: unknown = conn.transport
  const ws = isObject(transport) ? transport['socket'] : null
  if (isObject(ws) && typeof ws['terminate'] === 'function') Reflect.apply(ws['terminate'], ws, [])
  else conn.close(true)
}

/** A whole WebSocket frame from server to client, header and payload in one buffer (RFC 6455, 5.2: final, unmasked). */
export function webSocketFrame(kind: 'text' | 'binary', payload: Uint8Array): Buffer {
  const length = payload.length
  const header = length < 126 ? 2 : length < 65536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = kind === 'text' ? 0x81 : 0x82
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 6)
  }
  frame.set(payload, header)
  return frame
}
