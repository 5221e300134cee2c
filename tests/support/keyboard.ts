// Walks a page by Tab alone, as somebody without a mouse does.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Of a group of radios or tabs only one takes Tab; the arrows reach the others. */
const CONTROLS =
  'a[href], button:not([role="tab"]), [role="button"], input:not([type="hidden"]):not([type="radio"]):not([type="file"]), textarea, select, [role="tab"][tabindex="0"]'

/** Fails if a control that can be seen is not reached by Tab, naming those. Begins where the focus is. */
export async function expectTabReaches(page: Page): Promise<void> {
  const wanted = await page.evaluate((controls) => {
    const seen = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
    )
    for (const [i, one] of seen.entries()) one.dataset['tab'] = String(i)
    return seen.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? one.outerHTML)
  }, CONTROLS)
  expect(wanted.length).toBeGreaterThan(1)
  const reached = new Set<string>()
  for (let pressed = 0; pressed < wanted.length + 12 && reached.size < wanted.length; pressed++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['tab'])
    if (at !== undefined) reached.add(at)
  }
  expect(wanted.filter((_, i) => !reached.has(String(i)))).toEqual([])
}
