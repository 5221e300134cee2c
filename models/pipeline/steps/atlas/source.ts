// The model before anything was taken away, as something to be asked: how does it look where a simpler surface runs? Answered from
// outside, as one sees it: what a look along the surface's normal meets first near it, else what lies nearest.
import type { Document } from '@gltf-transform/core'
import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { restShape } from '../rest.ts'
import { cornersOf, meshNodes } from '../scene.ts'
import { PartLook, Textures, type Triple } from './look.ts'

/** How far the simpler surface may lie from this one, at the least. Metres. */
const LEAST_REACH = 0.003
/** A surface that faces this far away (cosine) is another side of the thing. */
const SAME_SIDE = 0.1

interface Face {
  readonly look: PartLook
  readonly corners: Triple
}

export class Source {
  readonly #faces: Face[] = []
  /** Nine numbers a face, metres. */
  readonly #corners: Float32Array
  readonly #normals: Float32Array
  readonly #areas: Float32Array
  readonly #bvh: MeshBVH
  /** The face of each place in the tree. */
  readonly #order: Uint32Array
  readonly #point = new Vector3()
  readonly #normal = new Vector3()
  readonly #hit = new Vector3()
  readonly #found = new Vector3()
  #face = -1
  #least = Infinity
  #side = SAME_SIDE
  // Made once: it is asked some hundred thousand times.
  readonly #search: Parameters<MeshBVH['shapecast']>[0] = {
    boundsTraverseOrder: (box) => box.distanceToPoint(this.#point),
    intersectsBounds: (_box, _leaf, score) => (score ?? 0) < this.#least,
    intersectsTriangle: (triangle, index) => {
      const at = this.#faceAt(index)
      if (this.#facing(at) < this.#side) return false
      triangle.closestPointToPoint(this.#point, this.#found)
      const distance = this.#found.distanceTo(this.#point)
      if (distance < this.#least) {
        this.#least = distance
        this.#face = at
        this.#hit.copy(this.#found)
      }
      return false
    },
  }
  readonly #ray = new Ray()

  private constructor(faces: Face[], corners: Float32Array) {
    this.#faces = faces
    this.#corners = corners
    this.#normals = new Float32Array(faces.length * 3)
    this.#areas = new Float32Array(faces.length)
    for (let face = 0; face < faces.length; face++) this.#measure(face)
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(corners, 3))
    geometry.setIndex(
      new BufferAttribute(
        Uint32Array.from({ length: faces.length * 3 }, (_, at) => at),
        1,
      ),
    )
    this.#bvh = new MeshBVH(geometry)
    const index = geometry.getIndex()
    this.#order = Uint32Array.from(faces, (_, at) => Math.floor((index?.getX(at * 3) ?? 0) / 3))
  }

  /** Reads all of a frozen document that is shown. */
  static async of(document: Document): Promise<Source> {
    const textures = new Textures()
    const faces: Face[] = []
    const pieces: { shape: Float32Array; corners: Uint32Array }[] = []
    for (const node of meshNodes(document)) {
      for (const part of node.getMesh()?.listPrimitives() ?? []) {
        const look = await PartLook.of(part, textures)
        const corners = cornersOf(part)
        pieces.push({ shape: restShape(node, part).positions, corners })
        for (let at = 0; at + 2 < corners.length; at += 3) {
          faces.push({ look, corners: [corners[at] ?? 0, corners[at + 1] ?? 0, corners[at + 2] ?? 0] })
        }
      }
    }
    const all = new Float32Array(faces.length * 9)
    let to = 0
    for (const { shape, corners } of pieces) {
      for (let at = 0; at < corners.length - (corners.length % 3); at++) {
        for (let k = 0; k < 3; k++) all[to++] = shape[(corners[at] ?? 0) * 3 + k] ?? 0
      }
    }
    return new Source(faces, all)
  }

  /** How far places of a surface are from this one, so that all but a few are within. Metres; three numbers a place. */
  reachOf(places: Float32Array, normals: Float32Array): number {
    const distances = Array.from({ length: places.length / 3 }, (_, at) => {
      this.#point.fromArray(places, at * 3)
      this.#normal.fromArray(normals, at * 3)
      this.#nearest()
      return this.#least
    }).sort((a, b) => a - b)
    return Math.max(LEAST_REACH, 1.5 * (distances[Math.floor(distances.length * 0.95)] ?? 0))
  }

  /**
   * Adds to `out` from `to` on how the model looks at a place of a surface near it. Metres; the normal is a unit.
   * @param metres how wide it is read
   * @param reach how far outside the look starts, and how far inside it ends
   */
  look(out: Float32Array, to: number, place: Vector3, normal: Vector3, metres: number, reach: number): void {
    this.#point.copy(place)
    this.#normal.copy(normal)
    this.#ray.origin.copy(place).addScaledVector(normal, reach)
    this.#ray.direction.copy(normal).negate()
    const hit = this.#bvh.raycastFirst(this.#ray, DoubleSide, 0, reach * 2)
    const met = hit ? this.#faceAt(hit.faceIndex ?? 0) : -1
    if (hit && this.#facing(met) > SAME_SIDE) return this.#add(out, to, met, hit.point, metres)
    this.#nearest()
    this.#add(out, to, this.#face, this.#hit, metres)
  }

  /** Finds #face, #hit and #least: of the surfaces that face the same way, else of all. */
  #nearest(): void {
    this.#face = -1
    for (this.#side of [SAME_SIDE, -2]) {
      this.#least = Infinity
      this.#bvh.shapecast(this.#search)
      if (this.#face >= 0) return
    }
    this.#face = 0
  }

  #faceAt(index: number): number {
    return this.#order[index] ?? 0
  }

  #facing(face: number): number {
    const at = face * 3
    const { x, y, z } = this.#normal
    return (this.#normals[at] ?? 0) * x + (this.#normals[at + 1] ?? 0) * y + (this.#normals[at + 2] ?? 0) * z
  }

  #add(out: Float32Array, to: number, face: number, place: Vector3, metres: number): void {
    const known = this.#faces[face]
    if (!known) return
    known.look.add(out, to, known.corners, this.#shares(face, place), metres, this.#areas[face] ?? 0)
  }

  /** Barycentric. */
  #shares(face: number, place: Vector3): Triple {
    const [a, b, c] = this.#cornersOf(face)
    const whole = crossed(a, b, c)
    const square = dot(whole, whole)
    if (square === 0) return [1, 0, 0]
    const p = [place.x, place.y, place.z] as const
    const second = dot(crossed(a, p, c), whole) / square
    const third = dot(crossed(a, b, p), whole) / square
    return [1 - second - third, second, third]
  }

  #measure(face: number): void {
    const normal = crossed(...this.#cornersOf(face))
    const length = Math.hypot(...normal)
    this.#areas[face] = length / 2
    for (let k = 0; k < 3; k++) this.#normals[face * 3 + k] = length > 0 ? (normal[k] ?? 0) / length : 0
  }

  #cornersOf(face: number): readonly [Triple, Triple, Triple] {
    const at = (k: number): Triple => {
      const from = face * 9 + k * 3
      return [this.#corners[from] ?? 0, this.#corners[from + 1] ?? 0, this.#corners[from + 2] ?? 0]
    }
    return [at(0), at(1), at(2)]
  }
}

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** (b − a) × (c − a). */
export function crossed(a: Triple, b: Triple, c: Triple): Triple {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
}
