// One plot: its boards' content, its colour and logo and, where the city has one, its own model. Everything default about a booth is
// static geometry; here is only what changes.

import { useEffect } from 'react'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import type { Plot } from '../../../shared/hall/layout.ts'
import { useHall } from '../hall-context.ts'
import { BoothModel } from './BoothModel.tsx'

interface Props {
  readonly plot: Plot
  readonly booth: BoothSummary | null
  readonly ownModel: boolean
  onOwnModel(plot: Plot, own: boolean): void
}

export function Booth({ plot, booth, ownModel, onOwnModel }: Props) {
  const { state, world } = useHall()
  useEffect(() => {
    world.panels.setBooth(plot, booth, ownModel)
    world.batch?.setOwnModel(plot.id, ownModel)
    state.wake()
  }, [plot, booth, ownModel, state, world])
  const colour = booth?.own?.colour ?? null
  const logo = booth?.own?.logo?.file ?? null
  useEffect(() => {
    world.batch?.setColour(plot.id, colour)
    world.logos.setLogo(plot, logo)
    state.wake()
  }, [plot, colour, logo, state, world])
  if (!booth?.model) return null
  return <BoothModel plot={plot} model={booth.model} onOwnModel={onOwnModel} />
}
