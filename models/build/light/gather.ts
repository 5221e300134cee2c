// Gathers the light at one sample: a cosine-weighted hemisphere of rays against the scene, the ceiling as a formula, and jittered
// shadow rays to the spots near by. Its random numbers come from the sample's number alone, so threads do not matter.

import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { at } from '../kit/part.ts'
import { type BakeInput, CHART_STRIDE } from './bake-input.ts'
import { CEILING_COLOUR, CEILING_HEIGHT, ceilingLight, type Spot } from './lamps.ts'

export interface Point {
  readonly p: readonly [number, number, number]
  readonly n: readonly [number, number, number]
}

const CELL = 5
const SHADOW_RAYS = 4
/** Closer than this, metres, what a ray meets stands in front of a texel nobody sees. */
const TIGHT = 0.045
const GOLDEN = 0.618033988749895

interface Lamp extends Spot {
  readonly distance: number
  readonly dir: readonly [number, number, number]
}

/** A small fast generator, seeded per sample. */
function generator(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
  for (let i = 0; i < 4; i++) next()
  return next
}

export class Gatherer {
  readonly #input: BakeInput
  readonly #light: Float32Array
  readonly #bvh: MeshBVH
  readonly #near = new Map<string, Lamp[]>()
  readonly #ray = new Ray()
  readonly #out = new Float64Array(3)
  /** How far the last ray went. */
  #distance = 0
  /** Rays traced so far. */
  rays = 0

