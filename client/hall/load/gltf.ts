// Reads a GLB of the house's own, or a city's model. No cache: who loads it owns it and disposes of it.

import type { Mesh, Object3D, WebGLRenderer } from 'three'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { disposeModel } from '../booth/dispose.ts'
import { fetchAgain } from './fetch-again.ts'
import { hasKtx2, ktx2Loader } from './ktx2.ts'

/** Fetches with a signal and parses. The decoder is inlined in the bundle: nothing else is fetched. */
export async function loadGlb(url: string, signal: AbortSignal): Promise<GLTF> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return await parse(await response.arrayBuffer(), signal)
}

async function parse(bytes: ArrayBuffer, signal: AbortSignal, renderer?: WebGLRenderer): Promise<GLTF> {
  const loader = new GLTFLoader()
  if (renderer && hasKtx2(bytes)) loader.setKTX2Loader(await ktx2Loader(renderer))
  loader.setMeshoptDecoder(MeshoptDecoder)
  const gltf = await loader.parseAsync(bytes, '')
  if (!signal.aborted) return gltf
  disposeModel(gltf.scene)
  throw signal.reason
}

const { useWorkers: startWorkers } = MeshoptDecoder
let helped = false

/**
 * A city's model, which comes while one walks: asked for again when the line fails, decoded beside the main thread.
 * @param renderer what will draw it: textures as KTX2 are unpacked to what its GPU reads
 */
export async function loadModel(url: string, signal: AbortSignal, renderer: WebGLRenderer): Promise<GLTF> {
  if (!helped) startWorkers(1)
  helped = true
  return await parse(await fetchAgain(url, signal), signal, renderer)
}

/** A node's name as it stands in the file (three strips colons from its own). */
export function nameOf(node: Object3D): string {
  const name: unknown = node.userData['name']
  return typeof name === 'string' ? name : node.name
}

/** All meshes below a node with the name that applies to them: their own or the nearest named parent's with a colon. */
export function namedMeshes(root: Object3D): { name: string; mesh: Mesh }[] {
  const found: { name: string; mesh: Mesh }[] = []
  root.updateMatrixWorld(true)
  root.traverse((node) => {
    if (!('isMesh' in node)) return
    let owner: Object3D | null = node
    while (owner && !nameOf(owner).includes(':') && owner.parent) owner = owner.parent
    found.push({ name: owner && nameOf(owner).includes(':') ? nameOf(owner) : nameOf(node), mesh: node as Mesh })
  })
  return found
}
