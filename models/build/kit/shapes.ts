// The sculptor's other shapes: rods, tubes, balls, rings, cut-out plates and curved sheets with a thickness.

import {
  BufferGeometry,
  CatmullRomCurve3,
  CylinderGeometry,
  ExtrudeGeometry,
  Float32BufferAttribute,
  Quaternion,
  Shape,
  SphereGeometry,
  TorusGeometry,
  TubeGeometry,
  Vector3,
} from 'three'
import type { Material, Vec3 } from './material.ts'
import type { Pen } from './pen.ts'

const UP = new Vector3(0, 1, 0)

/** A straight rod between two spots; `r1` is the radius at its end. */
export function rod(pen: Pen, from: Vec3, to: Vec3, radius: number, material: Material, sides = 8, r1 = radius): void {
  const way = new Vector3(...to).sub(new Vector3(...from))
  const geometry = new CylinderGeometry(r1, radius, way.length(), sides, 1, radius < 0.03)
  geometry.applyQuaternion(new Quaternion().setFromUnitVectors(UP, way.clone().normalize()))
  geometry.translate((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2)
  pen.geometry(geometry, material)
}

/** A round tube along a smooth line through the spots. */
export function tube(pen: Pen, line: readonly Vec3[], radius: number, material: Material, steps = 20, sides = 7): void {
  const curve = new CatmullRomCurve3(line.map((p) => new Vector3(...p)))
  pen.geometry(new TubeGeometry(curve, steps, radius, sides), material)
}

/** An egg: a sphere with three radii. */
export function ball(pen: Pen, spot: Vec3, radii: Vec3, material: Material, columns = 16, rows = 10): void {
  const geometry = new SphereGeometry(1, columns, rows)
  geometry.scale(...radii)
  geometry.translate(...spot)
  pen.geometry(geometry, material)
}

/** A ring that stands in the xy plane. */
export function ring(pen: Pen, radius: number, thick: number, material: Material, segments = 40, sides = 8): void {
  pen.geometry(new TorusGeometry(radius, thick, sides, segments), material)
}

/** One step of an outline: a line to (x, y), a curve by one control point, or by two. */
export type Step =
  | readonly [number, number]
  | readonly [number, number, number, number]
  | readonly [number, number, number, number, number, number]

export function outline(steps: readonly Step[]): Shape {
  const shape = new Shape()
  steps.forEach((step, i) => {
    if (i === 0) shape.moveTo(step[0], step[1])
    else if (step.length === 2) shape.lineTo(step[0], step[1])
    else if (step.length === 4) shape.quadraticCurveTo(...step)
    else shape.bezierCurveTo(...step)
  })
  return shape
}

/** A plate cut along an outline in the xy plane, its middle at z 0. */
export function plate(pen: Pen, shape: Shape, thick: number, material: Material, bevel = 0.012, curve = 8): void {
  const geometry = new ExtrudeGeometry(shape, {
    depth: thick,
    bevelEnabled: bevel > 0,
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelSegments: 1,
    curveSegments: curve,
  })
  geometry.translate(0, 0, -thick / 2)
  pen.geometry(geometry, material)
}

/** A curved sheet: `surface(u, v)` gives its middle for u, v in 0 … 1; it thins out to nothing at its four edges. */
export function sheet(
  pen: Pen,
  surface: (u: number, v: number) => Vec3,
  columns: number,
  rows: number,
  thick: number,
  material: Material,
): void {
  const spot = (u: number, v: number) => new Vector3(...surface(u, v))
  const normal = (u: number, v: number) => {
    const e = 0.004
    const a = spot(Math.min(1, u + e), v).sub(spot(Math.max(0, u - e), v))
    const b = spot(u, Math.min(1, v + e)).sub(spot(u, Math.max(0, v - e)))
    const n = a.cross(b)
    return n.lengthSq() < 1e-16 ? new Vector3(0, 0, 1) : n.normalize()
  }
  const index: number[] = []
  const position: number[] = []
  const uv: number[] = []
  for (const side of [1, -1])
    for (let j = 0; j <= rows; j++)
      for (let i = 0; i <= columns; i++) {
        const [u, v] = [i / columns, j / rows]
        const inset = Math.min(1, Math.min(u, 1 - u) * columns * 0.9, Math.min(v, 1 - v) * rows * 0.9)
        const n = normal(Math.min(0.99, Math.max(0.01, u)), Math.min(0.99, Math.max(0.01, v)))
        const p = spot(u, v).addScaledVector(n, ((side * thick) / 2) * inset)
        position.push(p.x, p.y, p.z)
        uv.push(u, v)
      }
  const half = (columns + 1) * (rows + 1)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a = j * (columns + 1) + i
      const [b, c, d] = [a + 1, a + columns + 2, a + columns + 1]
      index.push(a, b, c, a, c, d, half + a, half + c, half + b, half + a, half + d, half + c)
    }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3))
  geometry.setAttribute('uv', new Float32BufferAttribute(uv, 2))
  geometry.setIndex(index)
  pen.geometry(geometry, material)
}

/** Loose triangles, each with its own flat normal. */
export function facets(pen: Pen, corners: readonly Vec3[], material: Material): void {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(corners.flat(), 3))
  geometry.computeVertexNormals()
  pen.geometry(geometry, material)
}
