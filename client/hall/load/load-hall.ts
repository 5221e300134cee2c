// Loads everything one needs to walk, in small tasks: maps and geometry at once, then built, warmed and shown piece by piece.
// Files are the house's own, named by the bundler; nothing else is fetched.

import { Mesh, MeshStandardMaterial } from 'three'
import { Carpets } from '../booth/carpets.ts'
import type { HallWorld } from '../hall-world.ts'
import { makeFigureMaterial, makeSeatMaterial } from '../look/probe-material.ts'
import { makeUberMaterial } from '../look/uber-material.ts'
import { Seats } from '../zones/seats.ts'
import { HallBatch, type NamedMesh } from './batch.ts'
import { loadEnvironment } from './environment.ts'
import { loadGlb, namedMeshes } from './gltf.ts'
import { loadMap } from './textures.ts'
import { nextTask } from './wait.ts'
import { type Stage, warmUp } from './warm-up.ts'

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

/** Far levels of all booths are a file of their own, so that one can walk before the near ones are here. */
const FAR_FILE = 'booths/booths-far.glb'
const NEAR_FILE = 'booths/booths.glb'
const ENVIRONMENT_FILE = 'hall/env.webp'

/** Resolves when one can walk. Throws when a file can't be had or read. */
export async function loadHall(world: HallWorld, stage: Stage, signal: AbortSignal): Promise<void> {
  const maps = Promise.all(
    ['light-floor.webp', 'light.webp', 'probe.png'].map((name) => loadMap(modelUrl(`hall/${name}`), signal)),
  )
  const shell = loadGlb(modelUrl('hall/hall.glb'), signal)
  const booths = loadGlb(modelUrl(FAR_FILE), signal)
  const environment = loadEnvironment(modelUrl(ENVIRONMENT_FILE), stage.renderer, signal)
  const [floor, light, probe] = await maps
  if (!floor || !light || !probe) throw new Error('maps are missing')
  world.setLight(floor, light, probe)
  for (const map of [floor, light, probe]) {
    stage.renderer.initTexture(map)
    await nextTask()
  }
  stage.scene.environment = world.own(await environment)
  await nextTask()
  const batch = new HallBatch(makeUberMaterial(world.uniforms))
  await addShell(world, batch, namedMeshes((await shell).scene), signal)
  await batch.add(namedMeshes((await booths).scene), signal)
  world.setBatch(batch)
  await warmUp(world, stage, signal)
}

/** The near levels, after one can walk: until then, and while they come, the far ones stand everywhere. */
export async function loadNearBooths(world: HallWorld, signal: AbortSignal): Promise<void> {
  const { scene } = await loadGlb(modelUrl(NEAR_FILE), signal)
  await world.batch?.add(namedMeshes(scene), signal)
}

/** After a lost context came back: three uploads everything again but the environment, which was drawn and has no source. */
export async function renewEnvironment(
  world: HallWorld,
  { renderer, scene }: Pick<Stage, 'renderer' | 'scene'>,
  signal: AbortSignal,
): Promise<void> {
  const before = scene.environment
  const fresh = world.own(await loadEnvironment(modelUrl(ENVIRONMENT_FILE), renderer, signal))
  scene.environment = fresh
  scene.traverse((node) => {
    if (!(node instanceof Mesh)) return
    for (const material of [node.material].flat()) {
      if (material instanceof MeshStandardMaterial && material.envMap === before) material.envMap = fresh
    }
  })
}

async function addShell(
  world: HallWorld,
  batch: HallBatch,
  named: readonly NamedMesh[],
  signal: AbortSignal,
): Promise<void> {
  await batch.add(
    named.filter(({ name }) => !name.startsWith('glass:') && !name.startsWith('seat')),
    signal,
  )
  world.setCarpets(new Carpets(makeSeatMaterial(world.uniforms, 1)))
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
  })
}
