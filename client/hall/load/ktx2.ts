// Textures as KTX2, for models that have them: three's loader and its Basis transcoder, from our own address. Neither is fetched
// before the first such model.

import { LoadingManager, type WebGLRenderer } from 'three'
import program from 'three/examples/jsm/libs/basis/basis_transcoder.wasm?url'
import type { KTX2Loader } from 'three/examples/jsm/loaders/KTX2Loader.js'
import { withoutEval } from './basis-script.ts'

const EXTENSION = 'KHR_texture_basisu'

/** Whether a GLB has such textures, by the first of its two chunks. */
export function hasKtx2(glb: ArrayBuffer): boolean {
  if (glb.byteLength < 20) return false
  const length = Math.min(new DataView(glb).getUint32(12, true), glb.byteLength - 20)
  return new TextDecoder().decode(new Uint8Array(glb, 20, length)).includes(EXTENSION)
}

/** One for each renderer: it knows what that one's GPU reads, and keeps the worker. */
const loaders = new WeakMap<WebGLRenderer, Promise<KTX2Loader>>()

export function ktx2Loader(renderer: WebGLRenderer): Promise<KTX2Loader> {
  const known = loaders.get(renderer)
  if (known) return known
  const made = make(renderer)
  loaders.set(renderer, made)
  made.catch(() => loaders.delete(renderer))
  return made
}

async function make(renderer: WebGLRenderer): Promise<KTX2Loader> {
  const [{ KTX2Loader }, { default: script }] = await Promise.all([
    import('three/examples/jsm/loaders/KTX2Loader.js'),
    import('three/examples/jsm/libs/basis/basis_transcoder.js?raw'),
  ])
  const ours = URL.createObjectURL(new Blob([withoutEval(script)], { type: 'text/javascript' }))
  // It asks for its two files by fixed names in a folder.
  const manager = new LoadingManager()
  manager.setURLModifier((url) => {
    if (url.endsWith('basis_transcoder.js')) return ours
    return url.endsWith('basis_transcoder.wasm') ? program : url
  })
  return new KTX2Loader(manager).setTranscoderPath('basis/').setWorkerLimit(1).detectSupport(renderer)
}
