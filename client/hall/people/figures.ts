// Everybody in view as instances of one figure: coats in muted colours, blob shadows, name plates; a handful of draws for all.
// Reads live poses, writes instance matrices; no React, no allocation per frame.

import {
  Color,
  Frustum,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  type Mesh,
  type PerspectiveCamera,
  Quaternion,
  Sphere,
  Vector3,
} from 'three'
import type { Plate } from '../../../shared/protocol/wire.ts'
import type { LiveFigure, LivePoses } from '../../state/live-poses.ts'
import { makeBlobs } from './blobs.ts'
import { NamePlates } from './plates.ts'

/** As many as are drawn at once; the wire brings no more than 40 and the guide. */
const MOST = 48
const COATS = ['#8d8478', '#4d5660', '#b7a48c', '#6f7a78', '#9c6f55', '#d6cdbf', '#3f4a52', '#a08b70'].map(
  (c) => new Color(c),
)
const BADGE_COATS = { staff: new Color('#2f5f84'), guide: new Color('#9a6b32') } as const
const PLATE_ABOVE = 0.22
const HEIGHT = 1.72
const UP = new Vector3(0, 1, 0)

export class FigureLayer {
  readonly root = new Group()
  readonly #plates = new NamePlates()
  readonly #blobs = makeBlobs(MOST)
  readonly #meshes: InstancedMesh[] = []
  readonly #badges = new Map<number, 'staff' | 'guide'>()
  readonly #matrix = new Matrix4()
  readonly #place = new Vector3()
  readonly #turn = new Quaternion()
  readonly #size = new Vector3(1, 1, 1)
  readonly #frustum = new Frustum()
  readonly #sphere = new Sphere(new Vector3(), 1.2)
  readonly #projection = new Matrix4()

  constructor() {
    this.root.add(this.#blobs, this.#plates.mesh)
  }

  /** The figure has come: each of its parts becomes one instanced draw. `tinted` parts take the coat's colour. */
  setFigure(parts: readonly { readonly mesh: Mesh; readonly tinted: boolean }[], material: Material): void {
    for (const { mesh, tinted } of parts) {
      const instanced = new InstancedMesh(mesh.geometry, material, MOST)
      instanced.frustumCulled = false
      instanced.userData['tinted'] = tinted
      for (let i = 0; i < MOST; i++) instanced.setColorAt(i, COATS[0] as Color)
      this.#meshes.push(instanced)
      this.root.add(instanced)
    }
  }

  setPlates(plates: readonly Plate[]): void {
    this.#plates.setPlates(plates)
    this.#badges.clear()
    for (const { handle, badge } of plates) if (badge) this.#badges.set(handle, badge)
  }

  /**
   * Places everybody for this frame.
   * @param hidden handle of who is not drawn (the guide, for who looks through the guide's eyes)
   * @returns whether somebody in view is still moving
   */
  update(live: LivePoses, now: number, camera: PerspectiveCamera, hidden: number): boolean {
    this.#projection.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    this.#frustum.setFromProjectionMatrix(this.#projection)
    this.#plates.begin()
    let count = 0
    let moving = false
    for (const figure of live.figures.values()) {
      if (figure.handle === hidden || count >= MOST || !this.#sees(figure, now)) continue
      if (figure.track.moving(now)) moving = true
      this.#put(count++, figure)
    }
    this.#plates.end()
    for (const mesh of [this.#blobs, ...this.#meshes]) {
      mesh.count = count
      mesh.visible = count > 0
      mesh.instanceMatrix.needsUpdate = true
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true
    }
    return moving
  }

  dispose(): void {
    this.#plates.dispose()
    for (const mesh of [this.#blobs, ...this.#meshes]) {
      mesh.geometry.dispose()
      mesh.dispose()
    }
    ;(this.#blobs.material as Material).dispose()
  }

  #sees(figure: LiveFigure, now: number): boolean {
    if (!figure.track.sample(now, figure.shown)) return false
    const { x, y, z } = figure.shown
    this.#sphere.center.set(x, y + HEIGHT / 2, z)
    return this.#frustum.intersectsSphere(this.#sphere)
  }

  #put(index: number, { handle, shown }: LiveFigure): void {
    const size = 0.95 + ((handle * 37) % 11) / 100
    this.#place.set(shown.x, shown.y, shown.z)
    this.#turn.setFromAxisAngle(UP, shown.yaw)
    this.#size.setScalar(size)
    this.#matrix.compose(this.#place, this.#turn, this.#size)
    const badge = this.#badges.get(handle)
    const coat = badge ? BADGE_COATS[badge] : (COATS[handle % COATS.length] as Color)
    for (const mesh of this.#meshes) {
      mesh.setMatrixAt(index, this.#matrix)
      if (mesh.userData['tinted']) mesh.setColorAt(index, coat)
    }
    this.#place.y += 0.012
    this.#matrix.compose(this.#place, this.#turn, this.#size)
    this.#blobs.setMatrixAt(index, this.#matrix)
    this.#plates.add(handle, shown.x, shown.y + HEIGHT * size + PLATE_ABOVE, shown.z)
  }
}
