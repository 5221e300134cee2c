// Puts the hall together: which part draws what, where each part stands. The list of parts is what the files contain.

import { Matrix4 } from 'three'
import { CITIES, cityById } from '../../shared/hall/cities.ts'
import { BENCHES, GLASS_ROOMS, PLANTERS } from '../../shared/hall/hall-plan.ts'
import { HALL, PLOTS, type Plot } from '../../shared/hall/layout.ts'
import { drawFrame, drawName } from './booth/frame.ts'
import { drawBackName, drawEmblem, drawFurnishing, drawPlinth } from './booth/furnishing.ts'
import { EMBLEMS } from './emblems/catalogue.ts'
import { drawBench } from './hall/bench.ts'
import { drawFloorMap } from './hall/floor-map.ts'
import { drawGlassRoom, drawPanes } from './hall/glass-rooms.ts'
import { drawPlanter } from './hall/planter.ts'
import { drawDesk, drawLounge, drawRecordWall, HOUSE_NAME } from './hall/reception.ts'
import { drawStage } from './hall/stage.ts'
import { drawEastWall, drawLongWall, drawSeaGlow, drawWestWall } from './hall/walls.ts'
import { type Letters, loadLetters } from './kit/letters.ts'
import { paint } from './kit/material.ts'
import { closeGroup, newPart, type Part, type Scene } from './kit/part.ts'
import { Pen, penFor } from './kit/pen.ts'
import { addSimplified } from './kit/simplify.ts'

const GUEST = { zh: '客席', en: 'Guest' } as const

/** Everything the names and walls spell. */
export function lettersNeeded(): string {
  const names = [...CITIES.map((c) => c.name), GUEST].map(({ zh, en }) => zh + en + en.toUpperCase())
  return [...new Set([...names.join(''), ...Object.values(HOUSE_NAME).join('')])].sort().join('')
}

export interface HallScene extends Scene {
  /** What the files show. */
  readonly written: readonly Part[]
}

/** Draws the whole hall: booths, shell and glass; the floor and the sea's glow are there for the bake alone. */
export async function buildScene(): Promise<HallScene> {
  const letters = await loadLetters(lettersNeeded())
  const scene: Scene = { parts: [], charts: [], blocks: [] }
  drawFloor(scene)
  drawSeaGlow(penFor(scene, 'bake:sea'))
  const written: Part[] = []
  for (const plot of PLOTS) written.push(...(await drawBooth(scene, letters, plot)))
  written.push(...drawShell(scene, letters))
  for (const [i, side] of ([-1, 1] as const).entries()) {
    const glass = penFor(scene, `glass:${i + 1}`, [37, 0, side * 22])
    glass.occludes = false
    drawPanes(
      glass,
      GLASS_ROOMS.filter((room) => room.side === side),
    )
    written.push(glass.part)
  }
  return { ...scene, written }
}

/** The floor as one chart: the client draws the floor itself and reads this page only. */
function drawFloor(scene: Scene): void {
  const pen = penFor(scene, 'bake:floor')
  const { west, east, north, south } = HALL
  const grey = paint('#8f867a', 0.3)
  const chart = pen.chart([west, 0, north], [east - west, 0, 0], [0, 0, south - north], [0, 1, 0], {
    page: 'floor',
    density: 7,
  })
  const corner = (x: number, z: number, s: number, t: number) => {
    pen.part.position.push(x, 0, z)
    pen.part.normal.push(0, 1, 0)
    pen.part.material.push(grey)
    pen.part.uv.push(x, z)
    pen.part.chart.push(chart.id)
    pen.part.st.push(s, t)
    return pen.part.material.length - 1
  }
  const [a, b] = [corner(west, north, 0, 0), corner(east, north, 1, 0)]
  const [c, d] = [corner(east, south, 1, 1), corner(west, south, 0, 1)]
  pen.triangle(a, d, c)
  pen.triangle(a, c, b)
}

