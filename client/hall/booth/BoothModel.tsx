// A city's uploaded model on its plot: level by rank of distance (the nearest near, two mid, the others far), the default
// furnishing as its placeholder until the first level stands, and for good when none can be shown.

import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { type Group, Mesh, MeshStandardMaterial, type Texture } from 'three'
import type { BoothModel as Model } from '../../../shared/booth/booth.ts'
import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, type Plot } from '../../../shared/hall/layout.ts'
import { FRAME } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'
import { LAYER_EYE } from '../layers.ts'
import { loadGlb } from '../load/gltf.ts'
import { type Detail, ModelSlot } from './model-slot.ts'

/** Ranks of distance that get the near and the mid level, and how near a booth must be for either, metres. */
const NEAR = { ranks: 1, distance: 18 } as const
const MID = { ranks: 3, distance: 34 } as const

interface Props {
  readonly plot: Plot
  readonly model: Model
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
  const [failure, setFailure] = useState<unknown>(null)
  // oxlint-disable-next-line typescript/only-throw-error -- whatever the loader threw, for the boundary around this booth
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
    world.ownModels.add(plot)
    return () => {
      world.ownModels.delete(plot)
      made.dispose()
      onOwnModel(plot, false)
      state.wake()
    }
  }, [plot, model, onOwnModel, state, world, get])

  useFrame(() => {
    const distance = Math.hypot(plot.x - state.view.x, plot.z - state.view.z)
    let rank = 0
    for (const other of world.ownModels) {
      if (Math.hypot(other.x - state.view.x, other.z - state.view.z) < distance) rank++
    }
    slot.current?.want(detailFor(rank, distance))
    slot.current?.refresh()
    slot.current?.trim()
  }, FRAME.booths)

  const { x, z } = fromPlot(plot, MODEL_PLACE.x, MODEL_PLACE.z)
  return <group ref={group} position={[x, MODEL_PLACE.y, z]} rotation-y={plot.yaw} />
}

/** Models have no baked light: the hall's environment alone would leave them darker than what stands around them. */
const ENVIRONMENT = 1.4

function lightUp(model: Group, environment: Texture | null): Group {
  model.traverse((node) => {
    if (!(node instanceof Mesh)) return
    // The floor's mirror is too blurred to tell a model by, and would draw every triangle of 23 of them twice.
    node.layers.set(LAYER_EYE)
    for (const material of [node.material].flat()) {
      if (!(material instanceof MeshStandardMaterial)) continue
      material.envMap = environment
      material.envMapIntensity = ENVIRONMENT
    }
  })
  return model
}

function detailFor(rank: number, distance: number): Detail {
  if (rank < NEAR.ranks && distance < NEAR.distance) return 'near'
  return rank < MID.ranks && distance < MID.distance ? 'mid' : 'far'
}
