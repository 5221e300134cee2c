// A gather brings one beside the guide: on an arc around the guide's place, by a short fade, never through walls.
// Who never wants to be taken along stays; who is asked as a straggler comes only when not following already.

import { useEffect, useRef } from 'react'
import { HALL_WALLS } from '../../shared/hall/walls.ts'
import { gatherSpot, spotAt } from '../../shared/hall/where.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { useHallControl } from '../panels/hall-control.ts'
import { useMyId } from '../panels/use-session.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

/** Places on the arc that are drawn from one's handle, so that two seldom meet. */
const PLACES = 40

export function useGather(): void {
  const say = useWords(TOUR_WORDS)
  const { snapTo } = useHallControl()
  const { session, say: tell } = useActions()
  const state = useNoun('session', (slot) => slot.joined?.state)
  const follow = useNoun('session', (slot) => slot.follow)
  const never = useNoun('settings', (settings) => settings.neverFollow)
  const handle = useNoun('hall', (hall) => hall.handle)
  const me = useMyId()
  const done = useRef(state?.gather?.n ?? 0)
  const gather = state?.gather
  const guide = state?.lead.guide
  useEffect(() => {
    if (!gather || gather.n <= done.current) return
    done.current = gather.n
    if (never || guide === me || (gather.whom === 'stragglers' && follow !== 'free')) return
    const spot = spotAt(gather.pose.x, gather.pose.z)
    const place = gatherSpot(handle % PLACES, gather.pose, spot, HALL_WALLS)
    if (place) snapTo(place)
    session.follow('together')
    tell(say('tour.gathered'))
  }, [gather, guide, me, never, follow, handle, snapTo, session, tell, say])
}
