// Loading the hall inside its canvas: once, piece by piece, and again what a lost context took.

import { useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import type { PerspectiveCamera } from 'three'
import { useHall } from '../hall-context.ts'
import { loadHall, loadNearBooths, loadPeople, renewEnvironment } from './load-hall.ts'

export interface Loading {
  /** Whether figures of people are loaded as well. */
  readonly people: boolean
  onReady(): void
  onLost(reason: 'failed'): void
}

/** Loads once; tells when one can walk, or that it failed. @returns whether one can walk */
export function useLoaded(props: Loading): boolean {
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
      if (latest.current.people) await loadPeople(world, stage, abort.signal)
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
export function useRestored(): void {
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
