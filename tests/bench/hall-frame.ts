// One frame of the hall at a time, as the hall bench asks for it.

import type { Page } from 'playwright-core'
import type { Pose } from '../../shared/pose/pose.ts'

/** Waits for an expression in the page; asked from outside, since the page's policy forbids evaluating text inside. */
export async function until(page: Page, expression: string, limit: number): Promise<void> {
  const began = performance.now()
  while (!(await page.evaluate<boolean>(expression))) {
    if (performance.now() - began > limit) throw new Error(`not within ${limit} ms: ${expression}`)
    await page.waitForTimeout(15)
  }
}

/** Draws one frame from a pose. */
export async function frame(page: Page, pose: Pose): Promise<void> {
  const before = await page.evaluate<number>('__parlorHall.frames')
  await page.evaluate(`__parlorHall.teleport(${JSON.stringify(pose)})`)
  await until(page, `__parlorHall.frames > ${before}`, 60_000)
}
