// Being taken along: whoever follows is at the stop of the cue, so that its words stand on the page. With a picture the hall
// moves the view; without one the figure is put there.

import { useEffect } from 'react'
import { useHallControl } from '../panels/hall-control.ts'
import { atCue } from '../panels/use-session.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'

export function useAlong(): void {
  const { flat, snapTo } = useHallControl()
  const { hall } = useActions()
  const following = useNoun('session', (slot) => slot.follow !== 'free')
  const cue = useNoun('session', (slot) => (slot.joined ? atCue(slot.joined.state).cue : null))
  useEffect(() => {
    if (!following || cue?.where.kind !== 'stop') return
    if (flat) snapTo(cue.where.pose)
    else hall.here(cue.where.spot)
  }, [flat, following, cue, snapTo, hall])
}
