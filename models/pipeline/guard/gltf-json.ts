// The shape of a glTF's JSON as we take it: known fields of the right type, everything else left behind. What passes
// holds no extras, no names, no unknown extension: that is the sanitising. References are checked in references.ts.
import { z } from 'zod'
import { judgeCounts } from '../../../shared/model/judge.ts'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { ModelFault, must, refuse } from '../fault.ts'

const index = z.number().int().nonnegative().max(0xffffffff)
const size = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const vector = (length: number) => z.array(z.number()).length(length)
const attributes = z.record(z.string().regex(/^[A-Z_][A-Z0-9_]{0,39}$/), index)

const textureInfo = z.object({
  index,
  texCoord: z.number().int().min(0).max(7).optional(),
  scale: z.number().optional(),
  strength: z.number().optional(),
  extensions: z
    .object({
      KHR_texture_transform: z
        .object({
          offset: vector(2).optional(),
          rotation: z.number().optional(),
          scale: vector(2).optional(),
          texCoord: z.number().int().min(0).max(7).optional(),
        })
        .optional(),
    })
    .optional(),
})

// A material extension: numbers, short vectors and textures; nothing else has a place in one.
const factors = z.record(
  z.string().max(40),
  z.union([z.number(), z.array(z.number()).max(4), textureInfo, z.unknown().transform(() => undefined)]),
)

/** Material extensions that go on into the pipeline. */
export const MATERIAL_EXTENSIONS = [
  'KHR_materials_anisotropy',
  'KHR_materials_clearcoat',
  'KHR_materials_dispersion',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_iridescence',
  'KHR_materials_pbrSpecularGlossiness',
  'KHR_materials_sheen',
  'KHR_materials_specular',
  'KHR_materials_transmission',
  'KHR_materials_unlit',
  'KHR_materials_volume',
] as const

const materialExtensions = z.object(
  Object.fromEntries(MATERIAL_EXTENSIONS.map((name) => [name, factors.optional()])) as Record<
    (typeof MATERIAL_EXTENSIONS)[number],
    z.ZodOptional<typeof factors>
  >,
)

const material = z.object({
  pbrMetallicRoughness: z
    .object({
      baseColorFactor: vector(4).optional(),
      baseColorTexture: textureInfo.optional(),
      metallicFactor: z.number().optional(),
      roughnessFactor: z.number().optional(),
      metallicRoughnessTexture: textureInfo.optional(),
    })
    .optional(),
  normalTexture: textureInfo.optional(),
  occlusionTexture: textureInfo.optional(),
  emissiveTexture: textureInfo.optional(),
  emissiveFactor: vector(3).optional(),
  alphaMode: z.enum(['OPAQUE', 'MASK', 'BLEND']).optional(),
  alphaCutoff: z.number().optional(),
  doubleSided: z.boolean().optional(),
  extensions: materialExtensions.optional(),
})

const draco = z.object({ bufferView: index, attributes })

const primitive = z.object({
  attributes,
  indices: index.optional(),
  material: index.optional(),
  mode: z.number().int().min(0).max(6).optional(),
  targets: z.array(attributes).optional(),
  extensions: z.object({ KHR_draco_mesh_compression: draco.optional() }).optional(),
})

const componentType = z.union([5120, 5121, 5122, 5123, 5125, 5126].map((value) => z.literal(value)))
const sparsePart = z.object({ bufferView: index, byteOffset: size.optional() })

const accessor = z.object({
  bufferView: index.optional(),
  byteOffset: size.optional(),
  componentType,
  normalized: z.boolean().optional(),
  count: size,
  type: z.enum(['SCALAR', 'VEC2', 'VEC3', 'VEC4', 'MAT2', 'MAT3', 'MAT4']),
  min: z.array(z.number()).max(16).optional(),
  max: z.array(z.number()).max(16).optional(),
  sparse: z.object({ count: size, indices: sparsePart.extend({ componentType }), values: sparsePart }).optional(),
})

const meshopt = z.object({
  buffer: index,
  byteOffset: size.optional(),
  byteLength: size,
  byteStride: size,
  count: size,
  mode: z.enum(['ATTRIBUTES', 'TRIANGLES', 'INDICES']),
  filter: z.enum(['NONE', 'OCTAHEDRAL', 'QUATERNION', 'EXPONENTIAL']).optional(),
})

const bufferView = z.object({
  buffer: index,
  byteOffset: size.optional(),
  byteLength: size,
  byteStride: z.number().int().min(1).max(252).optional(),
  target: z.number().int().optional(),
  extensions: z.object({ EXT_meshopt_compression: meshopt.optional() }).optional(),
})

