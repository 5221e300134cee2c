// A city's uploaded model on its plot: the level model-details chooses, the default furnishing as its placeholder until the first
// level stands, and for good when none can be shown.

import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { type Group, Mesh, MeshStandardMaterial, type Texture } from 'three'
import type { BoothSummary, BoothModel as Model } from '../../../shared/booth/booth.ts'
import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, type Plot } from '../../../shared/hall/layout.ts'
import { FRAME } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'
import { loadGlb } from '../load/gltf.ts'
import { MODEL_LIGHT } from '../look/light.ts'
import type { StandingModel } from './model-details.ts'
import { ModelSlot } from './model-slot.ts'

interface Props {
  readonly plot: Plot
  readonly model: NonNullable<BoothSummary['model']>
  /** The model stands (true) or the default furnishing (false). */
  onOwnModel(plot: Plot, own: boolean): void
}

/** Give it a `key` of the model's hash: a new model is a new component, and the old one lets go of everything. */
export function BoothModel({ plot, model: told, onOwnModel }: Props) {
  // The same model told again (another field of the booth changed) is no reason to load it again.
  const [model] = useState(told)
  const { state, world } = useHall()
  const get = useThree((three) => three.get)
  const group = useRef<Group>(null)
  const slot = useRef<ModelSlot>(null)
  const standing = useRef<StandingModel>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  // For the boundary around this booth.
  if (failure) throw failure

  useEffect(() => {
    if (!group.current) return
    const environment = () => get().scene.environment
    const made = new ModelSlot(group.current, model, {
      load: async (url, signal) => lightUp((await loadGlb(url, signal)).scene, environment()),
      onShown: () => onOwnModel(plot, true),
      onFailed: (cause) => setFailure(cause instanceof Error ? cause : new Error('model', { cause })),
      wake: state.wake,
    })
    slot.current = made
    const counted = world.models.add(plot, trianglesOf(model))
    standing.current = counted
    return () => {
      world.models.remove(counted)
      made.dispose()
      onOwnModel(plot, false)
      state.wake()
    }
  }, [plot, model, onOwnModel, state, world, get])

  useFrame(() => {
    if (!slot.current || !standing.current) return
    world.models.update(state.view)
    slot.current.want(standing.current.detail)
    slot.current.reflect(standing.current.mirrored)
    slot.current.refresh()
    slot.current.trim()
  }, FRAME.booths)

  const { x, z } = fromPlot(plot, MODEL_PLACE.x, MODEL_PLACE.z)
  const { place } = told
  return (
    <group position={[x, MODEL_PLACE.y, z]} rotation-y={plot.yaw}>
      <group ref={group} position={[place.x, 0, place.z]} rotation-y={place.yaw} scale={place.scale} />
    </group>
  )
}

function lightUp(model: Group, environment: Texture | null): Group {
  model.traverse((node) => {
    if (!(node instanceof Mesh)) return
    for (const material of [node.material].flat()) {
      if (!(material instanceof MeshStandardMaterial)) continue
      material.envMap = environment
      material.envMapIntensity = MODEL_LIGHT
    }
  })
  return model
}

const trianglesOf = ({ near, mid, far }: Model): StandingModel['triangles'] => ({
  near: near.triangles,
  mid: mid.triangles,
  far: far.triangles,
})
