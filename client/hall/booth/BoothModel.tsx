// A city's uploaded model on its plot: the level model-details chooses, the default furnishing as its placeholder until the first
// level stands, and for good when none can be shown. One model after another stands without a gap (model-stand.ts).

import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { type Group, Mesh, MeshStandardMaterial, SkinnedMesh, type Texture, type WebGLRenderer } from 'three'
import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, type Plot } from '../../../shared/hall/layout.ts'
import { FRAME } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'
import { loadModel } from '../load/gltf.ts'
import { readySteps } from '../load/ready-model.ts'
import { MODEL_LIGHT } from '../look/light.ts'
import { disposeModel } from './dispose.ts'
import { ModelStand, type PlacedModel } from './model-stand.ts'

interface Props {
  readonly plot: Plot
  readonly model: PlacedModel
  /** The model stands (true) or the default furnishing (false). */
  onOwnModel(plot: Plot, own: boolean): void
}

export function BoothModel({ plot, model, onOwnModel }: Props) {
  const { state, world } = useHall()
  const get = useThree((three) => three.get)
  const group = useRef<Group>(null)
  const stand = useRef<ModelStand>(null)

  useEffect(() => {
    if (!group.current) return
    const load = (url: string, signal: AbortSignal, mirrored: boolean) => {
      const { gl: renderer, scene, camera } = get()
      const mirror = mirrored && world.mirrors ? world.mirror : null
      const order = () => Math.hypot(plot.x - state.view.x, plot.z - state.view.z)
      const ready = (model: Group) =>
        world.uploads.run(readySteps(model, { renderer, scene, camera, mirror }), signal, order)
      return loadReady(url, renderer, scene.environment, ready, signal)
    }
    const made = new ModelStand(plot, group.current, world.models, {
      load,
      wake: state.wake,
      onStands: (stands) => onOwnModel(plot, stands),
      // The booth stands with its default furnishing; this is for who looks into it.
      onFailed: (cause) => reportError(new Error('a model could not be shown', { cause })),
    })
    stand.current = made
    return () => made.dispose()
  }, [plot, onOwnModel, state, world, get])
  // After the stand is made, and whenever the city shows another model or puts it elsewhere.
  useEffect(() => stand.current?.show(model), [model])

  useFrame(() => stand.current?.frame(state.view), FRAME.booths)

  const { x, z } = fromPlot(plot, MODEL_PLACE.x, MODEL_PLACE.z)
  return <group ref={group} position={[x, MODEL_PLACE.y, z]} rotation-y={plot.yaw} />
}

/** Reads a level and brings it to the GPU, a little a frame. What is given up on the way leaves nothing there. */
async function loadReady(
  url: string,
  renderer: WebGLRenderer,
  environment: Texture | null,
  ready: (model: Group) => Promise<void>,
  signal: AbortSignal,
): Promise<Group> {
  const model = lightUp((await loadModel(url, signal, renderer)).scene, environment)
  try {
    await ready(model)
    return model
  } catch (cause) {
    disposeModel(model)
    throw cause
  }
}

function lightUp(model: Group, environment: Texture | null): Group {
  model.traverse((node) => {
    if (!(node instanceof Mesh)) return
    // Where a skin reaches three finds out by moving every vertex, in the middle of a frame; drawing it unasked is cheaper.
    if (node instanceof SkinnedMesh) node.frustumCulled = false
    for (const material of [node.material].flat()) {
      if (!(material instanceof MeshStandardMaterial)) continue
      material.envMap = environment
      material.envMapIntensity = MODEL_LIGHT
    }
  })
  return model
}
