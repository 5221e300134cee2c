// Own pose to the server, ten times a second and only when it changed enough to be seen. Reads live-poses, never React.
// Each one that matters must arrive: who rests is seen where the last one said, and who never sent one is nowhere.

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
  /** The entry that the server heard a pose after, and the last one of an earlier line. */
  let told = 0
  let before = 0
  line.onNews((news) => {
    if (news.type === 'up') before = live.entries
  })
  every(() => {
    // Before it has let me in it has no figure to move. Then, and after each entry, it hears of it whatever it is.
    if (live.ownVersion === 0 || live.entries === before) return
    const fresh = live.entries !== told
    if (live.ownVersion === version && !fresh) return
    const seen = fresh || live.ownSnap !== snap || poseChanged(sent, live.own)
    if (seen && !line.hot(encodePose(live.own, live.ownSnap, (sequence + 1) & 0xffff))) return
    version = live.ownVersion
    if (!seen) return
    told = live.entries
    snap = live.ownSnap
    copyPose(live.own, sent)
    sequence = (sequence + 1) & 0xffff
  }, 1000 / TICK_HZ)
}
