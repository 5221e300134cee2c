// What a test does in the hall: waits until one can walk, walks, reads where one stands. Reads the marks on <html>
// (client/app/hall-marks.ts) and the probe of client/hall/test-hook.ts; changes nothing that a visitor could not.

import type { Page } from 'playwright-core'
import type { HallProbe } from '../../client/hall/test-hook.ts'

declare global {
  interface Window {
    __parlorHall?: HallProbe
  }
}

/** Longest wait for the hall in software WebGL on a busy machine, ms. */
const HALL_LIMIT = 120_000

/** Waits until one can walk. */
export const hallReady = (page: Page): Promise<void> =>
  page.locator('html[data-hall="ready"]').waitFor({ state: 'attached', timeout: HALL_LIMIT })

export interface Place {
  readonly x: number
  readonly z: number
}

/** Where this visitor stands now, metres. */
export const placeOf = (page: Page): Promise<Place> =>
  page.evaluate(() => {
    const pose = window.__parlorHall?.pose
    if (!pose) throw new Error('no hall is mounted')
    return { x: pose.x, z: pose.z }
  })

export const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.z - b.z)

/** Holds a key until one has moved by `metres`. */
export async function walk(page: Page, key: string, metres: number): Promise<void> {
  const from = await placeOf(page)
  await page.keyboard.down(key)
  try {
    await page.waitForFunction(
      ([x, z, far]) => {
        const pose = window.__parlorHall?.pose
        return pose !== undefined && Math.hypot(pose.x - x, pose.z - z) >= far
      },
      [from.x, from.z, metres] as const,
      { timeout: HALL_LIMIT },
    )
  } finally {
    await page.keyboard.up(key)
  }
}

/** Waits until this visitor stands within `metres` of `place`. */
export const arrived = (page: Page, place: Place, metres: number): Promise<unknown> =>
  page.waitForFunction(
    ([x, z, near]) => {
      const pose = window.__parlorHall?.pose
      return pose !== undefined && Math.hypot(pose.x - x, pose.z - z) <= near
    },
    [place.x, place.z, metres] as const,
    { timeout: HALL_LIMIT },
  )

/** Waits until the plot of `city` shows the city's own model. */
export const showsOwnModel = (page: Page, city: string): Promise<unknown> =>
  page.waitForFunction((id) => window.__parlorHall?.ownModels.includes(id) === true, city, { timeout: HALL_LIMIT })
