// What a model wants of the GPU, step by step, against a renderer that only writes down what it is asked for.

import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  Group,
  Mesh,
  MeshStandardMaterial,
  PerspectiveCamera,
  Scene,
  type WebGLRenderer,
} from 'three'
import { expect, it } from 'vitest'
import { readySteps } from '../../../client/hall/load/ready-model.ts'
import type { FloorMirror } from '../../../client/hall/mirror.ts'

const picture = (side: number) => new DataTexture(new Uint8Array(4), side, side)

function geometry(vertices: number) {
  const made = new BufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array(vertices * 3), 3))
  return made
}

/** A renderer that writes down its calls, and how much of a mesh it would draw. */
function noted() {
  const calls: string[] = []
  const renderer = {
    initTexture: ({ image }: DataTexture) => calls.push(`picture ${image.width}`),
    compile: () => calls.push('compile'),
    compileAsync: async () => void calls.push('compiled'),
    getRenderTarget: () => null,
    setRenderTarget: (target: object | null) => calls.push(target ? 'aside' : 'back'),
    render: ({ geometry: { drawRange }, frustumCulled }: Mesh) =>
      calls.push(`draw ${drawRange.count} ${frustumCulled}`),
  }
  const mirror = { compile: () => calls.push('mirror') }
  const stage = { scene: new Scene(), camera: new PerspectiveCamera() }
  return {
    calls,
    with: (mirrored: boolean) => ({
      ...stage,
      renderer: renderer as unknown as WebGLRenderer,
      mirror: mirrored ? (mirror as unknown as FloorMirror) : null,
    }),
  }
}

it('[HALL-34] pictures come first, each once; then programs, also the mirror’s where it is mirrored; then buffers', async () => {
  const [large, small] = [picture(512), picture(8)]
  const one = new MeshStandardMaterial({ map: large, normalMap: small })
  const two = new MeshStandardMaterial({ map: large })
  const root = new Group().add(new Mesh(geometry(3), one), new Mesh(geometry(3), two))
  const { calls, with: stage } = noted()
  const steps = readySteps(root, stage(true))
  for (const { work } of steps) await work()
  expect(calls).toEqual([
    ...['picture 512', 'picture 8', 'compile', 'compile', 'mirror', 'compiled'],
    ...['aside', 'draw 3 false', 'back', 'aside', 'draw 3 false', 'back'],
  ])
  expect(root.children.map((mesh) => [(mesh as Mesh).geometry.drawRange.count, mesh.frustumCulled])).toEqual([
    [Infinity, true],
    [Infinity, true],
  ])
  expect(steps.map(({ share }) => share).slice(0, 2)).toEqual([1, 0.2])
  expect(readySteps(root, stage(false)).length).toBe(steps.length - 1)
})

it('[HALL-34] buffers share a frame up to half a megabyte', () => {
  const shares = [10, 20_000, 400_000].map((vertices) => {
    const root = new Group().add(new Mesh(geometry(vertices), new MeshStandardMaterial()))
    return readySteps(root, noted().with(false)).at(-1)?.share ?? 0
  })
  expect(shares.map((share) => Math.round(share * 100))).toEqual([5, 51, 100])
})
