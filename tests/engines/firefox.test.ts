// The built client in Firefox: the lobby, the hall in 3D, the hall without. A second engine, so that nothing leans on Chromium.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firefox, startFirefox } from '../support/firefox.ts'
import { PICTURES } from '../support/paths.ts'
import { type ServerProcess, startServer } from '../support/server.ts'

let server: ServerProcess
let firefox: Firefox
beforeAll(async () => {
  mkdirSync(join(PICTURES, 'firefox'), { recursive: true })
  ;[server, firefox] = await Promise.all([startServer(), startFirefox()])
})
afterAll(async () => {
  await firefox?.close()
  await server?.stop()
})

/** Asks again until the expression is `true`, at most two minutes. */
async function until(expression: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if ((await firefox.read(`Boolean(${expression})`)) === 'true') return
    await wait(500)
  }
  throw new Error(`never true: ${expression}`)
}

describe('Firefox', () => {
  it('[UI-37] shows the lobby in the language of its settings', async () => {
    await firefox.open(`${server.origin}/`)
    await until(`document.querySelector('h1')`)
    expect(await firefox.read('document.documentElement.lang')).toMatch(/^zh/)
    await firefox.picture(join(PICTURES, 'firefox/lobby.png'))
  })

  it('[UI-37] loads the hall and draws it', async () => {
    await firefox.open(`${server.origin}/hall/qingdao?level=low`)
    await until(`document.documentElement.dataset.hall === 'ready'`)
    await until('window.__parlorHall.frames > 2')
    expect(Number(await firefox.read('window.__parlorHall.figures.triangles'))).toBeGreaterThan(10_000)
    await firefox.picture(join(PICTURES, 'firefox/hall.png'))
  })

  it('[UI-37] goes through the hall without 3D by keyboard', async () => {
    await firefox.open(`${server.origin}/hall?level=none`)
    await until(`document.querySelector('h1')`)
    await firefox.hold('m', 50)
    await until(`document.querySelector('[role="dialog"]')`)
    await firefox.picture(join(PICTURES, 'firefox/places.png'))
  })

  it('[UI-37] asked nobody else for anything, and met no error', () => {
    const others = firefox.requests.filter(
      (url) => !url.startsWith(server.origin) && !/^(about|data|blob|moz-extension|chrome|resource):/.test(url),
    )
    expect(others).toEqual([])
    expect(firefox.errors).toEqual([])
  })
})
