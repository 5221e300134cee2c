// All 24 plots, and the walls they put in one's way: a city's own model takes its default furnishing's place.

import { useCallback, useEffect, useState } from 'react'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { PLOTS, type Plot } from '../../../shared/hall/layout.ts'
import { hallWalls } from '../../../shared/hall/walls.ts'
import { useHall } from '../hall-context.ts'
import { Booth } from './Booth.tsx'

export function Booths({ booths }: { readonly booths: Readonly<Record<string, BoothSummary>> }) {
  const { state, world } = useHall()
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set())
  const onOwnModel = useCallback((plot: Plot, stands: boolean) => {
    setOwn((before) => {
      if (before.has(plot.id) === stands) return before
      const after = new Set(before)
      if (stands) after.add(plot.id)
      else after.delete(plot.id)
      return after
    })
  }, [])
  useEffect(() => {
    state.walls = hallWalls(own)
    world.standing = own
    world.carpets?.show(own)
    state.wake()
  }, [own, state, world])
  return PLOTS.map((plot) => (
    <Booth
      key={plot.id}
      plot={plot}
      booth={booths[plot.id] ?? null}
      ownModel={own.has(plot.id)}
      onOwnModel={onOwnModel}
    />
  ))
}
