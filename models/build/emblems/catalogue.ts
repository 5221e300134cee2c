// Which sculpture belongs to which name in shared/hall/cities.ts, and how big it stands on the plinth.

import type { Pen } from '../kit/pen.ts'
import { drawCanalBoat } from './canal-boat.ts'
import { drawContainers } from './containers.ts'
import { drawEverest } from './everest.ts'
import { drawGate } from './gate.ts'
import { drawKite } from './kite.ts'
import { drawLake } from './lake.ts'
import { drawLighthouse } from './lighthouse.ts'
import { drawMonorail } from './monorail.ts'
import { drawMountain } from './mountain.ts'
import { drawOldTown } from './old-town.ts'
import { drawOlive } from './olive.ts'
import { drawPeony } from './peony.ts'
import { drawPotatoFlower } from './potato-flower.ts'
import { drawPumpjack } from './pumpjack.ts'
import { drawRocket } from './rocket.ts'
import { drawSail } from './sail.ts'
import { drawSolar } from './solar.ts'
import { drawSpool } from './spool.ts'
import { drawSpring } from './spring.ts'
import { drawStiltHouse } from './stilt-house.ts'
import { drawSun } from './sun.ts'
import { drawTower } from './tower.ts'
import { drawVase } from './vase.ts'

export interface Emblem {
  /** Draws it standing on y 0, front to +z; `colour` is the city's, sRGB hex. */
  readonly draw: (pen: Pen, colour: string) => void
  readonly scale: number
}

/** All 23 sculptures by the name a city carries in `emblem`. */
export const EMBLEMS: Readonly<Record<string, Emblem>> = {
  spring: { draw: drawSpring, scale: 0.95 },
  sail: { draw: drawSail, scale: 0.95 },
  vase: { draw: drawVase, scale: 0.95 },
  'canal-boat': { draw: drawCanalBoat, scale: 0.95 },
  pumpjack: { draw: drawPumpjack, scale: 0.98 },
  rocket: { draw: drawRocket, scale: 0.95 },
  kite: { draw: drawKite, scale: 0.98 },
  gate: { draw: drawGate, scale: 0.95 },
  mountain: { draw: drawMountain, scale: 0.95 },
  lighthouse: { draw: drawLighthouse, scale: 0.98 },
  sun: { draw: drawSun, scale: 0.92 },
  containers: { draw: drawContainers, scale: 0.92 },
  solar: { draw: drawSolar, scale: 1 },
  tower: { draw: drawTower, scale: 0.98 },
  spool: { draw: drawSpool, scale: 0.9 },
  peony: { draw: drawPeony, scale: 1 },
  olive: { draw: drawOlive, scale: 0.95 },
  'potato-flower': { draw: drawPotatoFlower, scale: 0.95 },
  'old-town': { draw: drawOldTown, scale: 1 },
  everest: { draw: drawEverest, scale: 0.98 },
  lake: { draw: drawLake, scale: 0.98 },
  monorail: { draw: drawMonorail, scale: 0.92 },
  'stilt-house': { draw: drawStiltHouse, scale: 0.95 },
}
