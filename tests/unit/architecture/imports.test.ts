// Which way imports go. The walls between folders are here and in the project references; each message says where to go instead.

import { describe, expect, it } from 'vitest'
import { type Import, readSources, type SourceFile, under } from './source-files.ts'

const files = readSources()

/** The server's folders that are about one thing of the house; gateway, http and broadcast know none of them. */
const SERVER_NOUNS = [
  'session',
  'hall',
  'booth',
  'person',
  'meeting',
  'desk',
  'model',
  'voice',
  'recording',
  'venue',
].map((noun) => `server/${noun}`)
const VIEWS = ['hall', 'stage', 'phone', 'studio', 'desk', 'panels', 'lobby', 'ui'].map((folder) => `client/${folder}`)
const THREE = ['three', '@react-three/fiber', '@react-three/drei', 'three-mesh-bvh']
const isThree = (i: Import) => THREE.includes(i.target)
/** Files of shared/ with a parser in them, or with one behind what they import. */
const PARSERS = withParsers(files)
const isCode = (i: Import) => i.own && /\.(ts|tsx|mjs)$/.test(i.target)

interface Wall {
  readonly says: string
  readonly from: (path: string) => boolean
  readonly forbids: (i: Import, path: string) => boolean
}

const WALLS: readonly Wall[] = [
  {
    says: 'shared/ is pure: it imports itself and zod, nothing else',
    from: (path) => under(path, 'shared'),
    forbids: (i) => (i.own ? !under(i.target, 'shared') : i.target !== 'zod'),
  },
  {
    says: 'the client never meets the server: what both need goes to shared/',
    from: (path) => under(path, 'client'),
    forbids: (i) => (isCode(i) && !under(i.target, 'client', 'shared')) || i.target.startsWith('node:'),
  },
  {
    says: 'the server imports shared/ and models/pipeline, never the client; no React, no three',
    from: (path) => under(path, 'server'),
    forbids: (i) =>
      (i.own && !under(i.target, 'server', 'shared', 'models/pipeline', 'package.json')) ||
      isThree(i) ||
      /^react/.test(i.target),
  },
  {
    says: 'models/ imports only itself and shared/',
    from: (path) => under(path, 'models'),
    forbids: (i) => i.own && !under(i.target, 'models', 'shared'),
  },
  {
    says: 'the client takes only types from files with a parser: zod asks the page for eval, which is forbidden, and weighs',
    from: (path) => under(path, 'client'),
    forbids: (i) => !i.onlyType && (i.target === 'zod' || PARSERS.has(i.target)),
  },
  {
    says: 'nothing imports tests/',
    from: (path) => !under(path, 'tests'),
    forbids: (i) => under(i.target, 'tests'),
  },
  {
    says: 'gateway/ and http/ import no noun: app.ts hands them their tables',
    from: (path) => under(path, 'server/gateway', 'server/http'),
    forbids: (i) => under(i.target, ...SERVER_NOUNS, 'server/app.ts', 'server/main.ts'),
  },
  {
    says: 'broadcast/, storage/ and files/ stand below the nouns and know none of them',
    from: (path) => under(path, 'server/broadcast', 'server/storage', 'server/files'),
    forbids: (i) => under(i.target, ...SERVER_NOUNS, 'server/gateway', 'server/http', 'server/app.ts'),
  },
  {
    says: 'only main.ts and app.ts wire the server together: nobody imports them but main.ts',
    from: (path) => under(path, 'server') && path !== 'server/main.ts',
    forbids: (i) => under(i.target, 'server/app.ts', 'server/main.ts'),
  },
  {
    says: 'a view gets its actions by context: it never imports net/',
    from: (path) => under(path, ...VIEWS),
    forbids: (i) => under(i.target, 'client/net'),
  },
  {
    says: 'state/ knows nothing of the line: net/ gets its stores from client/app and pushes into them',
    from: (path) => under(path, 'client/state'),
    forbids: (i) => under(i.target, 'client/net', 'client/app'),
  },
  {
    says: 'net/ gets its stores and callbacks from client/app, and never reaches for a view',
    from: (path) => under(path, 'client/net'),
    forbids: (i) => under(i.target, 'client/app', ...VIEWS),
  },
  {
    says: 'panels, pages, stage and phone never import three: the lobby must load without it',
    from: (path) =>
      under(
        path,
        'client/panels',
        'client/ui',
        'client/phone',
        'client/stage',
        'client/lobby',
        'client/app',
        'client/main.tsx',
      ),
    forbids: isThree,
  },
]

