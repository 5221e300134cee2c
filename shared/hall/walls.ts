// Everything one bumps into, as shapes for walk.ts: made from the plans that the geometry is made from. Also the floor's height.
// A plot's furnishing counts only while its city has no model of its own; then the frame alone stays.

import type { Block, Round } from './booth-plan.ts'
import { FRAME_SOLIDS, FURNISHING_ROUNDS, FURNISHING_SOLIDS } from './booth-plan.ts'
import { HALL_ROUNDS, HALL_SOLIDS, STAGE, STAGE_STEP } from './hall-plan.ts'
import { fromPlot, PLOTS, type Plot } from './layout.ts'
import type { FloorHeight, Wall } from './walk.ts'

/** What stands outside the booths. The stage is no wall: it is floor half a metre up (see {@link floorHeight}). */
const HALL_WALLS: readonly Wall[] = [
  ...HALL_SOLIDS.filter((block) => block !== STAGE && block !== STAGE_STEP).map((block) => boxOf(block)),
  ...HALL_ROUNDS.map(({ x, z, radius }): Wall => ({ kind: 'round', x, z, radius })),
]

/** The walls of one plot; `ownModel`: the city's uploaded model stands there instead of the default furnishing. */
export function plotWalls(plot: Plot, ownModel: boolean): readonly Wall[] {
  const blocks = ownModel ? FRAME_SOLIDS : [...FRAME_SOLIDS, ...FURNISHING_SOLIDS]
  const rounds = ownModel ? [] : FURNISHING_ROUNDS
  return [...blocks.map((block) => boxInPlot(plot, block)), ...rounds.map((round) => roundInPlot(plot, round))]
}

/** All walls of the hall; `ownModels`: ids of the plots whose city shows its own model. */
export function hallWalls(ownModels: ReadonlySet<string>): readonly Wall[] {
  return [...HALL_WALLS, ...PLOTS.flatMap((plot) => plotWalls(plot, ownModels.has(plot.id)))]
}

/** Height of the floor under a spot, metres: 0 but on the stage and the step before it. */
export const floorHeight: FloorHeight = (x, z) => {
  if (isOver(STAGE, x, z)) return STAGE.height
  return isOver(STAGE_STEP, x, z) ? STAGE_STEP.height : 0
}

function isOver(block: Block, x: number, z: number): boolean {
  return Math.abs(x - block.x) <= block.width / 2 && Math.abs(z - block.z) <= block.depth / 2
}

function boxOf({ x, z, width, depth }: Block): Wall {
  return { kind: 'box', west: x - width / 2, east: x + width / 2, north: z - depth / 2, south: z + depth / 2 }
}

function boxInPlot(plot: Plot, block: Block): Wall {
  return boxOf({ ...block, ...fromPlot(plot, block.x, block.z) })
}

function roundInPlot(plot: Plot, round: Round): Wall {
  return { kind: 'round', ...fromPlot(plot, round.x, round.z), radius: round.radius }
}
