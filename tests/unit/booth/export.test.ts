// What goes along of a booth where not everything is there any more.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportOf } from '../../../server/booth/export.ts'
import type { KeptSource } from '../../../server/model/kept-store.ts'
import { SECTIONS } from '../../../shared/booth/content.ts'
import { bundle, PLAN, sha256 } from '../../support/bundle.ts'
import { emptyFolder } from '../../support/paths.ts'

const folder = emptyFolder('export')
const { content } = bundle(Buffer.from('a model'))
writeFileSync(join(folder, sha256(PLAN)), PLAN)
const draft = Object.fromEntries(SECTIONS.map((name) => [name, { revision: 1, body: content[name], by: null }]))

async function exported(source: KeptSource | null) {
  const all = await exportOf('qingdao', {
    lives: { draft: async () => draft as never, life: () => null, version: async () => null },
    models: { source: async () => source },
    files: {
      path: (hash) => join(folder, hash),
      open: () => {
        throw new Error('not opened before its turn')
      },
      has: async (hash) => hash === sha256(PLAN),
    },
    clock: () => 7,
  })
  const text = all?.entries.find(({ path }) => path === 'content.json')?.source as Uint8Array
  return { manifest: all?.manifest, content: JSON.parse(Buffer.from(text).toString()) }
}

it('[BOOTH-24] a model of which only the levels are left stays behind, and so does a file that is gone', async () => {
  const without = await exported(null)
  expect(without.manifest?.model).toBe(null)
  expect(without.content).toEqual({ ...content, model: { ...content.model, upload: null } })
  expect(without.manifest?.files.map(({ path }) => path)).toEqual([`files/${sha256(PLAN)}.pdf`])
})

it('[BOOTH-24] a zip that was uploaded goes without its ending, under its own name in the list', async () => {
  const { manifest, content: words } = await exported({ name: '展台.ZIP', hash: sha256(PLAN), unit: 'cm' })
  expect(manifest?.model).toMatchObject({ path: 'model/source', name: '展台.ZIP', bytes: PLAN.length, unit: 'cm' })
  expect(words).toEqual(content)
})
