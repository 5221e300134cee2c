// The figure that stands for a person: coat with shoulders, sleeves and collar, head with hair, a badge on its lanyard.
// Its colour is a mask, not a colour: red takes the coat's, green the role's, blue the skin's; what is left is shirt.
// Feet on y 0, 1.7 m high, looking to −z as a pose of yaw 0 does.

import { Matrix4 } from 'three'
import { lathe, latheGeometry, type Profile } from '../kit/lathe.ts'
import { KIND, type Material, type Vec3 } from '../kit/material.ts'
import { newPart, type Part, type Scene } from '../kit/part.ts'
import { Pen } from '../kit/pen.ts'
import { ball, tube } from '../kit/shapes.ts'

const mask = (colour: Vec3, rough: number): Material => ({ colour, rough, metal: 0, kind: KIND.textile, emit: 0 })

const COAT = mask([1, 0, 0], 0.85)
const COAT_SHADE = mask([0.72, 0, 0], 0.85)
const ROLE = mask([0, 1, 0], 0.5)
const SKIN = mask([0, 0, 1], 0.6)
const HAIR = mask([0.16, 0, 0.05], 0.7)
const SHIRT = mask([0, 0, 0], 0.8)

const COAT_LINE: Profile = [
  [0.105, 0.02],
  [0.128, 0.05],
  [0.14, 0.42],
  [0.155, 0.82],
  [0.165, 1.06],
  [0.178, 1.24],
  [0.17, 1.335],
  [0.125, 1.4],
  [0.075, 1.435],
]

/** A cap of hair, tipped to the back of the head. */
const HAIR_LINE: Profile = [
  [0.094, -0.022],
  [0.1, 0.0],
  [0.092, 0.055],
  [0.055, 0.1],
  [0, 0.114],
]

/** Both levels: `figure` (at most 800 triangles) and `figure-far` (at most 200). */
export function drawFigures(scene: Scene): readonly [Part, Part] {
  const [near, far] = [newPart('figure'), newPart('figure-far')]
  drawFigure(new Pen(scene, near), 12)
  drawFigure(new Pen(scene, far), 5)
  return [near, far]
}

function drawFigure(pen: Pen, sides: number): void {
  const fine = sides > 8
  turned(pen, fine ? COAT_LINE : COAT_LINE.filter((_, i) => i !== 1 && i !== 2 && i !== 4), COAT, sides, 0.7)
  turned(
    pen,
    [
      [0.085, 1.415],
      [0.066, 1.455],
      [0.056, 1.462],
    ],
    SHIRT,
    sides,
    0.85,
  )
  turned(
    pen,
    [
      [0.05, 1.44],
      [0.046, 1.53],
    ],
    SKIN,
    Math.max(5, sides - 4),
    1,
    true,
  )
  ball(pen, [0, 1.6, -0.008], [0.085, 0.115, 0.097], SKIN, sides, fine ? 8 : 4)
  pen.turn([0, 1.612, 0.006], [0.5, 0, 0], () => lathe(pen, HAIR_LINE, HAIR, sides))
  for (const s of [-1, 1]) sleeve(pen, s, fine)
  if (fine) lanyard(pen)
}

/** A turned shape, flattened front to back; open ends stay open where another part covers them. */
function turned(pen: Pen, profile: Profile, material: Material, sides: number, flat: number, open = false): void {
  const geometry = latheGeometry(open ? profile : [...profile], sides)
  const squash = new Matrix4().makeScale(1, 1, flat)
  geometry.applyMatrix4(squash)
  pen.geometry(geometry, material)
}

/** An arm that hangs a little forward, with a hand. */
function sleeve(pen: Pen, side: number, fine: boolean): void {
  const line: Vec3[] = [
    [side * 0.09, 1.352, 0.004],
    [side * 0.166, 1.325, 0.006],
    [side * 0.204, 1.19, 0.014],
    [side * 0.214, 1.0, 0],
    [side * 0.198, 0.8, -0.045],
  ]
  tube(pen, line, 0.043, COAT_SHADE, fine ? 5 : 1, fine ? 6 : 3)
  if (fine) ball(pen, [side * 0.193, 0.765, -0.05], [0.03, 0.05, 0.034], SKIN, 6, 4)
}

/** Two ribbons from the collar to the badge on the chest. */
function lanyard(pen: Pen): void {
  for (const s of [-1, 1])
    tube(
      pen,
      [
        [s * 0.07, 1.43, -0.035],
        [s * 0.062, 1.33, -0.12],
        [s * 0.012, 1.16, -0.132],
      ],
      0.0075,
      ROLE,
      4,
      3,
    )
  const [w, h] = [0.035, 0.095]
  const corners: Vec3[] = [
    [-w, 0, 0],
    [w, 0, 0],
    [w, h, 0.008],
    [-w, h, 0.008],
  ]
  const [a, b, c, d] = corners as [Vec3, Vec3, Vec3, Vec3]
  pen.turn([0, 1.06, -0.137], [0, Math.PI, 0], () => badge(pen, [a, b, c, a, c, d]))
}

function badge(pen: Pen, corners: readonly Vec3[]): void {
  const first = pen.part.material.length
  for (const [x, y, z] of corners) {
    pen.part.position.push(...pen.point(x, y, z))
    pen.part.normal.push(...pen.direction(0, 0, 1))
    pen.part.material.push(ROLE)
    pen.part.uv.push(x, y)
    pen.part.chart.push(-1)
    pen.part.st.push(0, 0)
  }
  for (let i = 0; i < corners.length; i += 3) pen.triangle(first + i, first + i + 1, first + i + 2)
}