const breaches = (all: readonly SourceFile[], wall: Wall): string[] =>
  all
    .filter((file) => wall.from(file.path))
    .flatMap((file) => file.imports.filter((i) => wall.forbids(i, file.path)).map((i) => `${file.path} → ${i.written}`))

function withParsers(all: readonly SourceFile[]): ReadonlySet<string> {
  const found = new Set<string>(['zod'])
  const shared = all.filter(({ path }) => under(path, 'shared'))
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { path, imports } of shared) {
      if (imports.some((i) => !i.onlyType && found.has(i.target))) found.add(path)
    }
  }
  return found
}

/** Folders of the server that import one another, as pairs that close a circle. */
function circles(all: readonly SourceFile[]): string[] {
  const folderOf = (path: string) => (under(path, 'server') ? path.split('/').slice(0, 2).join('/') : null)
  const below = new Map<string, Set<string>>()
  for (const file of all) {
    const from = folderOf(file.path)
    if (!from || from.endsWith('.ts')) continue
    for (const i of file.imports) {
      const to = i.own ? folderOf(i.target) : null
      if (to && to !== from && !to.endsWith('.ts')) below.set(from, (below.get(from) ?? new Set()).add(to))
    }
  }
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of below.get(from) ?? []) if (!seen.has(next)) reaches(next, seen.add(next))
    return seen
  }
  return [...below.keys()].filter((folder) => reaches(folder).has(folder)).sort()
}

describe('imports', () => {
  it('[HOUSE-1] reads the whole tree', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(500)
    for (const folder of ['shared', 'server', 'client', 'models', 'tests', 'scripts'])
      expect(files.filter((file) => under(file.path, folder)).length, folder).toBeGreaterThan(3)
  })

  it.each(WALLS)('[HOUSE-1] $says', (wall) => {
    expect(files.filter((file) => wall.from(file.path)).length, 'files this wall was tried on').toBeGreaterThan(0)
    expect(breaches(files, wall)).toEqual([])
  })

  it('[HOUSE-1] every wall sees a breach when there is one', () => {
    const breach = (path: string, target: string): SourceFile => {
      const own = target.includes('/') && !target.startsWith('@') && !target.startsWith('node:')
      return { path, text: '', bytes: 0, imports: [{ written: target, target, own, onlyType: false }] }
    }
    const planted = [
      breach('shared/hall/x.ts', 'three'),
      breach('client/panels/x.tsx', 'server/app.ts'),
      breach('server/hall/x.ts', 'client/main.tsx'),
      breach('models/build/x.ts', 'server/app.ts'),
      breach('client/studio/x.ts', 'shared/protocol/parts.ts'),
      breach('client/app/x.ts', 'tests/support/page.ts'),
      breach('server/gateway/x.ts', 'server/session/session-room.ts'),
      breach('server/broadcast/x.ts', 'server/hall/hall-room.ts'),
      breach('server/booth/x.ts', 'server/app.ts'),
      breach('client/panels/x.tsx', 'client/net/socket.ts'),
      breach('client/state/x.ts', 'client/net/socket.ts'),
      breach('client/net/x.ts', 'client/panels/Door.tsx'),
      breach('client/panels/x.tsx', 'three'),
    ]
    expect(WALLS.filter((wall) => breaches(planted, wall).length === 0).map((wall) => wall.says)).toEqual([])
  })

  it('[HOUSE-2] no folder of the server is both above and below another', () => {
    expect(circles(files)).toEqual([])
  })

  it('[HOUSE-3] only main.ts, and programs of their own, touch process', () => {
    const own = ['server/main.ts', 'server/model/inspect-child.ts']
    const touching = files.filter(
      (file) => under(file.path, 'server', 'shared', 'client') && /\bprocess\.(env|argv|exit|on)\b/.test(file.text),
    )
    expect(touching.map((file) => file.path).filter((path) => !own.includes(path))).toEqual([])
  })
})
