// Flat pictures on walls: quads of one mesh, the texture of a canvas, and where a quad stands.

import { BufferAttribute, BufferGeometry, CanvasTexture, SRGBColorSpace } from 'three'

/** Quads of no size yet. */
export function quads(count: number): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(count * 12), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(count * 8), 2))
  geometry.setIndex(Array.from({ length: count }, (_, i) => [0, 1, 2, 0, 2, 3].map((k) => k + 4 * i)).flat())
  return geometry
}

export function makeCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

/** Its first row at the top. */
export function canvasTexture(canvas: HTMLCanvasElement): CanvasTexture {
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 8
  texture.flipY = false
  return texture
}

/** Upright, facing z or against it; metres. */
export interface QuadPlace {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly width: number
  readonly height: number
  /** 1 or −1: which way along x its right is. */
  readonly side: number
}

export type QuadUv = readonly [left: number, top: number, right: number, bottom: number]

export const NO_QUAD: QuadPlace = { x: 0, y: 0, z: 0, width: 0, height: 0, side: 1 }

/** Writes one quad around its middle. */
export function placeQuad(
  geometry: BufferGeometry,
  index: number,
  { x, y, z, width, height, side }: QuadPlace,
  [left, top, right, bottom]: QuadUv,
): void {
  const place = geometry.getAttribute('position')
  const at = geometry.getAttribute('uv')
  const corners = [
    [-1, -1, left, bottom],
    [1, -1, right, bottom],
    [1, 1, right, top],
    [-1, 1, left, top],
  ] as const
  corners.forEach(([h, v, s, t], k) => {
    place.setXYZ(index * 4 + k, x + (side * h * width) / 2, y + (v * height) / 2, z)
    at.setXY(index * 4 + k, s, t)
  })
  place.needsUpdate = true
  at.needsUpdate = true
}
