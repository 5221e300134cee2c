// The floor map: the hall's plan drawn from the same data as the hall, every plot and zone a link. DOM only, no three.
// Turned so that one reads it from the source at the top down to the sea, and names fit on a phone: east is down, north right.
// Own place, the guide's and the counts are given; the two places move without a render.

import { type MouseEvent, useEffect, useRef } from 'react'
import { GLASS_ROOM, GLASS_ROOMS, SEA, STAGE } from '../../../shared/hall/hall-plan.ts'
import { HALL, PLOT_SIZE, PLOTS, ribbonZ, ZONE_BORDERS } from '../../../shared/hall/layout.ts'
import { spotLink } from '../../../shared/hall/where.ts'
import { makePose } from '../../../shared/pose/pose-track.ts'
import type { LivePoses } from '../../state/live-poses.ts'
import styles from './floor-map.module.css'

/** How often the two places are moved, ms. */
const EVERY = 200

export interface FloorMapProps {
  readonly live: LivePoses
  /** People by spot. */
  readonly counts: Readonly<Record<string, number>>
  /** The spot one is at. */
  readonly here: string
  /** Name of the whole map, for a screen reader. */
  readonly name: string
  /** The name of a spot in the reader's language. */
  spotName(id: string): string
  /** What a link says to a screen reader, for example "Heze, 3 people". */
  spotLabel(id: string, people: number): string
  onGo(spot: string): void
}

/** A rectangle of the hall (middle x, z; width along x, depth along z) on the turned sheet. */
const box = (x: number, z: number, width: number, depth: number) => ({
  x: -z - depth / 2,
  y: x - width / 2,
  width: depth,
  height: width,
})

const zone = (id: string, west: number, east: number, nameAt: number) => ({
  id,
  nameAt,
  ...box((west + east) / 2, 0, east - west - 0.8, HALL.south - HALL.north - 0.8),
})

const ZONES = [
  zone('reception', HALL.west, ZONE_BORDERS.receptionEnd, HALL.west + 8.5),
  zone('city-display', ZONE_BORDERS.receptionEnd, ZONE_BORDERS.promotionStart, ZONE_BORDERS.receptionEnd + 3),
  zone('promotion', ZONE_BORDERS.promotionStart, HALL.east, ZONE_BORDERS.promotionStart + 7),
]

const RIBBON = Array.from({ length: 86 }, (_, i) => `${i ? 'L' : 'M'}${(-ribbonZ(i - 46)).toFixed(2)} ${i - 46}`).join(
  '',
)

/** How deep the strip in a city's colour is, at the side where one comes in. */
const STRIP = 0.9
/** A plot is drawn shorter than it is, so that its name has room before the next: distances from its middle. */
const TILE = { west: -1.2, depth: 5.8, name: 3.9, count: -0.5 } as const

export function FloorMap({ live, counts, here, name, spotName, spotLabel, onGo }: FloorMapProps) {
  const own = useRef<SVGGElement>(null)
  const guide = useRef<SVGGElement>(null)
  useEffect(() => movePlaces(live, own.current, guide.current), [live])
  const link = (id: string) => ({
    href: spotLink(id),
    'aria-label': spotLabel(id, counts[id] ?? 0),
    'aria-current': here === id ? ('location' as const) : undefined,
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      onGo(id)
    },
  })
  return (
    <svg className={styles.map} viewBox="-31 -51 62 102" role="group" aria-label={name}>
      <defs>
        <linearGradient id="hall-river" x1="0" x2="0" y1="-46" y2="38" gradientUnits="userSpaceOnUse">
          <stop offset="0" stopColor="#b98d58" />
          <stop offset="1" stopColor="#2f6d8e" />
        </linearGradient>
      </defs>
      <rect {...box(0, 0, 100, 60)} rx="1" className={styles.floor} />
      {ZONES.map(({ id, nameAt: _nameAt, ...rect }) => (
        <a key={id} {...link(id)} className={styles.zone}>
          <rect {...rect} rx="0.8" />
        </a>
      ))}
      <rect {...box(HALL.east - 0.6, 0, 1.2, SEA.width)} className={styles.sea} />
      <path d={RIBBON} className={styles.river} />
      {ZONES.map(({ id, nameAt }) => (
        <text key={id} y={nameAt} className={styles.zoneName} aria-hidden="true">
          {id === 'city-display' ? stacked(spotName(id)) : spotName(id)}
        </text>
      ))}
      {GLASS_ROOMS.map(({ id, x, z }) => (
        <a key={id} {...link(id)} className={styles.room}>
          <rect {...box(x, z, GLASS_ROOM.width, GLASS_ROOM.depth)} rx="0.3" />
          <text x={-z} y={x + 0.8} className={styles.plotName}>
            {id.replace('room-', '')}
          </text>
        </a>
      ))}
      <a {...link('stage')} className={styles.room}>
        <rect {...box(STAGE.x, 0, STAGE.width, STAGE.depth)} rx="0.3" />
        <text x="0" y={STAGE.x + 0.8} className={styles.plotName}>
          {spotName('stage')}
        </text>
      </a>
      {PLOTS.map(({ id, x, z, colour, yaw }) => (
        <a key={id} {...link(id)} className={styles.plot}>
          <rect {...box(x + TILE.west, z, TILE.depth, PLOT_SIZE)} rx="0.5" />
          <rect
            {...box(x + TILE.west, z + ((PLOT_SIZE - STRIP) / 2) * Math.cos(yaw), TILE.depth, STRIP)}
            fill={colour}
          />
          <text x={-z} y={x + TILE.name} className={styles.plotName}>
            {spotName(id)}
          </text>
          {(counts[id] ?? 0) > 0 && (
            <text x={-z} y={x + TILE.count} className={styles.count}>
              {counts[id]}
            </text>
          )}
        </a>
      ))}
      <g ref={guide} className={styles.guide} aria-hidden="true" visibility="hidden">
        <circle r="1.1" />
      </g>
      <g ref={own} className={styles.own} aria-hidden="true">
        <path d="M0 -4.4 L1.9 -0.6 L-1.9 -0.6 Z" />
        <circle r="1.1" />
      </g>
    </svg>
  )
}

/** One word under the other: between the booths there is no room for two side by side. */
const stacked = (name: string) =>
  name.split(' ').map((word, i) => (
    <tspan key={word} x="0" dy={i && '1.15em'}>
      {word}
    </tspan>
  ))

/** Moves the two places while the map is mounted; React is not asked. */
function movePlaces(live: LivePoses, own: SVGGElement | null, guide: SVGGElement | null): () => void {
  const pose = makePose()
  const move = () => {
    const { x, z, yaw } = live.own
    own?.setAttribute(
      'transform',
      `translate(${(-z).toFixed(2)} ${x.toFixed(2)}) rotate(${(90 - (yaw * 180) / Math.PI).toFixed(1)})`,
    )
    const known = live.guide.last(pose)
    guide?.setAttribute('visibility', known ? 'visible' : 'hidden')
    if (known) guide?.setAttribute('transform', `translate(${(-pose.z).toFixed(2)} ${pose.x.toFixed(2)})`)
  }
  move()
  const timer = setInterval(move, EVERY)
  return () => clearInterval(timer)
}
