// The build's drawing kit: surfaces look outwards, boxes are closed, charts fit their faces, letters have their holes.

import { Matrix4 } from 'three'
import { describe, expect, it } from 'vitest'
import { box } from '../../../models/build/kit/box.ts'
import { drum, lathe } from '../../../models/build/kit/lathe.ts'
import { loadLetters, text } from '../../../models/build/kit/letters.ts'
import { linear, OAK, paint } from '../../../models/build/kit/material.ts'
import { at, newPart, type Part, type Scene } from '../../../models/build/kit/part.ts'
import { Pen } from '../../../models/build/kit/pen.ts'
import { roof } from '../../../models/build/kit/roof.ts'
import { ball, sheet } from '../../../models/build/kit/shapes.ts'

const freshPen = (): Pen => {
  const scene: Scene = { parts: [], charts: [], blocks: [] }
  const pen = new Pen(scene, newPart('test'))
  scene.parts.push(pen.part)
  return pen
}

const point = (part: Part, i: number) => [0, 1, 2].map((k) => at(part.position, 3 * i + k)) as [number, number, number]

type Triple = [number[], number[], number[]]

/** The three corners of a triangle. */
const corners = (part: Part, t: number): Triple => [
  point(part, at(part.index, t)),
  point(part, at(part.index, t + 1)),
  point(part, at(part.index, t + 2)),
]

/** Volume that a part's triangles enclose: positive only where they look outwards. */
function volume(part: Part): number {
  let sum = 0
  for (let t = 0; t < part.index.length; t += 3) {
    const [a, b, c] = corners(part, t)
    const [x0 = 0, y0 = 0, z0 = 0] = a
    const [x1 = 0, y1 = 0, z1 = 0] = b
    const [x2 = 0, y2 = 0, z2 = 0] = c
    sum += (x0 * (y1 * z2 - z1 * y2) - y0 * (x1 * z2 - z1 * x2) + z0 * (x1 * y2 - y1 * x2)) / 6
  }
  return sum
}

/** Edges that do not meet exactly one triangle running the other way, by place. */
function openEdges(part: Part): number {
  const seen = new Map<string, number>()
  const key = (i: number) =>
    point(part, i)
      .map((v) => Math.round(v * 1e5))
      .join()
  for (let t = 0; t < part.index.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const [a, b] = [key(at(part.index, t + k)), key(at(part.index, t + ((k + 1) % 3)))]
      if (a === b) continue
      seen.set(`${a}>${b}`, (seen.get(`${a}>${b}`) ?? 0) + 1)
    }
  return [...seen].filter(([edge, count]) => {
    const [a, b] = edge.split('>')
    return (seen.get(`${b}>${a}`) ?? 0) !== count
  }).length
}

const BLOCK = { x: 1, y: 0.5, z: -2, width: 2, height: 1, depth: 0.5 }

describe('the box', () => {
  it('[MODEL-60] is closed with its bevels and corners and looks outwards', () => {
    const pen = freshPen()
    box(pen, BLOCK, OAK, { bevel: 0.02 })
    expect(openEdges(pen.part)).toBe(0)
    expect(volume(pen.part)).toBeGreaterThan(0.97)
    expect(volume(pen.part)).toBeLessThan(1)
  })

  it('[MODEL-60] still looks outwards in a mirrored plot', () => {
    const pen = freshPen()
    pen.matrix = new Matrix4().makeScale(-1, 1, 1)
    box(pen, BLOCK, OAK, { bevel: 0.02 })
    expect(openEdges(pen.part)).toBe(0)
    expect(volume(pen.part)).toBeGreaterThan(0.97)
  })

  it('[MODEL-60] gives each face a chart whose corners are the face and whose normal looks out', () => {
    const pen = freshPen()
    box(pen, BLOCK, OAK, { bevel: 0, density: 4 })
    expect(pen.scene.charts).toHaveLength(6)
    for (const { origin, u, v, normal, columns, rows } of pen.scene.charts) {
      const middle = origin.map((o, k) => o + at(u, k) / 2 + at(v, k) / 2)
      const out = middle.reduce((sum, m, k) => sum + (m - at([1, 1, -2], k)) * at(normal, k), 0)
      expect(out).toBeGreaterThan(0.2)
      expect(columns).toBe(Math.ceil(Math.hypot(...u) * 4) + 1)
      expect(rows).toBe(Math.ceil(Math.hypot(...v) * 4) + 1)
    }
  })

  it('[MODEL-60] shows the second level as plain faces out to the full edge', () => {
    const pen = freshPen()
    pen.far = newPart('far')
    box(pen, BLOCK, OAK, { bevel: 0.02 })
    expect(pen.far.index.length / 3).toBe(12)
    expect(volume(pen.far)).toBeCloseTo(1, 6)
  })
})

