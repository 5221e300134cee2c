// Tick frames go straight into live-poses; each is echoed from here, in the message handler, so that silence can be measured.

import { ECHO_TICKS, encodeEcho, TickReader } from '../../shared/pose/tick-frame.ts'
import type { LivePoses } from '../state/live-poses.ts'
import type { Line } from './socket.ts'

export interface TickDeps {
  /** performance.now, or a fake one. */
  now(): number
  hidden(): boolean
}

export function receiveTicks(line: Pick<Line, 'hot' | 'onHot' | 'onNews'>, live: LivePoses, deps: TickDeps): void {
  const reader = new TickReader(live)
  let echoed = 0
  let hidden = false
  line.onHot((bytes) => {
    if (!reader.read(bytes, deps.now())) return
    const nowHidden = deps.hidden()
    if (nowHidden === hidden && reader.tick - echoed < ECHO_TICKS && reader.tick >= echoed) return
    hidden = nowHidden
    echoed = reader.tick
    line.hot(encodeEcho(reader.tick, hidden))
  })
  line.onNews((news) => {
    if (news.type !== 'up') return
    reader.clear()
    echoed = 0
    hidden = false
  })
}
