// The pen draws into a part through a stack of matrices. It knows the three ways a surface comes to be: a vertex with its own
// light, a flat rectangle with a chart, and any three geometry. Shapes live in their own files.

import { type BufferGeometry, Euler, Matrix3, Matrix4, Quaternion, Vector3 } from 'three'
import type { Material, Vec3 } from './material.ts'
import { addTriangle, addVertex, at, type Chart, newPart, type Part, type Scene } from './part.ts'

export interface ChartStyle {
  /** Texels a metre. */
  readonly density?: number
  readonly page?: 'floor' | 'hall'
  readonly glow?: Vec3
}

export class Pen {
  readonly scene: Scene
  part: Part
  /** Takes what the second level shows; null where the second level is not wanted. */
  far: Part | null = null
  /** False: what is drawn now casts no shadow and is not seen by the bake (letters, thin trims). */
  occludes = true
  matrix = new Matrix4()

  constructor(scene: Scene, part: Part) {
    this.scene = scene
    this.part = part
  }

  /** Draws with the origin moved and turned about y (radians), scaled evenly. */
  place(x: number, y: number, z: number, yaw: number, draw: () => void, scale = 1): void {
    this.turn([x, y, z], [0, yaw, 0], draw, scale)
  }

  /** Draws with the origin moved and turned (Euler XYZ, radians), scaled evenly. */
  turn(spot: Vec3, euler: Vec3, draw: () => void, scale = 1): void {
    const step = new Matrix4().compose(
      new Vector3(...spot),
      new Quaternion().setFromEuler(new Euler(...euler)),
      new Vector3(scale, scale, scale),
    )
    this.within(step, draw)
  }

  /** Draws inside a further matrix (a mirror, for one). */
  within(step: Matrix4, draw: () => void): void {
    const before = this.matrix
    this.matrix = before.clone().multiply(step)
    draw()
    this.matrix = before
  }

  /** Draws what neither shadows nor sends light in the bake. */
  unseen(draw: () => void): void {
    const before = this.occludes
    this.occludes = false
    draw()
    this.occludes = before
  }

  /** Draws near only: the second level does not get it. */
  nearOnly(draw: () => void): void {
    const before = this.far
    this.far = null
    draw()
    this.far = before
  }

  point(x: number, y: number, z: number): Vec3 {
    const p = new Vector3(x, y, z).applyMatrix4(this.matrix)
    return [p.x, p.y, p.z]
  }

  direction(x: number, y: number, z: number): Vec3 {
    const n = new Vector3(x, y, z).applyMatrix3(new Matrix3().getNormalMatrix(this.matrix)).normalize()
    return [n.x, n.y, n.z]
  }

  get mirrored(): boolean {
    return this.matrix.determinant() < 0
  }

  triangle(a: number, b: number, c: number, part = this.part): void {
    if (this.mirrored) addTriangle(part, a, c, b, this.occludes)
    else addTriangle(part, a, b, c, this.occludes)
  }

  /** A chart of a rectangle given in the pen's frame: corner, two edges, outward normal. */
  chart(corner: Vec3, u: Vec3, v: Vec3, normal: Vec3, style: ChartStyle): Chart {
    const origin = this.point(...corner)
    const edge = (e: Vec3) => {
      const end = this.point(corner[0] + e[0], corner[1] + e[1], corner[2] + e[2])
      return [end[0] - origin[0], end[1] - origin[1], end[2] - origin[2]] as const
    }
    const [U, V] = [edge(u), edge(v)]
    const density = style.density ?? 5
    const texels = (e: Vec3) => Math.max(2, Math.min(1024, Math.ceil(Math.hypot(...e) * density - 1e-3) + 1))
    const chart: Chart = {
      id: this.scene.charts.length,
      page: style.page ?? 'hall',
      origin,
      u: U,
      v: V,
      normal: this.direction(...normal),
      columns: texels(U),
      rows: texels(V),
      glow: style.glow ?? null,
    }
    this.scene.charts.push(chart)
    return chart
  }

  /** Draws a three geometry; every vertex carries its own light. `scale` brings its uv into metres. */
  geometry(geometry: BufferGeometry, material: Material, scale = 1): void {
    if (!geometry.getAttribute('normal')) geometry.computeVertexNormals()
    const position = geometry.getAttribute('position')
    const normal = geometry.getAttribute('normal')
    const uv = geometry.getAttribute('uv')
    const first = this.part.material.length
    for (let i = 0; i < position.count; i++) {
      const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)]
      addVertex(this.part, {
        p: this.point(x, y, z),
        n: this.direction(normal.getX(i), normal.getY(i), normal.getZ(i)),
        material,
        uv: uv ? [uv.getX(i) * scale, uv.getY(i) * scale] : [x + z * 0.6, y + z * 0.4],
        chart: -1,
        st: [0, 0],
      })
    }
    const index = geometry.getIndex()
    const count = index ? index.count : position.count
    const corner = (i: number) => first + (index ? index.getX(i) : i)
    for (let i = 0; i + 2 < count; i += 3) this.triangle(corner(i), corner(i + 1), corner(i + 2))
  }
}

/** A pen over a fresh part of the scene. */
export function penFor(scene: Scene, name: string, offset?: Vec3, yaw?: number): Pen {
  const part = newPart(name, offset, yaw)
  scene.parts.push(part)
  return new Pen(scene, part)
}

/** Adds the vertex-lit triangles of a part to its second level; `keep` says which corner triples stay. */
export function copyTriangles(from: Part, to: Part, corners: ArrayLike<number>): void {
  const moved = new Map<number, number>()
  const take = (i: number) => {
    const known = moved.get(i)
    if (known !== undefined) return known
    const triple = (list: number[]): Vec3 => [at(list, 3 * i), at(list, 3 * i + 1), at(list, 3 * i + 2)]
    const added = addVertex(to, {
      p: triple(from.position),
      n: triple(from.normal),
      material: at(from.material, i),
      uv: [at(from.uv, 2 * i), at(from.uv, 2 * i + 1)],
      chart: at(from.chart, i),
      st: [at(from.st, 2 * i), at(from.st, 2 * i + 1)],
    })
    moved.set(i, added)
    return added
  }
  for (let t = 0; t + 2 < corners.length; t += 3)
    addTriangle(to, take(at(corners, t)), take(at(corners, t + 1)), take(at(corners, t + 2)), false)
}
