// Following without a picture: whoever follows is at the stop of the cue, so that its words stand on the page.

import { useEffect } from 'react'
import { useHallControl } from '../panels/hall-control.ts'
import { atCue } from '../panels/use-session.ts'
import { useNoun } from '../ui/use-app.tsx'

export function useFlatFollow(): void {
  const { flat, snapTo } = useHallControl()
  const following = useNoun('session', (slot) => slot.follow !== 'free')
  const cue = useNoun('session', (slot) => (slot.joined ? atCue(slot.joined.state).cue : null))
  useEffect(() => {
    if (flat && following && cue?.where.kind === 'stop') snapTo(cue.where.pose)
  }, [flat, following, cue, snapTo])
}
