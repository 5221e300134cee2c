// Every index of the cleaned JSON points at something that exists and fits: meshes, materials, textures, skins,
// animations, instances. Counts what they add up to. The graph of nodes is graph.ts's.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { must } from '../fault.ts'
import type { GltfJson, GltfPrimitive } from './gltf-json.ts'

/** Checks all references but the nodes' own. Answers with what was counted on the way. */
export function checkReferences(gltf: GltfJson): { primitives: number; morphTargets: number; channels: number } {
  let primitives = 0
  let morphTargets = 0
  for (const mesh of gltf.meshes) {
    primitives += mesh.primitives.length
    for (const primitive of mesh.primitives) {
      morphTargets = Math.max(morphTargets, primitive.targets?.length ?? 0)
      must(morphTargets <= UPLOAD_LIMITS.morphTargets, 'model.morph', {
        count: morphTargets,
        limit: UPLOAD_LIMITS.morphTargets,
      })
      checkPrimitive(gltf, primitive)
    }
  }
  checkMaterials(gltf)
  for (const skin of gltf.skins) checkSkin(gltf, skin)
  return { primitives, morphTargets, channels: checkAnimations(gltf) }
}

function checkPrimitive(gltf: GltfJson, primitive: GltfPrimitive): void {
  const position = gltf.accessors[primitive.attributes.POSITION ?? -1]
  must(position !== undefined, 'model.reference')
  must(position.type === 'VEC3', 'model.schema', { at: 'POSITION' })
  for (const list of [primitive.attributes, ...(primitive.targets ?? [])]) {
    for (const index of Object.values(list)) {
      must(
        gltf.accessors[index]?.count === position.count,
        index < gltf.accessors.length ? 'model.accessor-range' : 'model.reference',
      )
    }
  }
  if (primitive.indices !== undefined) {
    const indices = gltf.accessors[primitive.indices]
    must(indices !== undefined, 'model.reference')
    must(indices.type === 'SCALAR' && [5121, 5123, 5125].includes(indices.componentType), 'model.schema', {
      at: 'indices',
    })
  }
  if (primitive.material !== undefined) must(primitive.material < gltf.materials.length, 'model.reference')
}

function checkMaterials(gltf: GltfJson): void {
  for (const material of gltf.materials) checkTextureInfos(gltf, material)
  for (const texture of gltf.textures) {
    const sources = [
      texture.source,
      texture.extensions?.EXT_texture_webp?.source,
      texture.extensions?.KHR_texture_basisu?.source,
    ]
    for (const source of sources) if (source !== undefined) must(source < gltf.images.length, 'model.reference')
    if (texture.sampler !== undefined) must(texture.sampler < gltf.samplers.length, 'model.reference')
  }
}

function checkTextureInfos(gltf: GltfJson, value: object): void {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
    if (key.endsWith('Texture')) must((inner as { index: number }).index < gltf.textures.length, 'model.reference')
    else checkTextureInfos(gltf, inner as object)
  }
}

function checkSkin(gltf: GltfJson, skin: GltfJson['skins'][number]): void {
  must(new Set(skin.joints).size === skin.joints.length, 'model.reference')
  for (const joint of skin.joints) must(joint < gltf.nodes.length, 'model.reference')
  if (skin.skeleton !== undefined) must(skin.skeleton < gltf.nodes.length, 'model.reference')
  if (skin.inverseBindMatrices === undefined) return
  const matrices = gltf.accessors[skin.inverseBindMatrices]
  must(matrices !== undefined, 'model.reference')
  must(matrices.type === 'MAT4' && matrices.componentType === 5126, 'model.schema', { at: 'inverseBindMatrices' })
  must(matrices.count >= skin.joints.length, 'model.accessor-range')
}

function checkAnimations(gltf: GltfJson): number {
  let channels = 0
  for (const animation of gltf.animations) {
    channels += animation.channels.length
    must(channels <= UPLOAD_LIMITS.channels, 'model.animation', { count: channels, limit: UPLOAD_LIMITS.channels })
    for (const sampler of animation.samplers) {
      const input = gltf.accessors[sampler.input]
      const output = gltf.accessors[sampler.output]
      must(input !== undefined && output !== undefined, 'model.reference')
      must(input.type === 'SCALAR' && input.componentType === 5126, 'model.schema', { at: 'animations' })
    }
    for (const channel of animation.channels) {
      must(channel.sampler < animation.samplers.length, 'model.reference')
      if (channel.target.node !== undefined) must(channel.target.node < gltf.nodes.length, 'model.reference')
    }
  }
  return channels
}

/** How often a node draws its mesh. Refuses instancing whose attributes disagree or are too many. */
export function instancesOf(gltf: GltfJson, node: GltfJson['nodes'][number]): number {
  const instancing = node.extensions?.EXT_mesh_gpu_instancing
  if (!instancing) return 1
  let count = -1
  for (const index of Object.values(instancing.attributes)) {
    const accessor = gltf.accessors[index]
    must(accessor !== undefined, 'model.reference')
    must(count === -1 || accessor.count === count, 'model.accessor-range')
    count = accessor.count
  }
  must(count <= UPLOAD_LIMITS.instances, 'model.instances', { count, limit: UPLOAD_LIMITS.instances })
  return Math.max(count, 0)
}
