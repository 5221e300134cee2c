// Documents are held to the tree: every link to a file of ours must lead somewhere, and each top-level folder has its README.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../support/paths.ts'

const folders = ['shared', 'server', 'client', 'models', 'tests']
const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...folders.map((folder) => `${folder}/README.md`),
  'shared/SPEC.md',
  'tests/bench/RESULTS.md',
].filter((path) => existsSync(join(ROOT, path)))

const linksOf = (path: string) =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)]
    .map((match) => (match[1] ?? match[2] ?? '').replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))

/** The walks of the house by the names that a newcomer is given. */
const WALKS: readonly (readonly [walk: string, files: readonly string[]])[] = [
  [
    'a pose',
    [
      'client/hall/input/keyboard.ts',
      'client/hall/input/intent.ts',
      'client/hall/camera/WalkCamera.tsx',
      'shared/hall/walk.ts',
      'client/state/live-poses.ts',
      'client/net/send-pose.ts',
      'shared/pose/pose-code.ts',
      'server/broadcast/motion-guard.ts',
      'server/session/session-room.ts',
      'server/broadcast/lead.ts',
      'server/broadcast/tick.ts',
      'client/net/receive-ticks.ts',
      'client/hall/camera/FollowCamera.tsx',
    ],
  ],
  [
    'a booth’s model',
    [
      'client/studio/UploadModel.tsx',
      'client/net/upload-model.ts',
      'server/model/upload-route.ts',
      'server/model/inspect.ts',
      'models/pipeline/optimise.ts',
      'shared/model/judge.ts',
      'server/booth/booth-store.ts',
      'client/net/receive-hall.ts',
      'client/hall/booth/Booth.tsx',
      'client/hall/booth/BoothModel.tsx',
    ],
  ],
  [
    'a question',
    [
      'client/panels/AskQuestion.tsx',
      'client/app/compose.ts',
      'client/net/socket.ts',
      'server/gateway/guard.ts',
      'server/session/session-handlers.ts',
      'shared/session/decide.ts',
      'server/session/session-store.ts',
      'client/net/receive-session.ts',
      'shared/session/evolve.ts',
      'client/stage/StageQuestion.tsx',
    ],
  ],
]

describe('documents', () => {
  it('[HOUSE-10] every link to a file of this repository leads somewhere', () => {
    const dead = documents.flatMap((path) =>
      linksOf(path)
        .filter((link) => !existsSync(join(ROOT, normalize(join(dirname(path), link)))))
        .map((link) => `${path} → ${link}`),
    )
    expect(dead).toEqual([])
  })

  it.each(WALKS)('[HOUSE-10] ARCHITECTURE.md goes along the walk of %s, file by file, in order', (walk, files) => {
    const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    const section = text.split(/^## /m).find((part) => part.startsWith('Walk ') && part.includes(walk)) ?? ''
    const at = files.map((file) => section.indexOf(`](${file})`))
    expect(files.filter((_, i) => at[i] === -1)).toEqual([])
    expect(at).toEqual([...at].sort((a, b) => a - b))
  })

  it('[HOUSE-11] each top-level folder opens with a README', () => {
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder, 'README.md')))).toEqual([])
  })
})
