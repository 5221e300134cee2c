// Reads a GLB of the house's own, or a city's model. No cache: who loads it owns it and disposes of it.

import type { Mesh, Object3D } from 'three'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { disposeModel } from '../booth/dispose.ts'

/** Fetches with a signal and parses. The decoder is inlined in the bundle: nothing else is fetched. */
export async function loadGlb(url: string, signal: AbortSignal): Promise<GLTF> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  const bytes = await response.arrayBuffer()
  const loader = new GLTFLoader()
  loader.setMeshoptDecoder(MeshoptDecoder)
  const gltf = await loader.parseAsync(bytes, '')
  if (!signal.aborted) return gltf
  disposeModel(gltf.scene)
  throw signal.reason
}

let helped = false

/** A city's model: its buffers are decoded beside the main thread, since it comes while one walks. */
export async function loadModel(url: string, signal: AbortSignal): Promise<GLTF> {
  if (!helped) MeshoptDecoder.useWorkers(1)
  helped = true
  return await loadGlb(url, signal)
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
