// Inside the canvas of the studio's view: the hall as it is, with one booth's own content, and the eye where one looks from.

import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useMemo } from 'react'
import type { PerspectiveCamera } from 'three'
import type { BoothModel, BoothSummary, ModelPlace } from '../../../shared/booth/booth.ts'
import type { Plot } from '../../../shared/hall/layout.ts'
import { copyPose } from '../../../shared/pose/pose-track.ts'
import { Booths } from '../../hall/booth/Booths.tsx'
import { Spots } from '../../hall/booth/Spots.tsx'
import { Eye } from '../../hall/camera/Eye.tsx'
import { WalkCamera } from '../../hall/camera/WalkCamera.tsx'
import { FRAME } from '../../hall/frame-order.ts'
import { useHall } from '../../hall/hall-context.ts'
import type { Comfort, Level } from '../../hall/hall-props.ts'
import { useLoaded, useRestored } from '../../hall/load/use-loaded.ts'
import { RenderPass } from '../../hall/RenderPass.tsx'
import { useShownToTests } from '../../hall/use-shown-to-tests.ts'
import { handleOf, type Look, seenAt, viewOf } from './looks.ts'
import { PlaceMarks } from './PlaceMarks.tsx'

export interface SceneProps {
  readonly plot: Plot
  readonly booth: BoothSummary
  readonly look: Look
  /** The model that is placed just now, as it stands; null: nothing is to be marked. */
  readonly placed: { readonly size: BoothModel['size']; readonly place: ModelPlace } | null
  /** Follows the model's front over the picture. */
  readonly handle: RefObject<HTMLElement | null>
  readonly comfort: Comfort
  readonly level: Level
  readonly adapts: boolean
  onLevel(level: Level): void
  onReady(): void
  onLost(reason: 'failed'): void
}

export function BoothScene(props: SceneProps) {
  const { plot, booth, look, placed, level } = props
  const { state, world } = useHall()
  const invalidate = useThree((three) => three.invalidate)
  const ready = useLoaded({ people: false, onReady: props.onReady, onLost: props.onLost })
  useRestored()
  useEffect(() => {
    state.invalidate = invalidate
    return () => {
      state.invalidate = () => {}
    }
  }, [state, invalidate])
  useShownToTests(ready)
  const booths = useMemo(() => ({ [plot.id]: booth }), [plot, booth])
  return (
    <>
      <color attach="background" args={['#f3efe8']} />
      <primitive object={world.root} dispose={null} />
      <WalkCamera comfort={props.comfort} following={look !== 'walk'} onSpot={nothing} onBreakFollow={nothing} />
      <Eye />
      <LookFrom plot={plot} look={look} />
      {ready && <Booths booths={booths} />}
      {ready && <Spots booths={booths} />}
      {ready && placed && <PlaceMarks plot={plot} {...placed} />}
      {ready && placed && <HandleAt plot={plot} handle={props.handle} {...placed} />}
      <RenderPass level={level} adapts={props.adapts} onLevel={props.onLevel} />
    </>
  )
}

const nothing = () => {}

/** Puts the eye where one begins to look, and leaves out what is nearer than that look wants. */
function LookFrom({ plot, look }: { readonly plot: Plot; readonly look: Look }) {
  const { state } = useHall()
  const view = useMemo(() => viewOf(plot, look), [plot, look])
  useEffect(() => {
    state.intent.stop()
    copyPose(view.pose, state.view)
    state.fov = view.fov
    state.wake()
  }, [state, view])
  useFrame(({ camera }) => {
    const eye = camera as PerspectiveCamera
    if (eye.near === view.near) return
    eye.near = view.near
    eye.updateProjectionMatrix()
  }, FRAME.camera)
  return null
}

interface HandleProps extends NonNullable<SceneProps['placed']> {
  readonly plot: Plot
  readonly handle: SceneProps['handle']
}

/** Keeps the handle where the model's front is seen. */
function HandleAt({ plot, handle, size, place }: HandleProps) {
  const { state } = useHall()
  const at = useMemo(() => handleOf(plot, size, place), [plot, size, place])
  useFrame(({ camera, size: { width, height } }) => {
    const { style } = handle.current ?? {}
    const seen = seenAt(state.view, at, width / height, (camera as PerspectiveCamera).fov)
    if (!style || !seen) return
    style.visibility = 'visible'
    style.translate = `${seen.u * width}px ${seen.v * height}px`
  }, FRAME.people)
  useEffect(() => {
    const element = handle.current
    return () => {
      if (element) element.style.visibility = 'hidden'
    }
  }, [handle])
  return null
}
