// A city's own colour on what its plot's colour is painted on: the gate's inner faces and the coloured parts of the furnishing.
// They are vertices of the merged hall like any others, known by their colour; only their bytes are written anew.

import type { BufferAttribute } from 'three'

/** Bytes of an sRGB hex colour as the files keep it: linear, 0 to 255 (models/build/write/mesh-data.ts writes the same). */
export function paintBytes(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [byte(value >> 16), byte((value >> 8) & 255), byte(value & 255)]
}

function byte(srgb: number): number {
  const c = srgb / 255
  return Math.round((c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4) * 255)
}

/** Vertices of one part that carry one colour. */
export interface Painted {
  readonly colours: BufferAttribute
  readonly vertices: readonly number[]
}

/** Those between `from` and `from + count` that are painted in `hex`; null where there is none. */
export function paintedIn(colours: BufferAttribute, from: number, count: number, hex: string): Painted | null {
  const [r, g, b] = paintBytes(hex)
  const { array, itemSize } = colours
  const vertices: number[] = []
  for (let i = from; i < from + count; i++) {
    const at = i * itemSize
    if (array[at] === r && array[at + 1] === g && array[at + 2] === b) vertices.push(i)
  }
  return vertices.length > 0 ? { colours, vertices } : null
}

/** Writes another colour there; only the stretch between the first and the last of them goes to the GPU. */
export function repaint({ colours, vertices }: Painted, hex: string): void {
  const paint = paintBytes(hex)
  const { array, itemSize } = colours
  for (const vertex of vertices) for (let k = 0; k < 3; k++) array[vertex * itemSize + k] = paint[k] as number
  const [first = 0, last = 0] = [vertices[0], vertices.at(-1)]
  colours.addUpdateRange(first * itemSize, (last - first + 1) * itemSize)
  colours.needsUpdate = true
}
