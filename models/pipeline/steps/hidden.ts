// What nobody sees from outside: the insides of machines, floors under floors. From afar it only costs triangles that the rest needs.
import type { Document } from '@gltf-transform/core'
import { compactPrimitive } from '@gltf-transform/functions'
import { MeshoptSimplifier } from 'meshoptimizer'
import { BackSide, BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import type { Triple } from './atlas/look.ts'
import { crossed } from './atlas/source.ts'
import { restShape } from './rest.ts'
import { cornersOf, meshNodes } from './scene.ts'

/** From where one looks: all around, level and from above. Radians. */
const RISES = [0.03, 0.7]
const AROUND = 6
/** Triangles larger than this are looked at in more than one place. Square metres. */
const LARGE = 0.004
const LIFT = 0.002

const DIRECTIONS: readonly Triple[] = RISES.flatMap((rise, row) =>
  Array.from({ length: AROUND }, (_, at): Triple => {
    const turn = ((at + row / RISES.length) * 2 * Math.PI) / AROUND
    return [Math.cos(rise) * Math.sin(turn), Math.sin(rise), Math.cos(rise) * Math.cos(turn)]
  }),
)
const MIDDLE: readonly Triple[] = [[1 / 3, 1 / 3, 1 / 3]]
const MANY: readonly Triple[] = [...MIDDLE, [0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]]

/** Takes away hidden triangles of a document's only part. Those around a visible one stay, so that no gap opens. */
export async function dropHidden(document: Document): Promise<void> {
  await MeshoptSimplifier.ready
  const [node, ...others] = meshNodes(document)
  const [part, ...more] = node?.getMesh()?.listPrimitives() ?? []
  if (!node || !part || others.length + more.length > 0) return
  const positions = restShape(node, part).positions
  const corners = cornersOf(part)
  const seen = seenOf(positions, corners, part.getMaterial()?.getDoubleSided() ?? false)
  const place = MeshoptSimplifier.generatePositionRemap(positions, 3)
  const kept = new Uint8Array(positions.length / 3)
  corners.forEach((corner, at) => {
    if (seen[Math.floor(at / 3)]) kept[place[corner] ?? 0] = 1
  })
  const left = corners.filter((_, at) => {
    const first = at - (at % 3)
    return [0, 1, 2].some((k) => kept[place[corners[first + k] ?? 0] ?? 0] === 1)
  })
  const indices = part.getIndices()
  if (left.length === 0 || left.length === corners.length || !indices) return
  part.setIndices(indices.clone().setArray(left))
  compactPrimitive(part)
}

/** 1 for each triangle that is seen from one of the directions. */
function seenOf(positions: Float32Array, corners: Uint32Array, twoSided: boolean): Uint8Array {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(corners.slice(), 1))
  const bvh = new MeshBVH(geometry)
  const ray = new Ray()
  const from = new Vector3()
  const isOpen = (direction: Triple) => {
    ray.direction.set(...direction)
    ray.origin.copy(from).addScaledVector(ray.direction, LIFT)
    // A wall hides only from who sees its front: rooms without a ceiling are open.
    return bvh.raycastFirst(ray, twoSided ? DoubleSide : BackSide) === null
  }
  return Uint8Array.from({ length: corners.length / 3 }, (_, triangle) => {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const at = (corners[triangle * 3 + k] ?? 0) * 3
      return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0] as Triple
    }) as [Triple, Triple, Triple]
    const normal = crossed(a, b, c)
    const length = Math.hypot(...normal)
    if (length === 0) return 0
    const towards = DIRECTIONS.filter((direction) => {
      const along = (direction[0] * normal[0] + direction[1] * normal[1] + direction[2] * normal[2]) / length
      return twoSided ? Math.abs(along) > 0.02 : along > 0.02
    })
    const seen = (length / 2 > LARGE ? MANY : MIDDLE).some((shares) => {
      const at = (k: number) => (a[k] ?? 0) * shares[0] + (b[k] ?? 0) * shares[1] + (c[k] ?? 0) * shares[2]
      from.set(at(0), at(1), at(2))
      return towards.some(isOpen)
    })
    return seen ? 1 : 0
  })
}
