// Loads everything one needs to walk, in small tasks: maps and geometry at once, then built, warmed and shown piece by piece.
// Files are the house's own, named by the bundler; nothing else is fetched.

import { type Mesh, MeshStandardMaterial, type PerspectiveCamera, type Scene, type WebGLRenderer } from 'three'
import type { HallWorld } from '../hall-world.ts'
import { makeFigureMaterial, makeSeatMaterial } from '../look/probe-material.ts'
import { makeUberMaterial } from '../look/uber-material.ts'
import { Seats } from '../zones/seats.ts'
import { HallBatch } from './batch.ts'
import { loadEnvironment } from './environment.ts'
import { loadGlb, namedMeshes } from './gltf.ts'
import { loadMap } from './textures.ts'
import { nextTask } from './wait.ts'

const FILES = import.meta.glob<string>(
  ['../../../models/hall/*.{glb,webp,png}', '../../../models/booths/*.glb', '../../../models/people/*.glb'],
  { query: '?url', import: 'default', eager: true },
)

/** Address of one of the house's own model files, by its path below models/. */
export function modelUrl(path: string): string {
  const url = FILES[`../../../models/${path}`]
  if (!url) throw new Error(`no such model: ${path}`)
  return url
}

export interface Stage {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: PerspectiveCamera
}

/** Resolves when one can walk. Throws when a file can't be had or read. */
export async function loadHall(world: HallWorld, stage: Stage, signal: AbortSignal): Promise<void> {
  const maps = Promise.all(
    ['light-floor.webp', 'light.webp', 'probe.png'].map((name) => loadMap(modelUrl(`hall/${name}`), signal)),
  )
  const files = Promise.all(['hall/hall.glb', 'booths/booths.glb'].map((path) => loadGlb(modelUrl(path), signal)))
  const environment = loadEnvironment(modelUrl('hall/env.webp'), stage.renderer, signal)
  const [floor, light, probe] = await maps
  if (!floor || !light || !probe) throw new Error('maps are missing')
  world.setLight(floor, light, probe)
  for (const map of [floor, light, probe]) {
    stage.renderer.initTexture(map)
    await nextTask()
  }
  stage.scene.environment = world.own(await environment)
  await nextTask()
  await buildStatic(world, (await files).map((gltf) => gltf.scene).flatMap(namedMeshes), signal)
  await warm(world, stage)
}

type Named = { readonly name: string; readonly mesh: Mesh }

async function buildStatic(world: HallWorld, named: readonly Named[], signal: AbortSignal): Promise<void> {
  const isStatic = ({ name }: Named) => !name.startsWith('glass:') && !name.startsWith('seat')
  const solid = named.filter(isStatic)
  const batch = new HallBatch(solid, makeUberMaterial(world.uniforms))
  let since = performance.now()
  for (const { name, mesh } of solid) {
    batch.add(name, mesh)
    if (performance.now() - since < 12) continue
    await nextTask()
    signal.throwIfAborted()
    since = performance.now()
  }
  world.setBatch(batch)
  const glass = glassMaterial()
  for (const { name, mesh } of named) if (name.startsWith('glass:')) world.addGlass(mesh, glass)
  const [near, far] = ['seat', 'seat-far'].map((part) => named.find(({ name }) => name === part)?.mesh)
  if (near && far) world.setSeats(new Seats(near, far, makeSeatMaterial(world.uniforms, 1 / near.scale.y)))
}

/** People come after one can walk: until then the hall is empty. */
export async function loadPeople(
  world: HallWorld,
  { renderer, scene, camera }: Stage,
  signal: AbortSignal,
): Promise<void> {
  const parts = namedMeshes((await loadGlb(modelUrl('people/figure.glb'), signal)).scene)
  const [near, far] = ['figure', 'figure-far'].map((part) => parts.find(({ name }) => name === part)?.mesh)
  if (!near || !far) throw new Error('the figure is missing')
  world.figures.setFigure(near, far, makeFigureMaterial(world.uniforms, 1 / near.scale.y))
  await renderer.compileAsync(world.figures.root, camera, scene)
}

function glassMaterial(): MeshStandardMaterial {
  return new MeshStandardMaterial({
    color: '#dfeceb',
    roughness: 0.06,
    transparent: true,
    opacity: 0.14,
    depthWrite: false,
    envMapIntensity: 1.2,
  })
}

/** Compiles the programs one object at a time, so that no single task is long. */
async function warm(world: HallWorld, { renderer, scene, camera }: Stage): Promise<void> {
  for (const child of [...world.root.children]) {
    await renderer.compileAsync(child, camera, scene)
    await nextTask()
  }
}
