// A large model on a bad line, in a real browser: cut twice, the page loaded again in the middle, gone on with by choosing the same
// file, and never from the beginning. The file is a text of 40 MB with a model's name: what is played is the way, not the model.

import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { UPLOAD_PATH } from '../../../shared/model/progress.ts'
import { STUDIO_WORDS } from '../../../shared/words/studio.ts'
import { signIn } from '../../support/desk-page.ts'
import { DESKTOP, expectAccessible, expectClean, picture } from '../../support/page.ts'
import { emptyFolder } from '../../support/paths.ts'
import { openSite } from '../../support/site.ts'
import { inWords } from '../../support/words.ts'

const MB = 1024 * 1024
const SIZE = 40 * MB
const studio = inWords(STUDIO_WORDS, 'en')
const site = openSite()

function bigFile(name: string): string {
  const path = join(emptyFolder('big'), name)
  const file = openSync(path, 'w')
  writeSync(file, 'No model, but a long one.')
  ftruncateSync(file, SIZE)
  closeSync(file)
  return path
}

/** The line of a page, as slow as a city's, and cut when the test says so. */
async function slowLine(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const set = (offline: boolean, uploadThroughput = 10 * MB) =>
    cdp.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput })
  await set(false)
  return { cut: () => set(true), mend: () => set(false), fast: () => set(false, -1) }
}

/** Every upload that was begun, and from which byte each part of one was sent. */
function watchUploads(page: Page) {
  const begun: string[] = []
  const parts: number[] = []
  page.on('request', (request) => {
    if (!request.url().includes(UPLOAD_PATH)) return
    if (request.method() === 'POST') begun.push(request.url())
    if (request.method() === 'PATCH') parts.push(Number(request.headers()['upload-offset']))
  })
  return { begun, parts }
}

const sentMb = async (page: Page) => Number.parseFloat((await page.locator('.bar-words .muted').textContent()) ?? '0')
const grows = (page: Page, past: number) =>
  expect.poll(() => sentMb(page), { timeout: 30_000, interval: 50 }).toBeGreaterThan(past)
const choose = (page: Page, path: string) => page.getByLabel(studio('studio.choose')).setInputFiles(path)
const isHere = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`^[0-9.]+ of 41.9 MB of ${name} are here`) })

it('[MODEL-137] [UI-132] a model of 40 MB is whole after two cuts and a reload, and nothing of it is sent twice', async () => {
  const staff = await site.visitor({ viewport: DESKTOP, expected: [/ERR_INTERNET_DISCONNECTED/] })
  const { page } = staff
  page.on('dialog', (dialog) => void dialog.accept())
  await signIn(page, site.server.link('qingdao'))
  await page.goto('/studio/qingdao?level=none')
  const line = await slowLine(page)
  const { begun, parts } = watchUploads(page)
  const path = bigFile('harbour.glb')
  await choose(page, path)
  for (const past of [3, 12]) {
    await grows(page, past)
    await line.cut()
    await page.getByText(studio('studio.waiting')).waitFor()
    await picture(page, 'studio/upload-cut')
    await line.mend()
  }
  await grows(page, 20)
  await page.reload()
  const half = isHere(page, 'harbour.glb')
  await half.waitFor()
  const here = Number.parseFloat((await half.textContent()) ?? '0') * 1e6
  expect(here).toBeGreaterThan(12e6)
  await picture(page, 'studio/upload-half')
  await expectAccessible(page)
  const before = parts.length
  await line.fast()
  await choose(page, path)
  await page.getByText(studio('studio.why')).waitFor()
  expect(begun).toHaveLength(1)
  expect(Math.abs((parts[before] ?? 0) - here)).toBeLessThan(1e6)
  expect(parts).toEqual([...parts].sort((a, b) => a - b))
  expect(await half.count()).toBe(0)

  // Another file begins anew beside one that was left half sent, and that one can be thrown away.
  await page.getByRole('button', { name: studio('studio.another') }).click()
  await line.mend()
  await choose(page, bigFile('pier.glb'))
  await grows(page, 3)
  await page.reload()
  const left = isHere(page, 'pier.glb')
  await left.waitFor()
  await line.fast()
  const anew = parts.length
  await choose(page, bigFile('quay.glb'))
  await page.getByText('quay.glb').first().waitFor()
  await expect.poll(() => parts[anew]).toBe(0)
  await left.getByRole('button', { name: studio('studio.open-discard-of', { name: 'pier.glb' }) }).click()
  await left.waitFor({ state: 'hidden' })
  expect(begun).toHaveLength(3)
  expectClean(staff)
  await staff.close()
})
