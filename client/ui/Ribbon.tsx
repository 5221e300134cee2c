// The ribbon of the hall's floor as a drawing: seven strands from the source (gold) to the sea (blue).

import { useId } from 'react'

const STRANDS = 7

/** One strand of the horizontal ribbon: strands drift slowly apart and together. `u` runs 0 … 1 from west to east. */
export function strandOffset(strand: number, u: number): number {
  const side = strand - (STRANDS - 1) / 2
  const spread = 0.62 + 0.38 * Math.sin(u * 9.2 + 0.7) + 0.3 * u
  return side * spread
}

/** z of the ribbon's middle at u, −1 … 1: the slow wave of the floor. */
export const wave = (u: number): number => Math.sin(u * Math.PI * 3.1 - 0.5) * (1 - 0.75 * u ** 3)

interface Shape {
  readonly width: number
  readonly height: number
  /** Amplitude of the wave and distance of strands, in the drawing's units. */
  readonly amplitude: number
  readonly gap: number
  readonly vertical?: boolean
}

/** The paths of all strands. */
export function strandPaths({ width, height, amplitude, gap, vertical = false }: Shape): string[] {
  const along = vertical ? height : width
  const middle = (vertical ? width : height) / 2
  const steps = 90
  return Array.from({ length: STRANDS }, (_, strand) => {
    let path = ''
    for (let i = 0; i <= steps; i++) {
      const u = i / steps
      const a = (u * along).toFixed(1)
      const b = (middle + wave(u) * amplitude + strandOffset(strand, u) * gap).toFixed(1)
      path += `${i ? 'L' : 'M'}${vertical ? `${b} ${a}` : `${a} ${b}`}`
    }
    return path
  })
}

export function Ribbon(props: Shape & { readonly className?: string }) {
  const id = useId()
  const { width, height, vertical = false } = props
  return (
    <svg
      className={props.className}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      fill="none"
    >
      <defs>
        <linearGradient
          id={id}
          gradientUnits="userSpaceOnUse"
          x1="0"
          y1="0"
          x2={vertical ? 0 : width}
          y2={vertical ? height : 0}
        >
          <stop offset="0" stopColor="#c99a45" />
          <stop offset=".45" stopColor="#b99a62" />
          <stop offset=".75" stopColor="#4e8a9c" />
          <stop offset="1" stopColor="#1b6480" />
        </linearGradient>
      </defs>
      {strandPaths(props).map((path, i) => (
        <path
          key={path.slice(0, 24) + i.toString()}
          d={path}
          stroke={`url(#${id})`}
          strokeWidth={2.6 - Math.abs(i - 3) * 0.35}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

/** The small mark before the house's name. */
export function RibbonMark() {
  return <Ribbon className="ribbon-mark" width={44} height={28} amplitude={5} gap={2.6} />
}

/** The river across the foot of a short page. */
export function FootRiver() {
  return <Ribbon className="foot-river" width={1440} height={200} amplitude={34} gap={7} />
}
