// The booth from above: its walls, gate and furniture as they stand, every spot on it, and the one that is edited to be put where
// one clicks, drags or moves it by keys.

import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react'
import type { BoothSpot, SpotPlace } from '../../shared/booth/spots.ts'
import {
  BACK_WALL,
  type Block,
  LINTEL,
  MODEL_PLACE,
  PLATFORM,
  PLINTH,
  PORTAL_POSTS,
  type Round,
  SEAT_RADIUS,
  SEATS,
  SHELF,
  SIDE_WALL,
  TABLE,
} from '../../shared/hall/booth-plan.ts'
import { PLOT_SIZE } from '../../shared/hall/layout.ts'
import { SPOT_FIELD_WORDS } from '../../shared/words/studio-spots.ts'
import { useWords } from '../ui/words.tsx'
import { movedBy, placeUnder, sideOf } from './spot-plan.ts'
import './spots.css'

interface SpotPlanProps {
  readonly city: string
  readonly spot: BoothSpot
  readonly others: readonly BoothSpot[]
  /** Whether an own model takes the furniture's place. */
  readonly ownModel: boolean
  move(at: SpotPlace): void
}

const HALF = PLOT_SIZE / 2

export function SpotPlan({ city, spot, others, ownModel, move }: SpotPlanProps) {
  const say = useWords(SPOT_FIELD_WORDS)
  const help = useId()
  const plan = useRef<SVGSVGElement>(null)
  const held = useRef(-1)
  const side = sideOf(city)
  const { at } = spot
  const put = (event: PointerEvent) => {
    if (plan.current) move(placeUnder(plan.current.getBoundingClientRect(), event, at, side))
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    held.current = event.pointerId
    plan.current?.setPointerCapture(event.pointerId)
    plan.current?.focus({ preventScroll: true })
    put(event)
  }
  const press = (event: KeyboardEvent) => {
    const moved = event.ctrlKey || event.metaKey || event.altKey ? null : movedBy(event.key, event.shiftKey, at, side)
    if (!moved) return
    event.preventDefault()
    move(moved)
  }
  const metres = (value: number) => Math.abs(Math.round(value * 100) / 100)
  const x = side * at.x
  const across = x === 0 ? say('spots.centre') : say(x < 0 ? 'spots.left' : 'spots.right', { x: metres(x) })
  const along = at.z === 0 ? say('spots.halfway') : say(at.z > 0 ? 'spots.front' : 'spots.back', { z: metres(at.z) })
  return (
    <div className="spot-plan">
      <svg
        ref={plan}
        viewBox={`${-HALF} ${-HALF} ${PLOT_SIZE} ${PLOT_SIZE}`}
        role="application"
        tabIndex={0}
        aria-label={say('spots.plan', { across, along, y: metres(at.y) })}
        aria-describedby={help}
        onPointerDown={down}
        onPointerMove={(event) => event.pointerId === held.current && put(event)}
        onPointerUp={() => {
          held.current = -1
        }}
        onPointerCancel={() => {
          held.current = -1
        }}
        onKeyDown={press}
      >
        <g transform={`scale(${side} 1)`}>
          <Booth ownModel={ownModel} />
          {others.map((one) => (
            <circle key={one.id} className="plan-other" cx={one.at.x} cy={one.at.z} r={0.11} />
          ))}
          <g className="plan-spot" transform={`translate(${at.x} ${at.z})`}>
            <circle r={0.3} />
            <circle r={0.19} />
            <circle r={0.07} />
          </g>
        </g>
      </svg>
      <p className="plan-entrance small muted" aria-hidden="true">
        {say('spots.entrance')}
      </p>
      <p id={help} className="help">
        {say('spots.plan-help')}
      </p>
      <p className="hidden-text" role="status">
        {`${across}, ${along}`}
      </p>
    </div>
  )
}

function Booth({ ownModel }: { readonly ownModel: boolean }) {
  return (
    <>
      <Box className="plan-floor" of={PLATFORM} />
      {ownModel ? (
        <Box className="plan-model" of={MODEL_PLACE} />
      ) : (
        <>
          {[BACK_WALL, SIDE_WALL].map((wall) => (
            <Box key={wall.z} className="plan-wall" of={wall} />
          ))}
          <Box className="plan-thing" of={SHELF} />
          {[TABLE, PLINTH, ...SEATS.map(({ x, z }): Round => ({ x, z, radius: SEAT_RADIUS, height: 0.8 }))].map(
            ({ x, z, radius }) => (
              <circle key={x} className="plan-thing" cx={x} cy={z} r={radius} />
            ),
          )}
        </>
      )}
      <Box className="plan-lintel" of={LINTEL} />
      {PORTAL_POSTS.map((post) => (
        <Box key={post.x} className="plan-wall" of={post} />
      ))}
    </>
  )
}

function Box({ of: { x, z, width, depth }, className }: { readonly of: Block; readonly className: string }) {
  return <rect className={className} x={x - width / 2} y={z - depth / 2} width={width} height={depth} />
}
