// The built client in Firefox: the lobby, the hall in 3D, walking, the phone page. A second engine, so that nothing leans on Chromium.

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

  it('[UI-37] draws the hall and walks it by keyboard', async () => {
    await firefox.open(`${server.origin}/hall/qingdao?level=low`)
    await until(`document.documentElement.dataset.hall === 'ready'`)
    await firefox.picture(join(PICTURES, 'firefox/hall.png'))
    await firefox.read(`document.querySelector('canvas').focus() ?? ''`)
    const before = await firefox.read('window.__parlorHall.pose.z + window.__parlorHall.pose.x')
    await firefox.hold('s', 3000)
    await until(`Math.abs(window.__parlorHall.pose.z + window.__parlorHall.pose.x - ${before}) > 0.3`)
  })

  it('[UI-37] asked nobody else for anything, and met no error', () => {
    const others = firefox.requests.filter(
      (url) => !url.startsWith(server.origin) && !/^(about|data|blob|moz-extension|chrome|resource):/.test(url),
    )
    expect(others).toEqual([])
    expect(firefox.errors).toEqual([])
  })
})
