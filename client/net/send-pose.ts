// Own pose to the server, ten times a second and only when it changed enough to be seen. Reads live-poses, never React.

import { encodePose, poseChanged } from '../../shared/pose/pose-code.ts'
import { copyPose, makePose } from '../../shared/pose/pose-track.ts'
import { TICK_HZ } from '../../shared/protocol/hot.ts'
import type { LivePoses } from '../state/live-poses.ts'
import type { Line } from './socket.ts'

export interface SendPoseDeps {
  readonly line: Pick<Line, 'hot' | 'onNews'>
  readonly live: LivePoses
  /** `setInterval`, or a fake one. */
  every(then: () => void, ms: number): void
}

export function sendPose({ line, live, every }: SendPoseDeps): void {
  const sent = makePose()
  let version = 0
  let snap = -1
  let sequence = 0
  line.onNews((news) => {
    if (news.type !== 'up' || live.ownVersion === 0) return
    // A new line knows nothing: the next pose is sent whatever it is.
    version = -1
    snap = -1
  })
  every(() => {
    if (live.ownVersion === version) return
    version = live.ownVersion
    if (live.ownSnap === snap && !poseChanged(sent, live.own)) return
    snap = live.ownSnap
    copyPose(live.own, sent)
    sequence = (sequence + 1) & 0xffff
    line.hot(encodePose(sent, snap, sequence))
  }, 1000 / TICK_HZ)
}
