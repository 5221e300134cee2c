// Lets go of everything a loaded model holds on the GPU and in memory: geometries, materials, textures, decoded pictures.

import { InstancedMesh, type Material, type Mesh, type Object3D, Texture } from 'three'

/** Disposes of a model and takes it out of its parent. What two meshes share is let go once. */
export function disposeModel(root: Object3D): void {
  const things = new Set<{ dispose(): void }>()
  root.traverse((node) => {
    if (!('isMesh' in node)) return
    const mesh = node as Mesh
    // Its places are a buffer of its own.
    if (node instanceof InstancedMesh) things.add(node)
    things.add(mesh.geometry)
    for (const material of [mesh.material].flat()) {
      things.add(material)
      for (const texture of texturesOf(material)) things.add(texture)
    }
    if ('skeleton' in mesh) things.add((mesh as Mesh & { skeleton: { dispose(): void } }).skeleton)
  })
  for (const thing of things) {
    thing.dispose()
    if (thing instanceof Texture) closePicture(thing as Texture)
  }
  root.removeFromParent()
}

/** All but the environment, which is the hall's. */
export function texturesOf(material: Material): Texture[] {
  return Object.entries(material).flatMap(([key, value]) =>
    value instanceof Texture && key !== 'envMap' ? [value as Texture] : [],
  )
}

/** A decoded picture holds its memory until closed. */
function closePicture(texture: Texture): void {
  const picture: unknown = texture.source.data
  if (typeof ImageBitmap !== 'undefined' && picture instanceof ImageBitmap) picture.close()
}
