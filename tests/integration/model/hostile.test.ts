// Every hostile file gets its answer: what must be refused is, what may be mended is taken and holds nothing bad.
// All of them through the pipeline in this process; a telling few through real child processes with their limits.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runHeld } from '../../../models/pipeline/held.ts'
import { check, optimise } from '../../../models/pipeline/optimise.ts'
import { inspect, limitsOf } from '../../../server/model/inspect.ts'
import { judge } from '../../../shared/model/judge.ts'
import { MODEL_WORDS } from '../../../shared/words/model.ts'
import { emptyFolder } from '../../support/paths.ts'
import { hostileFiles } from './hostile-files.ts'

interface Hostile {
  readonly file: string
  readonly what: string
  readonly expected: 'reject' | 'accept-sanitised' | 'accept'
  readonly code: string
}

/** What we find before the thing that a file was made for, or call by a wider name. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // What it is says the first bytes, not the name.
  'zip-bomb-renamed.glb': 'model.zip-bomb',
  // No number that an index or a length can be.
  'json-negative-index.glb': 'model.schema',
  'view-negative.glb': 'model.schema',
  'accessor-count-2e53.glb': 'model.schema',
  'matrix-nan.glb': 'model.schema',
  'animation-bad-refs.glb': 'model.schema',
  'skin-joints-outside.glb': 'model.schema',
  'meshopt-mode-unknown.glb': 'model.schema',
  // More memory or nodes than may be, whatever for.
  'accessor-count-2e31.glb': 'model.accessor-bomb',
  'instancing-50m.glb': 'model.accessor-bomb',
  'draco-count-lies.glb': 'model.accessor-bomb',
  'draws-100000.glb': 'model.node-count',
  'skin-20000-joints.glb': 'model.node-count',
  'ktx2-65536.glb': 'model.image-size',
}

let folder = ''
let list: Hostile[] = []

beforeAll(() => {
  folder = hostileFiles()
  list = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Hostile[]
  // Made anew they take a while on a busy machine.
}, 240_000)

const read = (file: string) => readFileSync(join(folder, file))

describe('hostile files', () => {
  it('[MODEL-10] are all there', () => {
    expect(list.length).toBe(108)
  })

  it('[MODEL-10] each is refused that must be, for its own reason, with a code that has words', async () => {
    const wrong: string[] = []
    for (const { file, expected, what, code: reason } of list) {
      if (expected !== 'reject') continue
      const code = (await answer(file))[0]?.code ?? 'accepted'
      const wanted = OTHERWISE[file] ?? `model.${reason.toLowerCase().replaceAll('_', '-')}`
      if (code !== wanted || !(code in MODEL_WORDS)) wrong.push(`${file} (${what}): ${code}`)
    }
    expect(wrong).toEqual([])
  })

  it('[MODEL-11] each is taken that may be, and what is shown holds no name, extra, script or address', async () => {
    const wrong: string[] = []
    for (const { file, expected } of list) {
      if (expected === 'reject') continue
      const made = await optimise(read(file), file)
      if (!made.ok) {
        wrong.push(`${file}: ${made.summary.faults[0]?.code}`)
        continue
      }
      for (const level of Object.values(made.files)) {
        const bad = /script|extras|"name"|javascript:|http|__proto__|"uri"|iframe|onerror/.exec(jsonOf(level))
        if (bad) wrong.push(`${file}: ${bad[0]}`)
        expect(Buffer.from(level.buffer, level.byteOffset, 12).readUInt32LE(8)).toBe(level.length)
      }
    }
    expect(wrong).toEqual([])
  })

  it('[MODEL-11] what was mended is said', async () => {
    const said = async (file: string) => (await check(read(file))).findings.map(({ code }) => code)
    expect(await said('trailing-data.glb')).toContain('model.found-trailing-data')
    expect(await said('polyglot-html.glb')).toContain('model.found-trailing-data')
    expect(await said('chunks-100000-unknown.glb')).toContain('model.found-unknown-chunks')
    expect(await said('json-bom.glb')).toContain('model.found-byte-order-mark')
    expect(await said('names-rtl.glb')).toContain('model.found-names-cleaned')
    expect(await said('extras-1mb.glb')).toContain('model.found-extras-dropped')
    expect(await said('variants-and-xmp.glb')).toContain('model.found-extensions-dropped')
    expect(await said('lights-10000.glb')).toContain('model.found-lights-removed')
    expect(await said('cameras-1000.glb')).toContain('model.found-cameras-removed')
    expect(await said('same-texture-200.glb')).toContain('model.found-textures-merged')
  })

  it('[MODEL-12] a child answers within its limits, for files that would grow, loop or fall', async () => {
    for (const file of ['zip-bomb.zip', 'dag-doubling-40.glb', 'png-bomb-30000.glb', '00-control-sound.glb']) {
      const outcome = await inChild(file)
      expect(outcome.kind).toBe('answered')
      if (outcome.kind !== 'answered') continue
      expect(judge(outcome.answer.summary).kind).toBe(file.startsWith('00') ? 'accepted' : 'refused')
    }
  })

  it('[MODEL-12] the system itself holds the child to its memory and computing time, and it gets nothing of our environment', async () => {
    const out = emptyFolder('out')
    const file = join(folder, 'lights-10000.glb')
    const job = { task: 'check', file, bytes: 1000, name: 'a.glb', out } as const
    const running = inspect(job, new AbortController().signal)
    let seen = ''
    for (let at = 0; at < 500 && seen === ''; at++) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      seen = limitsOfChild(out)
    }
    expect((await running).kind).toBe('answered')
    expect(seen).toMatch(/Max cpu time\s+20\s/)
    expect(seen).toMatch(/Max data size\s+1536000000\s+1536000000/)
    expect(seen).not.toMatch(/HOME=|VITEST/)
  })

  it('[MODEL-12] a child over its time or memory is ended, and says which', async () => {
    expect(await inChild('00-control-sound.glb', { seconds: 0.05, megabytes: 1500 })).toMatchObject({
      kind: 'stopped',
      code: 'model.too-long',
    })
    expect(await inChild('00-control-sound.glb', { seconds: 20, megabytes: 60 })).toMatchObject({
      kind: 'stopped',
      code: 'model.too-heavy',
    })
  })
})

it('[MODEL-12] a child is ended when the server stops, whatever it is at', async () => {
  const stop = new AbortController()
  const file = join(folder, '00-control-sound.glb')
  const job = { task: 'check', file, bytes: 1000, name: 'a.glb', out: emptyFolder('out') } as const
  const ended = inspect(job, stop.signal)
  stop.abort()
  expect((await ended).kind).toBe('stopped')
})

it('[MODEL-12] an answer that is longer than any true one, or is of another form, is none', async () => {
  const summary = await check(read('00-control-sound.glb'))
  const answer = JSON.stringify({ summary, report: null, file: null })
  expect((await answered(answer)).kind).toBe('answered')
  expect((await answered(answer.padEnd(1024 * 1024))).kind).toBe('answered')
  expect((await answered(answer.padEnd(1024 * 1024 + 1))).kind).toBe('stopped')
  expect((await answered('{"summary":{}}')).kind).toBe('stopped')
})

/** What comes of a child that answers these words. */
async function answered(words: string) {
  const out = emptyFolder('out')
  const program = join(out, 'child.mjs')
  const says = join(out, 'says.json')
  writeFileSync(says, words)
  writeFileSync(program, "import { copyFileSync } from 'node:fs'; copyFileSync(process.argv[3], 'answer.json')")
  const job = { task: 'check', file: says, bytes: words.length, name: 'a.glb', out } as const
  return await runHeld(program, job, new AbortController().signal)
}

/** What the system holds a running child to; it is found by its workplace, which stands in its command line. */
function limitsOfChild(out: string): string {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      if (!command[0]?.endsWith('node') || !command.includes(out)) continue
      return `${readFileSync(`/proc/${pid}/limits`, 'utf8')} ${readFileSync(`/proc/${pid}/environ`, 'utf8')}`
    } catch {
      // It ended while we looked.
    }
  }
  return ''
}

async function answer(file: string) {
  const checked = await check(read(file))
  if (checked.faults.length > 0) return checked.faults
  const made = await optimise(read(file), file)
  return made.ok ? [] : made.summary.faults
}

const inChild = (name: string, limits = limitsOf('check', 0)) => {
  const file = join(folder, name)
  const out = emptyFolder('out')
  const job = { task: 'check', file, bytes: statSync(file).size, name, out } as const
  return inspect(job, new AbortController().signal, limits)
}

function jsonOf(glb: Uint8Array): string {
  const length = Buffer.from(glb.buffer, glb.byteOffset, 20).readUInt32LE(12)
  return Buffer.from(glb.subarray(20, 20 + length)).toString('utf8')
}
