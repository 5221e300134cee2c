// Letters as flat meshes from the outlines of Noto Sans SC (SIL Open Font License 1.1), crisp at any distance and without a texture.
// The font is cut to the names' characters while building; nothing of it but the triangles goes into the files.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Font, parse } from 'opentype.js'
import subsetFont from 'subset-font'
import { type Path, Shape, ShapeGeometry, ShapePath, ShapeUtils, type Vector2 } from 'three'
import type { Material } from './material.ts'
import { at } from './part.ts'
import type { Pen } from './pen.ts'

const require = createRequire(import.meta.url)

export interface Letters {
  readonly chinese: Font
  readonly latin: Font
}

async function load(file: string, text: string): Promise<Font> {
  const whole = await readFile(require.resolve(`@fontsource/noto-sans-sc/files/${file}`))
  const cut = await subsetFont(whole, text, { targetFormat: 'truetype' })
  return parse(cut.buffer.slice(cut.byteOffset, cut.byteOffset + cut.byteLength) as ArrayBuffer)
}

/** The outlines of the characters of `text`. */
export async function loadLetters(text: string): Promise<Letters> {
  return {
    chinese: await load('noto-sans-sc-chinese-simplified-500-normal.woff2', text),
    latin: await load('noto-sans-sc-latin-500-normal.woff2', text),
  }
}

export interface TextStyle {
  /** Height of the em square, metres. */
  readonly size: number
  /** Extra space after each letter, thousandths of the size. */
  readonly track: number
  readonly align?: 'left' | 'middle'
  /** Straight pieces a curve is cut into. */
  readonly smooth?: number
}

const fontOf = (letters: Letters, letter: string): Font =>
  letter.charCodeAt(0) > 0x2e7f ? letters.chinese : letters.latin

/** Width of a line of text, metres. */
export function textWidth(letters: Letters, text: string, style: TextStyle): number {
  return [...text].reduce((sum, letter) => {
    const font = fontOf(letters, letter)
    return sum + ((font.charToGlyph(letter).advanceWidth ?? 0) / font.unitsPerEm + style.track / 1000) * style.size
  }, 0)
}

/** Draws one line of text in the xy plane, baseline at y 0, read from +z. Casts no shadow. Answers its width in metres. */
export function text(pen: Pen, letters: Letters, line: string, style: TextStyle, material: Material): number {
  const width = textWidth(letters, line, style)
  let x = style.align === 'middle' ? -width / 2 : 0
  pen.unseen(() => {
    for (const letter of line) {
      const shapes = glyphShapes(fontOf(letters, letter), letter, style)
      if (shapes.length) {
        const geometry = new ShapeGeometry(shapes, style.smooth ?? 3)
        geometry.translate(x, 0, 0)
        pen.geometry(geometry, material)
      }
      x += textWidth(letters, letter, style)
    }
  })
  return width
}

function glyphShapes(font: Font, letter: string, style: TextStyle): Shape[] {
  const path = new ShapePath()
  for (const c of font.charToGlyph(letter).getPath(0, 0, style.size).commands) {
    if (c.type === 'M') path.moveTo(c.x, -c.y)
    else if (c.type === 'L') path.lineTo(c.x, -c.y)
    else if (c.type === 'Q') path.quadraticCurveTo(c.x1, -c.y1, c.x, -c.y)
    else if (c.type === 'C') path.bezierCurveTo(c.x1, -c.y1, c.x2, -c.y2, c.x, -c.y)
  }
  return nest(path.subPaths.filter((p) => p.curves.length > 0))
}

/**
 * Sorts outlines into shapes and their holes by the way they turn: strokes of this face overlap, so how deep an outline lies
 * inside others says nothing. The largest outline of a glyph is never a hole.
 */
function nest(paths: Path[]): Shape[] {
  const points = paths.map((p) => p.getPoints(3))
  const areas = points.map((p) => ShapeUtils.area(p))
  const largest = areas.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0)
  const solid = areas.map((a) => a * largest > 0)
  const shapes = paths.map((p) => {
    const shape = new Shape()
    shape.curves = p.curves
    return shape
  })
  paths.forEach((p, i) => {
    if (at(solid, i)) return
    const owners = shapes.flatMap((_, j) => (at(solid, j) && covers(at(points, j), at(points, i)) ? [j] : []))
    const owner = owners.sort((a, b) => Math.abs(at(areas, a)) - Math.abs(at(areas, b)))[0]
    if (owner !== undefined) at(shapes, owner).holes.push(p)
  })
  return shapes.filter((_, i) => at(solid, i))
}

/** Most corners of the second outline lie inside the first. */
const covers = (outer: readonly Vector2[], inner: readonly Vector2[]): boolean =>
  inner.filter((p) => contains(outer, p)).length * 2 > inner.length

function contains(polygon: readonly Vector2[], p: Vector2): boolean {
  let inside = false
  polygon.forEach((a, i) => {
    const b = at(polygon, (i + polygon.length - 1) % polygon.length)
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}
