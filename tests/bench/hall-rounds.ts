// Does the hall stay as big as it is? Rounds through it, standing everywhere; the first fills what is kept, the others must add
// nothing. Simulated walking: places one after another instead of minutes.

import type { Page } from 'playwright-core'
import { PLOTS } from '../../shared/hall/layout.ts'
import { VIEW_POINTS } from '../../shared/hall/view-points.ts'
import { spotById } from '../../shared/hall/where.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { frame } from './hall-frame.ts'
import { type Line, line } from './report.ts'

const MB = 2 ** 20

/** What the hall keeps, on the GPU and in memory. */
export interface Kept {
  readonly geometries: number
  readonly textures: number
  /** Bytes. */
  readonly textureBytes: number
  readonly bufferBytes: number
  readonly heap: number
}

/** Walks `rounds` rounds after a first one and says what they left behind. */
export async function walkRounds(page: Page, rounds: number, smoke: boolean): Promise<Line[]> {
  const all: Pose[] = [...PLOTS.flatMap(({ id }) => spotById(id)?.pose ?? []), ...VIEW_POINTS.map(({ pose }) => pose)]
  const places = smoke ? all.slice(0, 5) : all
  const round = async () => {
    // Twice each: what a first frame asks for, a second one draws.
    for (const pose of places) for (let i = 0; i < 2; i++) await frame(page, pose)
  }
  await round()
  const before = await keptBy(page)
  for (let i = 0; i < rounds; i++) await round()
  const after = await keptBy(page)
  const spots = places.length * rounds
  return [
    line(`geometries left behind after ${spots} places`, after.geometries - before.geometries, '', { most: 0 }),
    line(`textures left behind after ${spots} places`, after.textures - before.textures, '', { most: 0 }),
    line(`JavaScript heap grown after ${spots} places`, (after.heap - before.heap) / MB, 'MB', { most: 2 }),
  ]
}

/** After the garbage is collected: what counts is what can't be freed. */
export async function keptBy(page: Page): Promise<Kept> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const figures = await page.evaluate<Omit<Kept, 'heap'>>(
      '({ ...__parlorHall.figures, textureBytes: __bench.textureBytes(), bufferBytes: __bench.bufferBytes() })',
    )
    return { ...figures, heap: usedSize }
  } finally {
    await session.detach()
  }
}
