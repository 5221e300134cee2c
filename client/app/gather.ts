// A gather brings one beside the guide: on an arc around the guide's place, by a short fade, never through walls.
// Who never wants to be taken along stays; who is asked as a straggler comes only when not following already.

import { useEffect, useRef } from 'react'
import type { BoothSummary } from '../../shared/booth/booth.ts'
import { hallWalls } from '../../shared/hall/walls.ts'
import { gatherSpot, spotAt } from '../../shared/hall/where.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { useHallControl } from '../panels/hall-control.ts'
import { useMyId } from '../panels/use-session.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

/** Places on the arc that are drawn from one's handle, so that two seldom meet. */
const PLACES = 40

/** Where a figure stands when gathered to the guide's pose; null when there is no room. Booths with their models stand as walls. */
export function gatherPlace(guide: Pose, handle: number, booths: Readonly<Record<string, BoothSummary>>): Pose | null {
  const own = Object.values(booths).filter((booth) => booth.model !== null)
  const walls = hallWalls(new Set(own.map((booth) => booth.id)))
  return gatherSpot(handle % PLACES, guide, spotAt(guide.x, guide.z), walls)
}

export function useGather(): void {
  const say = useWords(TOUR_WORDS)
  const { snapTo } = useHallControl()
  const { session, say: tell } = useActions()
  const state = useNoun('session', (slot) => slot.joined?.state)
  const follow = useNoun('session', (slot) => slot.follow)
  const never = useNoun('settings', (settings) => settings.neverFollow)
  const handle = useNoun('hall', (hall) => hall.handle)
  const booths = useNoun('hall', (hall) => hall.booths)
  const me = useMyId()
  // What was gathered before one came in is over; null until that is known.
  const done = useRef<number | null>(null)
  const known = state !== undefined
  const gather = state?.gather
  const guide = state?.lead.guide
  useEffect(() => {
    if (!known) return
    const last = done.current
    done.current = gather?.n ?? 0
    if (!gather || last === null || gather.n <= last) return
    if (never || guide === me || (gather.whom === 'stragglers' && follow !== 'free')) return
    const place = gatherPlace(gather.pose, handle, booths)
    if (place) snapTo(place)
    session.follow('together')
    tell(say('tour.gathered'))
  }, [known, gather, guide, me, never, follow, handle, booths, snapTo, session, tell, say])
}