const buffer = z.object({
  byteLength: size,
  uri: z.string().optional(),
  extensions: z
    .object({ EXT_meshopt_compression: z.object({ fallback: z.boolean().optional() }).optional() })
    .optional(),
})

const node = z.object({
  mesh: index.optional(),
  skin: index.optional(),
  children: z.array(index).optional(),
  matrix: vector(16).optional(),
  translation: vector(3).optional(),
  rotation: vector(4).optional(),
  scale: vector(3).optional(),
  weights: z.array(z.number()).optional(),
  extensions: z
    .object({
      EXT_mesh_gpu_instancing: z.object({ attributes }).optional(),
      KHR_node_visibility: z.object({ visible: z.boolean().optional() }).optional(),
    })
    .optional(),
})

const textureSource = z.object({ source: index.optional() }).optional()
const texture = z.object({
  sampler: index.optional(),
  source: index.optional(),
  extensions: z.object({ EXT_texture_webp: textureSource, KHR_texture_basisu: textureSource }).optional(),
})

const animation = z.object({
  samplers: z.array(
    z.object({ input: index, output: index, interpolation: z.enum(['LINEAR', 'STEP', 'CUBICSPLINE']).optional() }),
  ),
  channels: z.array(
    z.object({
      sampler: index,
      target: z.object({ node: index.optional(), path: z.enum(['translation', 'rotation', 'scale', 'weights']) }),
    }),
  ),
})

const wrap = z.union([z.literal(33071), z.literal(33648), z.literal(10497)])
const sampler = z.object({
  magFilter: z.number().int().min(9728).max(9729).optional(),
  minFilter: z.number().int().min(9728).max(9987).optional(),
  wrapS: wrap.optional(),
  wrapT: wrap.optional(),
})

const gltf = z.object({
  asset: z.object({ version: z.string().regex(/^2\.\d+$/) }),
  scene: index.optional(),
  scenes: z.array(z.object({ nodes: z.array(index).optional() })).default([]),
  nodes: z.array(node).default([]),
  meshes: z
    .array(z.object({ primitives: z.array(primitive).min(1), weights: z.array(z.number()).optional() }))
    .default([]),
  materials: z.array(material).default([]),
  accessors: z.array(accessor).default([]),
  bufferViews: z.array(bufferView).default([]),
  buffers: z.array(buffer).default([]),
  textures: z.array(texture).default([]),
  images: z
    .array(
      z.object({ uri: z.string().optional(), mimeType: z.string().max(40).optional(), bufferView: index.optional() }),
    )
    .default([]),
  samplers: z.array(sampler).default([]),
  skins: z
    .array(
      z.object({ joints: z.array(index).min(1), inverseBindMatrices: index.optional(), skeleton: index.optional() }),
    )
    .default([]),
  animations: z.array(animation).default([]),
  extensionsUsed: z.array(z.string().max(100)).max(100).optional(),
  extensionsRequired: z.array(z.string().max(100)).max(100).optional(),
})

export type GltfJson = z.infer<typeof gltf>
export type GltfAccessor = GltfJson['accessors'][number]
export type GltfPrimitive = GltfJson['meshes'][number]['primitives'][number]

/** Takes a parsed JSON for a glTF 2.0. Refuses too many of anything first, then what has the wrong shape. */
export function takeGltf(value: unknown): GltfJson {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), 'model.schema', { at: '' })
  mustBeFew(value as Record<string, unknown>)
  const parsed = gltf.safeParse(value)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path.join('.').slice(0, 100) ?? ''
  const version = at.startsWith('asset')
  refuse(version ? 'model.version' : 'model.schema', version ? {} : { at })
}

// By array lengths alone, so that a million nodes are refused without being looked at.
function mustBeFew(root: Record<string, unknown>): void {
  const many = (key: string) => (Array.isArray(root[key]) ? root[key].length : 0)
  const fault = judgeCounts({
    scenes: many('scenes'),
    nodes: many('nodes'),
    meshes: many('meshes'),
    materials: many('materials'),
    textures: many('textures'),
    images: many('images'),
    accessors: many('accessors'),
    skins: many('skins'),
    animations: many('animations'),
    channels: longest(root.animations, 'channels'),
    joints: longest(root.skins, 'joints'),
    primitives: longest(root.meshes, 'primitives'),
  })[0]
  if (fault) throw new ModelFault(fault)
  const views = Math.max(many('bufferViews'), many('buffers'), many('samplers'))
  const limit = UPLOAD_LIMITS.accessors
  must(views <= limit, 'model.accessor-count', { count: views, limit })
}

function longest(list: unknown, key: string): number {
  if (!Array.isArray(list)) return 0
  return list.reduce((most: number, item: unknown) => {
    const inner = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined
    return Array.isArray(inner) ? Math.max(most, inner.length) : most
  }, 0)
}