  /** `light` holds the last pass, three numbers a sample. */
  constructor(input: BakeInput, light: Float32Array) {
    this.#input = input
    this.#light = light
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(input.corners, 3))
    const index = new Uint32Array(input.corners.length / 3)
    geometry.setIndex(
      new BufferAttribute(
        index.map((_, i) => i),
        1,
      ),
    )
    this.#bvh = new MeshBVH(geometry, { indirect: true, targetLeafSize: 6 })
    for (const spot of input.lamps) this.#place(spot)
  }

  #place(spot: Spot): void {
    const way = new Vector3(...spot.to).sub(new Vector3(...spot.from))
    const distance = way.length()
    way.normalize()
    const lamp: Lamp = { ...spot, distance, dir: [way.x, way.y, way.z] }
    const reach = Math.tan(spot.outer) * distance * 1.6 + 1.5
    const cell = (v: number) => Math.floor(v / CELL)
    for (let x = cell(spot.to[0] - reach); x <= cell(spot.to[0] + reach); x++)
      for (let z = cell(spot.to[2] - reach); z <= cell(spot.to[2] + reach); z++) {
        const key = `${x},${z}`
        this.#near.set(key, [...(this.#near.get(key) ?? []), lamp])
      }
  }

  /**
   * Irradiance/π at a point into `out` (3 numbers); answers the share of rays that say nobody can see it: they met the back of
   * a flat face, or something within a few centimetres.
   */
  sample(point: Point, seed: number, rays: number, out: Float32Array | Float64Array, offset: number): number {
    const random = generator(seed)
    const sum = this.#out.fill(0)
    const hidden = this.#hemisphere(point, random, rays, sum)
    this.#spots(point, random, sum)
    out[offset] = at(sum, 0)
    out[offset + 1] = at(sum, 1)
    out[offset + 2] = at(sum, 2)
    return hidden
  }

  #hemisphere({ p, n }: Point, random: () => number, rays: number, sum: Float64Array): number {
    const normal = new Vector3(...n)
    const tangent = new Vector3(...(Math.abs(n[0]) < 0.9 ? ([1, 0, 0] as const) : ([0, 1, 0] as const)))
      .cross(normal)
      .normalize()
    const other = normal.clone().cross(tangent)
    const [j1, j2] = [random(), random()]
    const direction = this.#ray.direction
    const radiance = new Float64Array(3)
    let hidden = 0
    for (let i = 0; i < rays; i++) {
      const u = (i + j1) / rays
      const phi = 2 * Math.PI * ((i * GOLDEN + j2) % 1)
      const r = Math.sqrt(u)
      direction
        .set(0, 0, 0)
        .addScaledVector(tangent, r * Math.cos(phi))
        .addScaledVector(other, r * Math.sin(phi))
      direction.addScaledVector(normal, Math.sqrt(Math.max(0, 1 - u)))
      this.#ray.origin.set(p[0] + n[0] * 0.012, p[1] + n[1] * 0.012, p[2] + n[2] * 0.012)
      if (this.trace(radiance) || this.#distance < TIGHT) hidden++
      for (let k = 0; k < 3; k++) sum[k] = at(sum, k) + at(radiance, k) / rays
    }
    return hidden / rays
  }

  /** Sends a ray from outside the bake (the environment picture). */
  look(p: readonly [number, number, number], d: readonly [number, number, number], radiance: Float64Array): void {
    this.#ray.origin.set(...p)
    this.#ray.direction.set(...d)
    this.trace(radiance)
  }

  /** Radiance along the current ray; true where it met the back of a flat face (nothing is added then). */
  trace(radiance: Float64Array): boolean {
    this.rays++
    const { origin, direction } = this.#ray
    const hit = this.#bvh.raycastFirst(this.#ray, DoubleSide)
    const toCeiling =
      direction.y > 0 ? Math.max(0.01, (CEILING_HEIGHT - origin.y) / direction.y) : Number.POSITIVE_INFINITY
    this.#distance = Math.min(hit?.distance ?? toCeiling, toCeiling)
    if (!hit || hit.distance > toCeiling) {
      if (direction.y <= 0) radiance.set([0.3, 0.28, 0.25])
      else {
        const light = ceilingLight(origin.x + direction.x * toCeiling, origin.z + direction.z * toCeiling, direction.y)
        radiance.set(CEILING_COLOUR)
        for (let k = 0; k < 3; k++) radiance[k] = at(radiance, k) * light
      }
      return false
    }
    const face = hit.faceIndex ?? 0
    const flat = at(this.#input.chartOf, face)
    if (flat >= 0 && (hit.face?.normal.dot(direction) ?? 0) > 0) {
      radiance.fill(0)
      return true
    }
    this.#leaving(face, flat, hit.point, radiance)
    return false
  }

  /** Light that leaves a surface: what fell on it in the last pass times its colour, or its own glow. */
  #leaving(face: number, flat: number, p: Vector3, radiance: Float64Array): void {
    const { charts, albedo, texels, sampleOf } = this.#input
    let sample = texels + at(sampleOf, face)
    if (flat >= 0) {
      const c = flat * CHART_STRIDE
      if (at(charts, c + 15)) {
        for (let k = 0; k < 3; k++) radiance[k] = at(charts, c + 16 + k)
        return
      }
      const along = (axis: number) => {
        let [dot, square] = [0, 0]
        for (let k = 0; k < 3; k++) {
          const e = at(charts, c + axis + k)
          dot += (p.getComponent(k) - at(charts, c + k)) * e
          square += e * e
        }
        return Math.min(1, Math.max(0, dot / square))
      }
      const [columns, rows] = [at(charts, c + 12), at(charts, c + 13)]
      sample = at(charts, c + 14) + Math.round(along(6) * (rows - 1)) * columns + Math.round(along(3) * (columns - 1))
    }
    for (let k = 0; k < 3; k++) radiance[k] = at(this.#light, 3 * sample + k) * at(albedo, 3 * face + k)
  }

  #spots({ p, n }: Point, random: () => number, sum: Float64Array): void {
    const list = this.#near.get(`${Math.floor(p[0] / CELL)},${Math.floor(p[2] / CELL)}`)
    for (const lamp of list ?? []) {
      let light = 0
      for (let q = 0; q < SHADOW_RAYS; q++) light += this.#shadowRay(lamp, p, n, random)
      light *= lamp.strength / SHADOW_RAYS
      for (let k = 0; k < 3; k++) sum[k] = at(sum, k) + light * at(lamp.colour, k)
    }
  }

  #shadowRay(lamp: Lamp, p: Point['p'], n: Point['n'], random: () => number): number {
    const { origin, direction } = this.#ray
    origin.set(p[0] + n[0] * 0.012, p[1] + n[1] * 0.012, p[2] + n[2] * 0.012)
    const jitter = () => (random() - 0.5) * 2 * lamp.radius
    direction.set(lamp.from[0] + jitter(), lamp.from[1] + jitter(), lamp.from[2] + jitter()).sub(origin)
    const distance = direction.length()
    direction.multiplyScalar(1 / distance)
    const facing = direction.x * n[0] + direction.y * n[1] + direction.z * n[2]
    if (facing <= 0) return 0
    const away = -(direction.x * lamp.dir[0] + direction.y * lamp.dir[1] + direction.z * lamp.dir[2])
    const angle = Math.acos(Math.min(1, away))
    if (angle > lamp.outer) return 0
    const t = 1 - Math.min(1, Math.max(0, (angle - lamp.inner) / (lamp.outer - lamp.inner)))
    this.rays++
    const hit = this.#bvh.raycastFirst(this.#ray, DoubleSide)
    if (hit && hit.distance < distance - 0.05) return 0
    return (facing * t * t * (3 - 2 * t) * lamp.distance * lamp.distance) / (distance * distance)
  }
}
