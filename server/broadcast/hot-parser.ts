// Socket.IO's parser for the server: the stock one but for the hot event, whose packet is its bytes and nothing else.
// Engine.IO marks binary by the frame's type, so a lone binary message can only be a hot packet. The client's twin is
// client/net/hot-parser.ts. No other event may carry binary, in either direction: a header that announced an attachment
// would take the next hot packet for it. Here such an event ends the line (in) or is a fault (out).

import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'
import { HOT_EVENT } from '../../shared/protocol/hot.ts'

class HotEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const data = packet.data as readonly unknown[] | undefined
    if (packet.type === PacketType.EVENT && data?.[0] === HOT_EVENT) return [data[1]]
    const encoded: unknown[] = super.encode(packet)
    if (encoded.length !== 1) throw new Error(`binary in an ordinary event: ${String(data?.[0])}`)
    return encoded
  }
}

class HotDecoder extends Decoder {
  override add(message: unknown): void {
    // Binary is heard by the line itself, from Engine.IO (line.ts): through here an echo would cost half as much again.
    if (typeof message !== 'string') return
    if (message.startsWith('5') || message.startsWith('6')) throw new Error('binary in an ordinary event')
    super.add(message)
  }
}

/** For the `parser` option of Socket.IO's Server. */
export const hotParser = { Encoder: HotEncoder, Decoder: HotDecoder }
