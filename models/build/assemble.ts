// Draws everything and turns it into meshes as they stand in the files: the part of the build that needs no light.

import { drawAudienceSeats } from './hall/audience-seat.ts'
import type { Part } from './kit/part.ts'
import { FINAL, type Quality } from './light/bake.ts'
import { bakeInput, weldParts } from './light/bake-input.ts'
import { ENV } from './light/environment.ts'
import { ceilingLight } from './light/lamps.ts'
import { type Packing, packPages } from './light/pages.ts'
import { drawFigures } from './people/figure.ts'
import { buildScene, type HallScene } from './scene.ts'
import { hashOf } from './write/files.ts'
import { GRID, type MeshData, meshData } from './write/mesh-data.ts'

/** One GLB each. `boothsFar` has all one needs to walk; the near levels in `booths` come after it. */
export type GlbName = 'hall' | 'boothsFar' | 'booths' | 'people'

export interface Assembly {
  readonly scene: HallScene
  readonly packing: Packing
  /** By file; the order is the order in the file. */
  readonly meshes: Readonly<Record<GlbName, readonly MeshData[]>>
  /** The part each mesh was made of; seats and figures are in no bake and have none. */
  readonly partOf: ReadonlyMap<MeshData, Part>
}

/** Raise when the way light is gathered changes without a change in what it is gathered from. */
const LIGHT_VERSION = 2

export async function assemble(): Promise<Assembly> {
  const scene = await buildScene()
  const packing = packPages(scene)
  const partOf = new Map<MeshData, Part>()
  const make = async (part: Part, grid: number) => {
    const data = await meshData(part, scene, packing, grid)
    partOf.set(data, part)
    return data
  }
  const hall: MeshData[] = []
  const booths: MeshData[] = []
  const boothsFar: MeshData[] = []
  for (const part of scene.written) {
    if (/^far-(frame|furnishing):/.test(part.name)) boothsFar.push(await make(part, GRID.fine))
    else if (/^(frame|furnishing):/.test(part.name)) booths.push(await make(part, GRID.fine))
    else hall.push(await make(part, GRID.coarse))
  }
  for (const part of drawAudienceSeats(scene)) hall.push(unlit(await meshData(part, scene, packing, GRID.fine)))
  const people: MeshData[] = []
  for (const part of drawFigures(scene)) people.push(unlit(await meshData(part, scene, packing, GRID.fine)))
  return { scene, packing, meshes: { hall, boothsFar, booths, people }, partOf }
}

/** Seats and figures are lit by the probes: no light of their own. */
function unlit(data: MeshData): MeshData {
  data.irr.fill(0)
  return data
}

/** Hash of all that the bake depends on. */
export function bakeInputsOf(scene: HallScene, quality: Quality = FINAL): string {
  const { welder, samplesOf } = weldParts(scene)
  const input = bakeInput(scene, samplesOf, welder)
  const ceiling = Array.from({ length: 200 }, (_, i) =>
    ceilingLight(-50 + (i % 20) * 5, -30 + Math.floor(i / 20) * 6, (i % 7) / 7),
  )
  const settings = JSON.stringify({ LIGHT_VERSION, quality, ENV, lamps: input.lamps, ceiling })
  return hashOf([input.corners, input.albedo, input.chartOf, input.sampleOf, input.charts, input.vertices, settings])
}
