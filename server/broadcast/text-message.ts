// A tell encoded once for any number of lines: Socket.IO's text packet, and the WebSocket frame around it.

import type { Tells } from '../../shared/protocol/wire.ts'
import { type ReadyText, webSocketFrame } from './inner.ts'

export interface TextMessage {
  /** Socket.IO packet: `2["name",payload]`. */
  readonly text: string
  readonly options: ReadyText
}

/** Encodes a tell. Engine.IO puts a `4` (message) before the packet. */
export function encodeTell<N extends keyof Tells>(name: N, payload: Tells[N]): TextMessage {
  const text = `2${JSON.stringify([name, payload])}`
  return { text, options: { compress: true, wsPreEncodedFrame: [webSocketFrame('text', Buffer.from(`4${text}`))] } }
}
