// The audience's 120 seats: two levels, two instanced draws, one draw of soft shadows under them. Which seat is near is chosen
// only when the eye has moved.

import { Group, InstancedMesh, type Material, Matrix4, type Mesh, Vector3 } from 'three'
import { AUDIENCE } from '../../../shared/hall/hall-plan.ts'
import { LAYER_EYE } from '../layers.ts'
import { makeBlobs } from '../people/blobs.ts'

const NEAR_DISTANCE = 9
/** The eye must move so far before the choice is made again, metres. */
const MOVED = 0.6

export class Seats {
  readonly root = new Group()
  readonly #near: InstancedMesh
  readonly #far: InstancedMesh
  readonly #last = new Vector3(1e9, 0, 0)
  readonly #places: readonly Matrix4[]

  constructor(near: Mesh, far: Mesh, material: Material) {
    this.#places = AUDIENCE.map(({ x, z, yaw }) =>
      new Matrix4().makeRotationY(yaw).setPosition(x, 0, z).multiply(near.matrixWorld),
    )
    this.#near = instanced(near, material)
    this.#far = instanced(far, material)
    const blobs = makeBlobs(AUDIENCE.length, 0.6)
    const matrix = new Matrix4()
    AUDIENCE.forEach(({ x, z }, i) => {
      blobs.setMatrixAt(i, matrix.makeScale(1.05, 1, 1.25).setPosition(x, 0.012, z))
    })
    this.root.add(this.#near, this.#far, blobs)
  }

  /** Before the eye's pass. */
  update(eye: Vector3): void {
    if (eye.distanceToSquared(this.#last) < MOVED * MOVED) return
    this.#last.copy(eye)
    let near = 0
    let far = 0
    AUDIENCE.forEach(({ x, z }, i) => {
      const place = this.#places[i] as Matrix4
      if (Math.hypot(x - eye.x, z - eye.z) < NEAR_DISTANCE) this.#near.setMatrixAt(near++, place)
      else this.#far.setMatrixAt(far++, place)
    })
    for (const [mesh, count] of [
      [this.#near, near],
      [this.#far, far],
    ] as const) {
      mesh.count = count
      mesh.visible = count > 0
      mesh.instanceMatrix.needsUpdate = true
      mesh.computeBoundingSphere()
    }
  }
}

function instanced(mesh: Mesh, material: Material): InstancedMesh {
  const made = new InstancedMesh(mesh.geometry, material, AUDIENCE.length)
  made.layers.set(LAYER_EYE)
  return made
}
