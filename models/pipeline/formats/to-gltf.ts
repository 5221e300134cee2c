// From a scene of three to a GLB of our own: the tree, its meshes, their looks. Bones, movement, cameras and lights stay
// behind and are said. What comes out goes through the same guards as every GLB.
import {
  type Accessor,
  Document,
  type Material as GltfMaterial,
  type Mesh as GltfMesh,
  type Node,
  NodeIO,
} from '@gltf-transform/core'
import { KHRTextureTransform } from '@gltf-transform/extensions'
import { weld } from '@gltf-transform/functions'
import type { BufferAttribute, BufferGeometry, InterleavedBufferAttribute, Material, Mesh, Object3D } from 'three'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { type Findings, must } from '../fault.ts'
import { Looks } from './looks.ts'
import type { Pictures } from './pictures.ts'
import { isOpen } from './sides.ts'
import { withNormals } from './smooth.ts'

interface Stretch {
  start: number
  count: number
  material: Material | undefined
}

/** Writes the scene. Refuses what is too deep or too much; says what is left behind. */
export async function toGlb(root: Object3D, pictures: Pictures, findings: Findings): Promise<Uint8Array> {
  const document = new Document()
  document.createBuffer()
  const writer = new Writer(document, new Looks(document, pictures, findings))
  const scene = document.createScene()
  document.getRoot().setDefaultScene(scene)
  scene.addChild(await writer.tree(root))
  writer.say(root, findings)
  must(document.getRoot().listMeshes().length > 0, 'model.empty-scene')
  // Corners that are alike are one from here on: a third of the memory for all that follows.
  await document.transform(weld())
  const io = new NodeIO().registerExtensions([KHRTextureTransform])
  return await io.writeBinary(document)
}

interface Counts {
  hidden: number
  cameras: number
  lights: number
  skins: number
  morphs: number
  lines: number
  bare: number
}

class Writer {
  private readonly meshes = new Map<string, Promise<GltfMesh>>()
  private readonly counts: Counts = { hidden: 0, cameras: 0, lights: 0, skins: 0, morphs: 0, lines: 0, bare: 0 }
  private readonly seen = new Set<Object3D>()
  private readonly document: Document
  private readonly looks: Looks
  constructor(document: Document, looks: Looks) {
    this.document = document
    this.looks = looks
  }

  /** A node with all below it, by a stack of our own. */
  async tree(root: Object3D): Promise<Node> {
    const top = this.document.createNode()
    const open: { object: Object3D; node: Node; depth: number }[] = [{ object: root, node: top, depth: 1 }]
    for (let step = open.pop(); step; step = open.pop()) {
      const { object, node, depth } = step
      must(depth < UPLOAD_LIMITS.nodeDepth, 'model.node-depth', { limit: UPLOAD_LIMITS.nodeDepth })
      must(!this.seen.has(object), 'model.node-cycle')
      this.seen.add(object)
      const limit = UPLOAD_LIMITS.nodes
      must(this.seen.size < limit, 'model.node-count', { count: this.seen.size, limit })
      await this.fill(object, node)
      for (const child of object.children) {
        if (!child.visible) this.counts.hidden++
        else {
          const below = this.document.createNode()
          node.addChild(below)
          open.push({ object: child, node: below, depth: depth + 1 })
        }
      }
    }
    return top
  }

  private async fill(object: Object3D, node: Node): Promise<void> {
    if (object.matrixAutoUpdate) object.updateMatrix()
    must(object.matrix.elements.every(Number.isFinite), 'model.not-finite')
    if (object.matrixAutoUpdate) {
      node.setTranslation(object.position.toArray())
      node.setRotation(object.quaternion.normalize().toArray())
      node.setScale(object.scale.toArray())
    } else node.setMatrix(object.matrix.toArray() as Parameters<Node['setMatrix']>[0])
    this.count(object)
    if (isMesh(object)) node.setMesh(await this.meshOf(object))
  }

  private count(object: Object3D): void {
    const kinds = object as Partial<Record<'isCamera' | 'isLight' | 'isSkinnedMesh' | 'isLine' | 'isPoints', boolean>>
    if (kinds.isCamera) this.counts.cameras++
    if (kinds.isLight) this.counts.lights++
    if (kinds.isSkinnedMesh) this.counts.skins++
    if (kinds.isLine || kinds.isPoints) this.counts.lines++
    if (isMesh(object) && Object.keys(object.geometry.morphAttributes).length > 0) this.counts.morphs++
  }

  /** Meshes of the same shape in the same dress are written once. */
  private async meshOf(mesh: Mesh): Promise<GltfMesh | null> {
    const materials = listOf(mesh.material)
    const key = `${mesh.geometry.uuid} ${materials.map((material) => material?.uuid).join(' ')}`
    const known = this.meshes.get(key) ?? this.write(mesh.geometry, materials)
    this.meshes.set(key, known)
    const written = await known
    if (written.listPrimitives().length > 0) return written
    written.dispose()
    return null
  }

