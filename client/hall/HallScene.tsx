// Inside the canvas: loads the hall once, then mounts what changes. Order of children is order within a frame's phase.

import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { Booths } from './booth/Booths.tsx'
import { Spots } from './booth/Spots.tsx'
import { Eye } from './camera/Eye.tsx'
import { FollowCamera } from './camera/FollowCamera.tsx'
import { WalkCamera } from './camera/WalkCamera.tsx'
import { useHall } from './hall-context.ts'
import type { HallProps, Level } from './hall-props.ts'
import { useLoaded, useRestored } from './load/use-loaded.ts'
import { People } from './people/People.tsx'
import { RenderPass } from './RenderPass.tsx'
import { Ticker } from './Ticker.tsx'
import { useShownToTests } from './use-shown-to-tests.ts'

interface Props extends Omit<HallProps, 'level' | 'ref'> {
  readonly level: Level
  readonly adapts: boolean
  onLevel(level: Level): void
}

export function HallScene(props: Props) {
  const { state, world } = useHall()
  const invalidate = useThree((three) => three.invalidate)
  const ready = useLoaded({ people: true, onReady: props.onReady, onLost: props.onLost })
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
  useShownToTests(ready)

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
