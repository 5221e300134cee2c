// One tiling noise texture for the grain of all surfaces: r broad clouds, g fine clouds, b white, a finest clouds.

import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping } from 'three'

const SIZE = 256

/** Made once; 256 KB, seeded, so that two visitors see the same grain. */
export function makeNoise(): DataTexture {
  const data = new Uint8Array(SIZE * SIZE * 4)
  const random = seeded(12345)
  const [n8, n16, n32, n64, n128] = [8, 16, 32, 64, 128].map((cells) => valueNoise(cells, random)) as Noises
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const u = x / SIZE
      const v = y / SIZE
      const fine = n128(u, v)
      const at = 4 * (y * SIZE + x)
      data[at] = 255 * (0.4 * n8(u, v) + 0.3 * n16(u, v) + 0.2 * n32(u, v) + 0.1 * n64(u, v))
      data[at + 1] = 255 * (0.4 * n32(u, v) + 0.35 * n64(u, v) + 0.25 * fine)
      data[at + 2] = 255 * random()
      data[at + 3] = 255 * fine
    }
  }
  const texture = new DataTexture(data, SIZE, SIZE)
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 8
  texture.needsUpdate = true
  return texture
}

type Noise = (u: number, v: number) => number
type Noises = [Noise, Noise, Noise, Noise, Noise]

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function valueNoise(cells: number, random: () => number): Noise {
  const grid = Float32Array.from({ length: cells * cells }, random)
  const at = (i: number, j: number) => grid[(j % cells) * cells + (i % cells)] as number
  return (u, v) => {
    const i = Math.floor(u * cells)
    const j = Math.floor(v * cells)
    const fx = smooth(u * cells - i)
    const fy = smooth(v * cells - j)
    const top = at(i, j) + (at(i + 1, j) - at(i, j)) * fx
    const low = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * fx
    return top + (low - top) * fy
  }
}

const smooth = (t: number) => t * t * (3 - 2 * t)