  private async write(bare: BufferGeometry, materials: readonly (Material | undefined)[]): Promise<GltfMesh> {
    const out = this.document.createMesh()
    if (!((bare.getAttribute('position') as BufferAttribute | undefined)?.count ?? 0)) return out
    const open = isOpen(bare)
    const lacking = !bare.getAttribute('normal')
    const geometry = withNormals(bare)
    if (lacking && geometry.getAttribute('normal')) this.counts.bare++
    const position = geometry.getAttribute('position')
    const index = geometry.getIndex()
    const corners = index ? Uint32Array.from(index.array) : undefined
    const whole = corners?.length ?? position.count
    const shared = corners ? this.attributes(geometry, 0, position.count) : undefined
    for (const { start, count, material } of stretchesOf(geometry, materials, whole)) {
      const primitive = this.document.createPrimitive()
      const attributes = shared ?? this.attributes(geometry, start, count)
      for (const [semantic, accessor] of attributes) primitive.setAttribute(semantic, accessor)
      if (corners) primitive.setIndices(this.accessor('SCALAR', corners.slice(start, start + count)))
      primitive.setMaterial(await this.dress(material, open, attributes))
      out.addPrimitive(primitive)
    }
    return out
  }

  private async dress(
    material: Material | undefined,
    open: boolean,
    attributes: ReadonlyMap<string, Accessor>,
  ): Promise<GltfMaterial> {
    const look = await this.looks.of(material, open, attributes.has('TEXCOORD_0'))
    return look
  }

  private attributes(geometry: BufferGeometry, from: number, count: number): Map<string, Accessor> {
    const out = new Map<string, Accessor>()
    const put = (name: string, semantic: string, type: 'VEC2' | 'VEC3' | 'VEC4', flipV = false) => {
      const attribute = geometry.getAttribute(name) as BufferAttribute | InterleavedBufferAttribute | undefined
      const size = type === 'VEC2' ? 2 : type === 'VEC3' ? 3 : 4
      if (!attribute || attribute.itemSize !== size || attribute.count < from + count) return
      out.set(semantic, this.accessor(type, floatsOf(attribute, from, count, size, flipV)))
    }
    put('position', 'POSITION', 'VEC3')
    put('normal', 'NORMAL', 'VEC3')
    put('uv', 'TEXCOORD_0', 'VEC2', true)
    put('color', 'COLOR_0', 'VEC3')
    put('color', 'COLOR_0', 'VEC4')
    return out
  }

  private accessor(
    type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4',
    array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  ) {
    const buffer = this.document.getRoot().listBuffers()[0] ?? null
    return this.document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  }

  say(root: Object3D, findings: Findings): void {
    const { hidden, cameras, lights, skins, morphs, lines, bare } = this.counts
    const animations = root.animations.length
    if (hidden > 0) findings.add('model.found-hidden-removed', { count: hidden })
    if (cameras > 0) findings.add('model.found-cameras-removed', { count: cameras })
    if (lights > 0) findings.add('model.found-lights-removed', { count: lights })
    if (lines > 0) findings.add('model.found-lines-removed', { count: lines })
    if (bare > 0) findings.add('model.found-normals-made', { count: bare })
    if (skins + morphs > 0) findings.add('model.found-bones-dropped', { count: skins + morphs })
    if (animations > 0) findings.add('model.found-movement-dropped', { count: animations })
    this.looks.say()
  }
}

const isMesh = (object: Object3D): object is Mesh => (object as { isMesh?: boolean }).isMesh === true

const listOf = (material: Material | Material[]): (Material | undefined)[] =>
  (Array.isArray(material) ? material : [material]).map((each) =>
    (each as Partial<Material> | undefined)?.isMaterial === true ? each : undefined,
  )

// Stretches of one material that follow each other become one; whole triangles only.
function stretchesOf(geometry: BufferGeometry, materials: readonly (Material | undefined)[], whole: number): Stretch[] {
  const all = whole - (whole % 3)
  if (geometry.groups.length === 0) return all > 0 ? [{ start: 0, count: all, material: materials[0] }] : []
  const out: Stretch[] = []
  for (const { start, count, materialIndex = 0 } of geometry.groups) {
    const to = Math.min(start + count, all)
    const length = to - start - ((to - start) % 3)
    if (!(start >= 0) || !(length > 0)) continue
    const material = materials[materialIndex]
    const last = out.at(-1)
    if (last && last.material === material && last.start + last.count === start) last.count += length
    else out.push({ start, count: length, material })
  }
  return out
}

// Pictures of three's loaders have their first row below: glTF counts v from above.
function floatsOf(
  attribute: BufferAttribute | InterleavedBufferAttribute,
  from: number,
  count: number,
  size: number,
  flipV: boolean,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(count * size)
  for (let at = 0; at < count; at++) {
    for (let k = 0; k < size; k++) {
      const value = attribute.getComponent(from + at, k)
      must(Number.isFinite(value), 'model.not-finite')
      out[at * size + k] = value
    }
    if (flipV) out[at * size + 1] = 1 - (out[at * size + 1] ?? 0)
  }
  return out
}
