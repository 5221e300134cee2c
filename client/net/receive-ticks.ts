// Tick frames go straight into live-poses; echoed from here, in the message handler, so that silence can be measured.

import { createEchoClock } from '../../shared/pose/echo.ts'
import { encodeEcho, TickReader } from '../../shared/pose/tick-frame.ts'
import type { LivePoses } from '../state/live-poses.ts'
import type { Line } from './socket.ts'

export interface TickDeps {
  /** performance.now, or a fake one. */
  now(): number
  hidden(): boolean
  /** Whether the person may lead or speak in a session. */
  steers(): boolean
}

export function receiveTicks(line: Pick<Line, 'hot' | 'onHot' | 'onNews'>, live: LivePoses, deps: TickDeps): void {
  const reader = new TickReader(live)
  let echo = createEchoClock()
  let hidden = false
  line.onHot((bytes) => {
    const now = deps.now()
    if (!reader.read(bytes, now)) return
    const turned = hidden !== deps.hidden()
    if (!echo.due(reader.tick, now, deps.steers()) && !turned) return
    hidden = deps.hidden()
    line.hot(encodeEcho(reader.tick, hidden))
  })
  line.onNews((news) => {
    if (news.type !== 'up') return
    reader.clear()
    echo = createEchoClock()
    hidden = false
  })
}
