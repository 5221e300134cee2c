// Puts a model on its platform: which unit it was drawn in, which way is up, where most of it is, then metres, y up,
// centred, standing on 0, inside MODEL_BOX. What was assumed is said as a finding.
import type { Document, Node } from '@gltf-transform/core'
import { MODEL_BOX, SMALL_MODEL, UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { UNITS, type UnitName } from '../../../shared/model/units.ts'
import { type Findings, must } from '../fault.ts'
import { type Box, boxOf, coreBox, growBox, inside, joinBoxes, type Surface, sizeOf, surfaceOf } from './mass.ts'
import { meshNodes, shownScene } from './scene.ts'

/**
 * Fits the shown scene. Answers with width, height, depth in metres. Refuses what has no size.
 * @param told the unit, where the file or a person said it; else it is guessed by the size, and a doubt is said
 */
export function fit(document: Document, findings: Findings, told?: UnitName): [number, number, number] {
  const surfaces = meshNodes(document).map((node) => ({ node, surface: surfaceOf(node) }))
  const box = dropStray(surfaces, findings)
  const [width, height, depth] = sizeOf(box)
  const side = Math.max(width, height, depth)
  must(Number.isFinite(side) && side >= UPLOAD_LIMITS.sideMin && side <= UPLOAD_LIMITS.sideMax, 'model.extent')

  const unit = unitOf(side, findings, told)
  const turned = liesOnItsBack(
    [width * unit.metres, height * unit.metres, depth * unit.metres],
    surfaces.map(({ surface }) => surface),
  )
  if (turned) findings.add('model.found-turned-up')
  const upright = turned ? [width, depth, height] : [width, height, depth]
  const inMetres = upright.map((value) => value * unit.metres) as [number, number, number]
  const factor = roomFactor(inMetres, findings)
  sayMoved(box, side, unit.metres, turned, findings)
  place(document, box, unit.metres * factor, turned)
  return inMetres.map((value) => Math.round(value * factor * 1000) / 1000) as [number, number, number]
}

interface Unit {
  readonly name: UnitName
  readonly metres: number
}

const unit = (name: UnitName): Unit => ({ name, metres: UNITS[name] })

// Booths are 1 to 15 m. 50 units of metres would be a house, 50 cm is a thing on a table; from 1,000 on it is mm.
function unitOf(side: number, findings: Findings, told: UnitName | undefined): Unit {
  const likely = side < 50 ? unit('m') : side < 1000 ? unit('cm') : unit('mm')
  const taken = told ? unit(told) : likely
  if (taken.name !== 'm') findings.add('model.found-unit', { unit: taken.name })
  const other = told ? undefined : otherUnit(side)
  const round = (value: number) => Math.round(value * 100) / 100
  if (other) {
    const detail = { unit: taken.name, size: round(side * taken.metres), other, otherSize: round(side * UNITS[other]) }
    findings.add('model.found-unit-unsure', detail)
  }
  return taken
}

// Where a second unit gives a size that a booth may have as well: 30 m or 76 cm, 6 m or 60 cm, 15 m or 1.5 m; and what is
// three to seven metres in inches is one to three in centimetres.
function otherUnit(side: number): UnitName | undefined {
  if (side >= 25 && side < 50) return 'inch'
  if (side >= 110 && side < 280) return 'inch'
  if (side >= 600 && side < 1000) return 'mm'
  return side >= 1000 && side < 1500 ? 'cm' : undefined
}

// The middle of the floor is where a booth is held and turned: said where it was elsewhere by a twentieth of the size.
function sayMoved(box: Box, side: number, metres: number, turned: boolean, findings: Findings): void {
  const middle = boxOf(box, 0.5)
  const [across, floor] = turned ? [middle[1], box.min[2]] : [middle[2], box.min[1]]
  const off = Math.hypot(middle[0], floor, across)
  if (off > 0.05 * side) findings.add('model.found-pivot-moved', { metres: Math.round(off * metres * 100) / 100 })
}

// A room drawn with z up lies on its back: taller than any booth, as deep as a room is high, and more of it faces z (its
// floors and tables) than y. Things that are flat along z (a sign, a sword) are no rooms: they are under 1.5 m there.
function liesOnItsBack([width, height, depth]: readonly number[], surfaces: readonly Surface[]): boolean {
  if (width === undefined || height === undefined || depth === undefined) return false
  if (height < 5 || depth < 1.5 || depth > 5 || width < 1.5 * depth || height < 1.5 * depth) return false
  const facingY = surfaces.reduce((sum, { facing }) => sum + facing[1], 0)
  const facingZ = surfaces.reduce((sum, { facing }) => sum + facing[2], 0)
  return facingZ > facingY
}

function roomFactor([width, height, depth]: readonly [number, number, number], findings: Findings): number {
  const shrink = Math.min(1, MODEL_BOX.width / width, MODEL_BOX.height / height, MODEL_BOX.depth / depth)
  if (shrink < 1) {
    findings.add('model.found-made-smaller', { percent: Math.max(1, Math.round(shrink * 100)) })
    return shrink
  }
  const side = Math.max(width, height, depth)
  if (side >= SMALL_MODEL.under) return 1
  const grow = SMALL_MODEL.shownAs / side
  findings.add('model.found-made-larger', { times: Math.round(grow * 10) / 10 })
  return grow
}

// Parts far outside of where the surface is, and next to nothing of it, are left out: they would make the rest tiny.
function dropStray(parts: readonly { node: Node; surface: Surface }[], findings: Findings): Box {
  const whole = joinBoxes(parts.map(({ surface }) => surface.box))
  const core = coreBox(parts.map(({ surface }) => surface))
  if (!core) return whole
  const allowed = growBox(core, 1)
  const stray = parts.filter(({ surface }) => !inside(surface.box, allowed))
  const area = (list: typeof parts) => list.reduce((sum, { surface }) => sum + surface.area, 0)
  if (stray.length === 0 || stray.length === parts.length || area(stray) > 0.01 * area(parts)) return whole
  for (const { node } of stray) node.setMesh(null)
  findings.add('model.found-stray-removed', { count: stray.length })
  return joinBoxes(parts.filter((part) => !stray.includes(part)).map(({ surface }) => surface.box))
}

function place(document: Document, box: Box, scale: number, turned: boolean): void {
  const scene = shownScene(document)
  const [centre, low] = [boxOf(box, 0.5), box.min]
  const root = document.createNode()
  for (const child of scene.listChildren()) root.addChild(child)
  // Turned: z becomes y, y becomes −z (a quarter turn about x, backwards).
  if (turned) {
    root.setRotation([-Math.SQRT1_2, 0, 0, Math.SQRT1_2])
    root.setTranslation([-centre[0] * scale, -low[2] * scale, centre[1] * scale])
  } else root.setTranslation([-centre[0] * scale, -low[1] * scale, -centre[2] * scale])
  root.setScale([scale, scale, scale])
  scene.addChild(root)
}
