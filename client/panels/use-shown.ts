// What a city shows at its booth, for a sheet that is open: read when it opens, and anew while it is open and the booth changes.

import { useEffect, useState } from 'react'
import type { BoothShown } from '../../shared/booth/booth.ts'
import type { Refused } from '../state/outcome.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'

export interface Shown {
  /** Null while it is not here. */
  readonly shown: BoothShown | null
  readonly refused: Refused | null
  again(): Promise<void>
}

export function useShown(city: string): Shown {
  const { hall } = useActions()
  const [refused, setRefused] = useState<Refused | null>(null)
  const revision = useNoun('hall', (state) => state.booths[city]?.revision)
  const shown = useNoun('hall', (state) => state.shown[city] ?? null)
  const again = async () => {
    const reply = await hall.look(city)
    setRefused(reply.ok ? null : reply)
  }
  useEffect(() => {
    let wanted = true
    void hall.look(city).then((reply) => {
      if (wanted) setRefused(reply.ok ? null : reply)
    })
    return () => {
      wanted = false
    }
  }, [hall, city, revision])
  return { shown, refused, again }
}
