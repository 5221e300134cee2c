// The view of one's own booth as the hall draws it: the element that takes keys and pointer, and the canvas. Mount it lazily: three
// comes with it. What is shown and what a drag means for the draft is the parent's.

import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { BoothModel, BoothSummary, ModelPlace } from '../../../shared/booth/booth.ts'
import type { Plot } from '../../../shared/hall/layout.ts'
import { ModelDetails } from '../../hall/booth/model-details.ts'
import { HallCanvas } from '../../hall/HallCanvas.tsx'
import styles from '../../hall/hall.module.css'
import type { HallParts } from '../../hall/hall-context.ts'
import type { Comfort, LevelChoice } from '../../hall/hall-props.ts'
import { HallState } from '../../hall/hall-state.ts'
import { HallWorld } from '../../hall/hall-world.ts'
import { TouchStick } from '../../hall/input/TouchStick.tsx'
import { useHallInput } from '../../hall/input/use-hall-input.ts'
import { useLevel } from '../../hall/use-level.ts'
import { LivePoses } from '../../state/live-poses.ts'
import { BoothScene } from './BoothScene.tsx'
import { type Look, viewOf } from './looks.ts'
import { useGrab } from './use-grab.ts'

export interface BoothViewProps {
  readonly plot: Plot
  readonly booth: BoothSummary
  readonly look: Look
  /** What may be placed, as it stands; null where there is nothing, or the hall as it is now is looked at. */
  readonly placed: { readonly size: BoothModel['size']; readonly place: ModelPlace } | null
  readonly level: LevelChoice
  readonly reducedMotion: boolean
  readonly comfort: Comfort
  readonly name: string
  readonly help: string
  /** A drag took the model to a place; `drag` tells one drag from the next. */
  onPlace(place: ModelPlace, drag: number): void
  onReady(): void
  onLost(): void
}

export function BoothView({ level: choice, ...props }: BoothViewProps) {
  const { plot, look, placed } = props
  const host = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLDivElement>(null)
  const help = useId()
  const [parts] = useState(() => makeParts(plot))
  const { drawable, level, setLevel } = useLevel(choice)
  const lost = useWhileMounted(props.onLost)
  const { state, world } = parts
  state.reducedMotion = props.reducedMotion
  useEffect(() => {
    if (!drawable) lost()
    return () => {
      state.dispose()
      world.dispose()
    }
  }, [state, world, drawable, lost])
  if (!drawable) return null
  const { onPlace, ...scene } = props
  return (
    <div
      ref={host}
      className={styles.host}
      tabIndex={0}
      role="application"
      aria-label={props.name}
      aria-describedby={help}
      data-look={look}
    >
      <HallCanvas parts={parts} level={level} active onLost={lost}>
        <BoothScene
          {...scene}
          handle={handle}
          level={level}
          adapts={choice === 'auto'}
          onLevel={setLevel}
          onLost={lost}
        />
      </HallCanvas>
      {look === 'walk' ? (
        <Walk host={host} parts={parts} comfort={props.comfort} />
      ) : (
        <Grab host={host} parts={parts} plot={plot} look={look} placed={placed} onPlace={onPlace} />
      )}
      <div ref={handle} className="place-handle" data-handle="turn" aria-hidden="true">
        <svg viewBox="0 0 24 24">
          <path d="M19 12a7 7 0 1 1-2.1-5M19 3v4.5h-4.5" />
        </svg>
      </div>
      <p id={help} className={styles.help}>
        {props.help}
      </p>
    </div>
  )
}

function makeParts(plot: Plot): HallParts {
  // Nobody else's model stands here: this one is seen at its best whatever it weighs.
  const world = new HallWorld(new ModelDetails(() => Number.POSITIVE_INFINITY))
  return { state: new HallState(new LivePoses(), viewOf(plot, 'front').pose), world }
}

/** A canvas that goes loses its context as well: that is nobody's news. */
function useWhileMounted(tell: () => void): () => void {
  const latest = useRef<(() => void) | null>(tell)
  latest.current = tell
  useEffect(
    () => () => {
      latest.current = null
    },
    [],
  )
  const [stable] = useState(() => () => latest.current?.())
  return stable
}

interface Inside {
  readonly host: RefObject<HTMLDivElement | null>
  readonly parts: HallParts
}

/** One's own feet, as in the hall; letters are the walk's only while the picture has the keyboard. */
function Walk({ host, parts, comfort }: Inside & { readonly comfort: Comfort }) {
  const [inside, setInside] = useState(() => host.current?.contains(document.activeElement) ?? false)
  useEffect(() => {
    const element = host.current
    const on = () => setInside(true)
    const off = () => {
      parts.state.intent.stop()
      setInside(false)
    }
    element?.addEventListener('focusin', on)
    element?.addEventListener('focusout', off)
    return () => {
      element?.removeEventListener('focusin', on)
      element?.removeEventListener('focusout', off)
    }
  }, [host, parts])
  useHallInput(host, parts, { active: inside, comfort, onBooth: () => {}, onMark: () => {} })
  return <TouchStick state={parts.state} />
}

function Grab(
  props: Inside & {
    readonly plot: Plot
    readonly look: Look
    readonly placed: BoothViewProps['placed']
    readonly onPlace: BoothViewProps['onPlace']
  },
) {
  useGrab(props)
  return null
}