describe('turned and sculpted shapes', () => {
  it('[MODEL-60] look outwards', () => {
    const shapes: ((pen: Pen) => void)[] = [
      (pen) => ball(pen, [0, 1, 0], [0.4, 0.5, 0.6], OAK),
      (pen) =>
        lathe(
          pen,
          [
            [0, 0],
            [0.5, 0],
            [0.5, 1],
            [0, 1],
          ],
          OAK,
        ),
      (pen) => drum(pen, 0.5, 0.4, 1, OAK),
      (pen) => sheet(pen, (u, v) => [u, v, 0.2 * Math.sin(u * 3)], 6, 6, 0.1, OAK),
      (pen) => roof(pen, { width: 2, depth: 1.5, height: 0.6, lift: 0.2, ridge: 0.4 }, OAK),
    ]
    for (const draw of shapes) {
      const pen = freshPen()
      draw(pen)
      expect(volume(pen.part)).toBeGreaterThan(0.005)
    }
  })

  it('[MODEL-60] have normals on the side their triangles look to', () => {
    const pen = freshPen()
    lathe(
      pen,
      [
        [0.2, 0],
        [0.5, 0.3],
        [0.4, 1],
        [0, 1],
      ],
      OAK,
    )
    for (let t = 0; t < pen.part.index.length; t += 3) {
      const ids = [0, 1, 2].map((k) => at(pen.part.index, t + k))
      const [a, b, c] = corners(pen.part, t)
      const e = [0, 1, 2].map((k) => at(b, k) - at(a, k))
      const f = [0, 1, 2].map((k) => at(c, k) - at(a, k))
      const face = [0, 1, 2].map(
        (k) => at(e, (k + 1) % 3) * at(f, (k + 2) % 3) - at(e, (k + 2) % 3) * at(f, (k + 1) % 3),
      )
      for (const i of ids) {
        const dot = face.reduce((sum, v, k) => sum + v * at(pen.part.normal, 3 * i + k), 0)
        expect(dot).toBeGreaterThan(0)
      }
    }
  })
})

describe('letters', () => {
  const area = (part: Part) => {
    let sum = 0
    for (let t = 0; t < part.index.length; t += 3) {
      const [a, b, c] = corners(part, t)
      sum += ((at(b, 0) - at(a, 0)) * (at(c, 1) - at(a, 1)) - (at(c, 0) - at(a, 0)) * (at(b, 1) - at(a, 1))) / 2
    }
    return sum
  }

  it('[MODEL-61] keep the holes inside their strokes and cast no shadow', async () => {
    const letters = await loadLetters('口海O')
    for (const letter of '口海O') {
      const pen = freshPen()
      text(pen, letters, letter, { size: 1, track: 0 }, paint('#000000'))
      expect(area(pen.part)).toBeGreaterThan(0.1)
      expect(area(pen.part)).toBeLessThan(0.45)
      expect(pen.part.occludes.every((o) => !o)).toBe(true)
    }
  })
})

it('[MODEL-60] takes colours as linear light', () => {
  expect(linear('#ffffff')).toEqual([1, 1, 1])
  expect(linear('#808080')[0]).toBeCloseTo(0.2159, 3)
})
