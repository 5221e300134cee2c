// Real models through the whole pipeline: taken, within the budgets of each level, smaller than they were.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guard } from '../../../models/pipeline/guard/guard.ts'
import { type OptimiseAnswer, optimise } from '../../../models/pipeline/optimise.ts'
import { errorsOf, validate } from '../../../models/pipeline/validate.ts'
import { LEVEL_BUDGETS, LEVELS, MODEL_BOX } from '../../../shared/model/limits.ts'
import { ROOT } from '../../support/paths.ts'

const FOLDER = join(ROOT, 'tests/fixtures/models')
const MODELS = readdirSync(FOLDER).filter((name) => /\.(glb|zip)$/.test(name))

type Made = Extract<OptimiseAnswer, { ok: true }>
const made = new Map<string, Made>()

async function make(name: string): Promise<Made> {
  const known = made.get(name)
  if (known) return known
  const answer = await optimise(readFileSync(join(FOLDER, name)), name)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.summary.faults)}`)
  made.set(name, answer)
  return answer
}

const named = (part: string) => MODELS.find((name) => name.includes(part)) ?? part
const codes = async (part: string) => (await make(named(part))).summary.findings.map(({ code }) => code)
const jsonOf = (glb: Uint8Array) => {
  const { buffer, byteOffset } = glb
  const length = new DataView(buffer, byteOffset).getUint32(12, true)
  return JSON.parse(Buffer.from(buffer, byteOffset + 20, length).toString('utf8')) as Record<string, unknown[]>
}

describe('real models', () => {
  it('[MODEL-40] are twelve', () => {
    expect(MODELS).toHaveLength(12)
  })

  it.each(MODELS)('[MODEL-40] %s is taken, every level within its budget and the box of the platform', async (name) => {
    const { report } = await make(name)
    for (const level of LEVELS) {
      const budget = LEVEL_BUDGETS[level]
      const { bytes, triangles, drawCalls, textureBytes } = report[level]
      const over = Object.entries({ bytes, triangles, drawCalls, textureBytes }).filter(
        ([key, figure]) => figure > budget[key as keyof typeof budget],
      )
      expect([level, over]).toEqual([level, []])
    }
    const [width, height, depth] = report.size
    expect(width).toBeLessThanOrEqual(MODEL_BOX.width + 0.001)
    expect(height).toBeLessThanOrEqual(MODEL_BOX.height + 0.001)
    expect(depth).toBeLessThanOrEqual(MODEL_BOX.depth + 0.001)
  })

  it('[MODEL-41] near takes less than half of the bytes as uploaded, over all; 794 draw calls become a handful', async () => {
    let [before, near] = [0, 0]
    for (const name of MODELS) {
      const { report } = await make(name)
      before += report.before.bytes
      near += report.near.bytes
    }
    expect(near / before).toBeLessThan(0.25)
    const { report } = await make(named('794'))
    expect(report.before.drawCalls).toBe(794)
    expect(report.near.drawCalls).toBeLessThanOrEqual(3)
  })

  it('[MODEL-97] what the validator finds is said, and refuses only what points outside itself', async () => {
    expect(await codes('rigged')).toContain('model.found-standard')
    expect(await codes('diamond')).not.toContain('model.found-standard')
    const answer = await guard(readFileSync(join(FOLDER, named('diamond'))))
    if (!answer.ok) throw new Error('refused')
    const [node] = answer.guarded.gltf.nodes
    if (node) node.children = [0]
    await expect(validate(answer.guarded, answer.findings)).rejects.toMatchObject({
      remark: { code: 'model.invalid', detail: { name: 'NODE_LOOP' } },
    })
  })

  it('[MODEL-42] [MODEL-98] what we write passes our own guards and the validator, without skins or animations in mid and far', async () => {
    for (const name of MODELS) {
      const { files } = await make(name)
      for (const level of LEVELS) {
        const answer = await guard(files[level])
        expect([name, level, answer.ok]).toEqual([name, level, true])
        expect([name, level, answer.ok && (await errorsOf(answer.guarded))]).toEqual([name, level, []])
      }
      const still = [files.mid, files.far].map(jsonOf)
      expect(still.map(({ skins, animations }) => [name, skins, animations])).toEqual([
        [name, undefined, undefined],
        [name, undefined, undefined],
      ])
      expect(JSON.stringify(still.map(({ extensionsUsed }) => extensionsUsed))).not.toMatch(/transmission|volume/)
    }
  })

  it('[MODEL-43] an animation stays in near', async () => {
    const { files } = await make(named('emoji-heart'))
    expect(jsonOf(files.near).animations).toHaveLength(3)
    expect(jsonOf(files.near).skins).toHaveLength(1)
  })

  it('[MODEL-43] all textures are WebP; spec-gloss, Draco, KTX2 and meshopt of the upload are gone or made anew', async () => {
    for (const part of ['emoji-heart', 'cloth-folds', 'shader-ball', 'bridge-garden']) {
      const { files } = await make(named(part))
      const json = jsonOf(files.near)
      expect(JSON.stringify(json.extensionsUsed)).not.toMatch(/SpecularGlossiness|draco|basisu/)
      const types = (json.images ?? []).map((image) => (image as { mimeType: string }).mimeType)
      expect(types.filter((type) => type !== 'image/webp')).toEqual([])
    }
  })

  it('[MODEL-31] the booth in millimetres with z up is turned, scaled and said', async () => {
    expect(await codes('794')).toEqual(expect.arrayContaining(['model.found-unit', 'model.found-turned-up']))
    expect((await make(named('794'))).report.size[1]).toBeLessThan(2)
  })
})
