// The floor map: the hall's plan drawn from the same data as the hall, every plot and zone a link. DOM only, no three.
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

const ZONES = [
  { id: 'reception', x: HALL.west, width: ZONE_BORDERS.receptionEnd - HALL.west },
  { id: 'city-display', x: ZONE_BORDERS.receptionEnd, width: ZONE_BORDERS.promotionStart - ZONE_BORDERS.receptionEnd },
  { id: 'promotion', x: ZONE_BORDERS.promotionStart, width: HALL.east - ZONE_BORDERS.promotionStart },
] as const

const RIBBON = Array.from({ length: 86 }, (_, i) => `${i ? 'L' : 'M'}${i - 46} ${ribbonZ(i - 46).toFixed(2)}`).join('')

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
    <svg className={styles.map} viewBox="-52 -32 104 64" role="group" aria-label={name}>
      <defs>
        <linearGradient id="hall-river" x1="-46" x2="38" y1="0" y2="0" gradientUnits="userSpaceOnUse">
          <stop offset="0" stopColor="#b98d58" />
          <stop offset="1" stopColor="#2f6d8e" />
        </linearGradient>
      </defs>
      <rect x={HALL.west} y={HALL.north} width="100" height="60" rx="1" className={styles.floor} />
      {ZONES.map(({ id, x, width }) => (
        <a key={id} {...link(id)} className={styles.zone}>
          <rect x={x + 0.4} y={HALL.north + 0.4} width={width - 0.8} height="59.2" rx="0.8" />
          <text x={x + width / 2} y={HALL.south - 1.2} className={styles.zoneName}>
            {spotName(id)}
          </text>
        </a>
      ))}
      <rect x={HALL.east - 0.9} y={-SEA.width / 2} width="0.9" height={SEA.width} className={styles.sea} />
      <path d={RIBBON} className={styles.river} />
      {GLASS_ROOMS.map(({ id, x, z }) => (
        <a key={id} {...link(id)} className={styles.room}>
          <rect
            x={x - GLASS_ROOM.width / 2}
            y={z - GLASS_ROOM.depth / 2}
            width={GLASS_ROOM.width}
            height={GLASS_ROOM.depth}
            rx="0.3"
          />
        </a>
      ))}
      <a {...link('stage')} className={styles.room}>
        <rect x={STAGE.x - STAGE.width / 2} y={-STAGE.depth / 2} width={STAGE.width} height={STAGE.depth} rx="0.3" />
        <text x={STAGE.x} y="0.6" className={styles.plotName}>
          {spotName('stage')}
        </text>
      </a>
      {PLOTS.map(({ id, x, z, colour, yaw }) => (
        <a key={id} {...link(id)} className={styles.plot}>
          <rect x={x - PLOT_SIZE / 2} y={z - PLOT_SIZE / 2} width={PLOT_SIZE} height={PLOT_SIZE} rx="0.5" />
          <rect
            x={x - PLOT_SIZE / 2}
            y={yaw === 0 ? z + PLOT_SIZE / 2 - 0.7 : z - PLOT_SIZE / 2}
            width={PLOT_SIZE}
            height="0.7"
            fill={colour}
          />
          <text x={x} y={z + 0.5} className={styles.plotName}>
            {spotName(id)}
          </text>
          {(counts[id] ?? 0) > 0 && (
            <text x={x} y={z + 2.6} className={styles.count}>
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

/** Moves the two places while the map is mounted; React is not asked. */
function movePlaces(live: LivePoses, own: SVGGElement | null, guide: SVGGElement | null): () => void {
  const pose = makePose()
  const move = () => {
    const { x, z, yaw } = live.own
    own?.setAttribute(
      'transform',
      `translate(${x.toFixed(2)} ${z.toFixed(2)}) rotate(${((-yaw * 180) / Math.PI).toFixed(1)})`,
    )
    const known = live.guide.last(pose)
    guide?.setAttribute('visibility', known ? 'visible' : 'hidden')
    if (known) guide?.setAttribute('transform', `translate(${pose.x.toFixed(2)} ${pose.z.toFixed(2)})`)
  }
  move()
  const timer = setInterval(move, EVERY)
  return () => clearInterval(timer)
}