async function drawBooth(scene: Scene, letters: Letters, plot: Plot): Promise<Part[]> {
  const stand = new Matrix4().makeTranslation(plot.x, 0, plot.z).multiply(new Matrix4().makeRotationY(plot.yaw))
  const mirrored = stand.clone().multiply(new Matrix4().makeScale(plot.mirror, 1, 1))
  const offset = [plot.x, 0, plot.z] as const
  const city = cityById(plot.id)
  const name = city?.name ?? GUEST
  const open = (kind: string) => {
    const pen = penFor(scene, `${kind}:${plot.id}`, offset, plot.yaw)
    pen.far = newPart(`far-${kind}:${plot.id}`, offset, plot.yaw)
    pen.matrix = mirrored
    return pen
  }
  const firstChart = scene.charts.length
  const frame = open('frame')
  const frameFar = frame.far as Part
  drawFrame(frame, plot.colour)
  const furnishing = open('furnishing')
  const far = furnishing.far as Part
  drawFurnishing(furnishing, plot.colour)
  const furnitureEnd = furnishing.part.index.length
  drawPlinth(furnishing)
  scene.blocks.push([firstChart, scene.charts.length])
  for (const part of [frame.part, frameFar, furnishing.part, far]) closeGroup(part)
  drawName(straight(scene, frame.part, stand), letters, name.zh, name.en, plot.mirror, 2)
  drawName(straight(scene, frameFar, stand), letters, name.zh, name.en, plot.mirror, 1)
  const emblemStart = furnishing.part.index.length
  const emblem = city ? EMBLEMS[city.emblem] : undefined
  if (emblem) drawEmblem(furnishing, emblem, plot.colour)
  const emblemEnd = furnishing.part.index.length
  await addSimplified(furnishing.part, far, { from: 0, to: furnitureEnd, share: 0.12, error: 0.06 })
  closeGroup(far)
  await addSimplified(furnishing.part, far, { from: emblemStart, to: emblemEnd, share: 0.3, error: 0.024 })
  drawBackName(straight(scene, furnishing.part, stand), letters, name.zh, name.en, plot.colour)
  return [frame.part, furnishing.part, frameFar, far]
}

/** A pen over a part that is not mirrored: letters read the right way round in every plot. */
function straight(scene: Scene, part: Part, matrix: Matrix4): Pen {
  const pen = new Pen(scene, part)
  pen.matrix = matrix
  return pen
}

const CHUNK = 20

/** The shell in chunks: 20 m along x, split at the ribbon; reception and stage end up in their own. */
function drawShell(scene: Scene, letters: Letters): Part[] {
  const chunks = new Map<string, Pen>()
  const at = (x: number, z: number): Pen => {
    const column = Math.min(4, Math.max(0, Math.floor((x + 50) / CHUNK)))
    const north = z < 0
    const key = `${column}${north}`
    const known = chunks.get(key)
    if (known) return known
    const pen = penFor(scene, `shell:${chunks.size + 1}`, [-40 + column * CHUNK, 0, north ? -15 : 15])
    chunks.set(key, pen)
    return pen
  }
  for (const side of [-1, 1] as const)
    for (let column = 0; column < 5; column++) {
      const from = HALL.west + column * CHUNK
      drawLongWall(at(from + 1, side), side, from, from + CHUNK)
    }
  const middle = (name: string, x: number) => penFor(scene, name, [x, 0, 0])
  const west = middle('shell:west', -46)
  drawWestWall(west)
  drawDesk(west)
  drawRecordWall(west, letters)
  const east = middle('shell:east', 46)
  drawEastWall(east)
  drawStage(east)
  drawLounge(at(-42, -16))
  drawFloorMap(at(-42, 16))
  for (const room of GLASS_ROOMS) drawGlassRoom(at(room.x, room.z), room)
  for (const { x, z } of PLANTERS) drawPlanter(at(x, z), x, z)
  for (const { x, z, yaw } of BENCHES) at(x, z).place(x, 0, z, yaw, () => drawBench(at(x, z)))
  return [...[...chunks.values()].map((pen) => pen.part), west.part, east.part]
}
