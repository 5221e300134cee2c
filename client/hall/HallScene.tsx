// Inside the canvas: loads the hall once, then mounts what changes. Order of children is order within a frame's phase.

import { useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import type { PerspectiveCamera } from 'three'
import { Booths } from './booth/Booths.tsx'
import { Spots } from './booth/Spots.tsx'
import { Eye } from './camera/Eye.tsx'
import { FollowCamera } from './camera/FollowCamera.tsx'
import { WalkCamera } from './camera/WalkCamera.tsx'
import { useHall } from './hall-context.ts'
import type { HallProps, Level } from './hall-props.ts'
import { loadHall, loadNearBooths, loadPeople, renewEnvironment } from './load/load-hall.ts'
import { People } from './people/People.tsx'
import { RenderPass } from './RenderPass.tsx'
import { Ticker } from './Ticker.tsx'
import { showToTests } from './test-hook.ts'

interface Props extends Omit<HallProps, 'level' | 'ref'> {
  readonly level: Level
  readonly adapts: boolean
  onLevel(level: Level): void
}

export function HallScene(props: Props) {
  const { state, world } = useHall()
  const invalidate = useThree((three) => three.invalidate)
  const ready = useLoaded(props)
  useRestored()
  const following = props.follow !== 'free'

  useEffect(() => {
    state.invalidate = invalidate
    // Others wait for the ticker; the guide one rides with doesn't.
    state.live.onChange = () => {
      if (following && state.live.guide.known) invalidate()
    }
    return () => {
      state.invalidate = () => {}
      state.live.onChange = null
    }
  }, [state, invalidate, following])
  useEffect(() => {
    world.screen.show(props.screen)
    state.wake()
  }, [props.screen, state, world])
  useEffect(
    () =>
      showToTests(
        state,
        () => ready,
        () => [...world.standing],
        () => world.models.shown(),
      ),
    [state, world, ready],
  )

  return (
    <>
      <color attach="background" args={['#f3efe8']} />
      <primitive object={world.root} dispose={null} />
      <WalkCamera
        comfort={props.comfort}
        following={following}
        onSpot={props.onSpot}
        onBreakFollow={props.onBreakFollow}
      />
      <FollowCamera mode={props.follow} />
      <Eye />
      <People plates={props.plates} follow={props.follow} />
      {ready && <Booths booths={props.booths} />}
      {ready && <Spots booths={props.booths} />}
      <Ticker active={props.active} seaMoves={!props.reducedMotion && props.level !== 'low'} />
      <RenderPass level={props.level} adapts={props.adapts} onLevel={props.onLevel} onFigures={props.onFigures} />
    </>
  )
}

/** Loads once; tells the parent when one can walk, or that it failed. */
function useLoaded(props: Pick<HallProps, 'onReady' | 'onLost'>): boolean {
  const { world, state } = useHall()
  const latest = useRef(props)
  latest.current = props
  const get = useThree((three) => three.get)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const { gl, scene, camera } = get()
    const stage = { renderer: gl, scene, camera: camera as PerspectiveCamera }
    const open = async () => {
      await loadHall(world, stage, abort.signal)
      world.open = true
      setReady(true)
      state.wake()
      latest.current.onReady()
      // People are a few kilobytes, near booths half a megabyte.
      await loadPeople(world, stage, abort.signal)
      state.wake()
      await loadNearBooths(world, abort.signal)
      state.wake()
    }
    open().catch((cause: unknown) => {
      if (abort.signal.aborted) return
      // The visitor is told by onLost; this is for who looks into it.
      reportError(new Error('the hall could not be loaded', { cause }))
      latest.current.onLost('failed')
    })
    return () => abort.abort()
  }, [get, world, state])
  return ready
}

/** A lost context that came back: makes what three can't make again by itself, and draws. */
function useRestored(): void {
  const { world, state } = useHall()
  const get = useThree((three) => three.get)
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const { gl, scene } = get()
    const renew = () => {
      renewEnvironment(world, { renderer: gl, scene }, signal).then(state.wake, (cause: unknown) => {
        if (signal.aborted) return
        // The hall stands, its metal is dull; this is for who looks into it.
        reportError(new Error('the environment could not be made again', { cause }))
      })
    }
    gl.domElement.addEventListener('webglcontextrestored', renew, { signal })
    return () => abort.abort()
  }, [get, world, state])
}
