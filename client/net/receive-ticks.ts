// Tick frames go straight into live-poses; each is echoed from here, in the message handler, so that silence can be measured.

import { encodeEcho, TickReader } from '../../shared/pose/tick-frame.ts'
import type { LivePoses } from '../state/live-poses.ts'
import type { Line } from './socket.ts'

/** How many ticks lie between two echoes: the server measures silence by the second. */
const ECHO_EVERY = 5

export interface TickDeps {
  /** performance.now, or a fake one. */
  now(): number
  hidden(): boolean
}

export function receiveTicks(line: Pick<Line, 'hot' | 'onHot' | 'onNews'>, live: LivePoses, deps: TickDeps): void {
  const reader = new TickReader(live)
  let echoed = 0
  line.onHot((bytes) => {
    if (!reader.read(bytes, deps.now())) return
    if (reader.tick - echoed < ECHO_EVERY && reader.tick >= echoed) return
    echoed = reader.tick
    line.hot(encodeEcho(reader.tick, deps.hidden()))
  })
  line.onNews((news) => {
    if (news.type !== 'up') return
    reader.clear()
    echoed = 0
  })
}
