// kill −9 in the middle of an upload, of the queue, of an inspection: nothing that was answered is lost.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptyFolder, ROOT } from '../../support/paths.ts'
import { send, uploadsOf } from './model-house.ts'

interface Line {
  readonly origin?: string
  readonly city?: string
  readonly stage?: string
  readonly accepted?: string
}

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

async function start(folder: string, port = 0) {
  const program = join(ROOT, 'tests/integration/model/model-server.ts')
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, folder, String(port)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const lines: Line[] = []
  const waiting: { wanted: (line: Line) => boolean; resolve: (line: Line) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line
    lines.push(line)
    for (const { wanted, resolve } of waiting) if (wanted(line)) resolve(line)
  })
  const until = (wanted: (line: Line) => boolean) =>
    new Promise<Line>((resolve, reject) => {
      const found = lines.find(wanted)
      if (found) return resolve(found)
      waiting.push({ wanted, resolve })
      child.once('close', (code) => reject(new Error(`the server ended with ${code} before it said so`)))
    })
  const { origin = '' } = await until((line) => line.origin !== undefined)
  const kill = () =>
    new Promise<void>((resolve) => {
      child.once('close', () => resolve())
      child.kill('SIGKILL')
    })
  return { origin, lines, until, kill, port: Number(new URL(origin).port) }
}

describe('kill −9', () => {
  it('[MODEL-9] in the middle of an upload: the client goes on, the bytes are the same, the model is live', async () => {
    const folder = emptyFolder('kill')
    const bytes = await readFile(join(ROOT, 'tests/fixtures/models/cloth-folds-draco.glb'))
    let server = await start(folder)
    let killed: Promise<void> | undefined
    const sent = send(server.origin, 'qingdao', bytes, 'cloth.glb', {
      chunkSize: 32 * 1024,
      retryDelays: [200, 500, 1000, 2000, 4000, 8000],
      onShouldRetry: () => true,
      onChunkComplete: (_size, accepted) => {
        if (accepted < bytes.length / 3 || killed) return
        killed = server.kill().then(async () => {
          server = await start(folder, server.port)
        })
      },
    })
    expect((await sent).status).toBe(204)
    await killed
    await server.until((line) => line.accepted === 'qingdao')
    expect(await uploadsOf(server.origin, 'qingdao')).toMatchObject([
      { stage: 'ready', report: { before: { bytes: bytes.length } } },
    ])
    await server.kill()
  })

  it('[MODEL-9] while files are inspected and wait: the next start takes all of them up, in order', async () => {
    const folder = emptyFolder('kill')
    const bytes = await readFile(join(ROOT, 'tests/fixtures/models/diamond-clearcoat.glb'))
    const first = await start(folder)
    await send(first.origin, 'qingdao', bytes, 'a.glb')
    await send(first.origin, 'jinan', bytes, 'b.glb')
    await first.until((line) => line.stage === 'checking')
    await first.kill()
    const second = await start(folder)
    await vi.waitFor(
      async () => {
        const ended = await Promise.all(['qingdao', 'jinan'].map((city) => uploadsOf(second.origin, city)))
        expect(ended).toMatchObject([[{ stage: 'ready' }], [{ stage: 'ready' }]])
      },
      { timeout: 60_000, interval: 200 },
    )
    const began = second.lines.filter(({ stage }) => stage === 'optimising').map(({ city }) => city)
    expect(began).toEqual(['qingdao', 'jinan'])
    await second.kill()
  })
})
