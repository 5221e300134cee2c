// Everybody in view as instances of one figure in two levels: coats in muted colours, lanyards in the role's, blob shadows,
// name plates; five draws for all. Reads live poses, writes instance buffers; no React, no allocation per frame.

import {
  Color,
  Frustum,
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
  Matrix4,
  type Mesh,
  type PerspectiveCamera,
  Quaternion,
  Sphere,
  Vector3,
} from 'three'
import type { Pose } from '../../../shared/pose/pose.ts'
import { makePose } from '../../../shared/pose/pose-track.ts'
import type { Plate } from '../../../shared/protocol/wire.ts'
import type { LiveFigure, LivePoses } from '../../state/live-poses.ts'
import { makeBlobs } from './blobs.ts'
import { NamePlates } from './plates.ts'

/** As many as are drawn at once; the wire brings no more than 40 and the guide. */
const MOST = 48
const COATS = ['#8d8478', '#4d5660', '#b7a48c', '#6f7a78', '#9c6f55', '#d6cdbf', '#3f4a52', '#a08b70'].map(
  (c) => new Color(c),
)
/** Lanyards: gold for who guides, sea for staff, pale for everybody else. */
const ROLES = { guide: new Color('#c9922f'), staff: new Color('#1b6480'), none: new Color('#cfc7ba') } as const
/** Near figures are drawn in full, metres. */
const NEAR_DISTANCE = 12
const HEIGHT = 1.72
const PLATE_ABOVE = 0.22
/** Metres and radians together that are worth a frame. */
const SEEN_MOVE = 0.002
const UP = new Vector3(0, 1, 0)

interface Level {
  readonly mesh: InstancedMesh
  readonly coat: InstancedBufferAttribute
  readonly role: InstancedBufferAttribute
  /** From the file's whole steps to metres. */
  readonly base: Matrix4
  count: number
}

export class FigureLayer {
  readonly root = new Group()
  readonly #plates = new NamePlates()
  readonly #blobs = makeBlobs(MOST)
  #near: Level | null = null
  #far: Level | null = null
  #known = 0
  readonly #sampled = makePose()
  readonly #badges = new Map<number, 'staff' | 'guide'>()
  readonly #matrix = new Matrix4()
  readonly #scaled = new Matrix4()
  readonly #place = new Vector3()
  readonly #turn = new Quaternion()
  readonly #size = new Vector3(1, 1, 1)
  readonly #frustum = new Frustum()
  readonly #sphere = new Sphere(new Vector3(), 1.2)
  readonly #projection = new Matrix4()

  constructor() {
    this.root.add(this.#blobs, this.#plates.mesh)
  }

  /** The figure has come, near and far. */
  setFigure(near: Mesh, far: Mesh, material: Material): void {
    this.#near = makeLevel(near, material)
    this.#far = makeLevel(far, material)
    this.root.add(this.#near.mesh, this.#far.mesh)
  }

  setPlates(plates: readonly Plate[]): void {
    this.#plates.setPlates(plates)
    this.#badges.clear()
    for (const { handle, badge } of plates) if (badge) this.#badges.set(handle, badge)
  }

  /**
   * Places everybody for this frame.
   * @param hidden handle of who is not drawn (the guide, for who looks through the guide's eyes)
   */
  update(live: LivePoses, now: number, camera: PerspectiveCamera, hidden: number): void {
    this.#projection.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    this.#frustum.setFromProjectionMatrix(this.#projection)
    this.#plates.begin()
    for (const level of [this.#near, this.#far]) if (level) level.count = 0
    let count = 0
    for (const figure of live.figures.values()) {
      if (figure.handle === hidden || count >= MOST || !this.#sees(figure, now)) continue
      const distance = Math.hypot(figure.shown.x - camera.position.x, figure.shown.z - camera.position.z)
      this.#put(count++, figure, distance < NEAR_DISTANCE ? this.#near : this.#far)
    }
    this.#plates.end()
    this.#upload(count)
    this.#known = live.figures.size
  }

  /**
   * Whether a new frame would show the people otherwise than the last: somebody came, went or moves where one looks.
   * Cheap, for the ticker: whoever moves out of view keeps nothing awake.
   */
  changed(live: LivePoses, now: number): boolean {
    if (live.figures.size !== this.#known) return true
    for (const { track, shown } of live.figures.values()) {
      if (!track.sample(now, this.#sampled)) continue
      const moved =
        Math.abs(this.#sampled.x - shown.x) +
        Math.abs(this.#sampled.z - shown.z) +
        Math.abs(this.#sampled.yaw - shown.yaw)
      if (moved > SEEN_MOVE && (this.#inView(shown) || this.#inView(this.#sampled))) return true
    }
    return false
  }

  dispose(): void {
    this.#plates.dispose()
    this.#blobs.geometry.dispose()
    ;(this.#blobs.material as Material).dispose()
    for (const mesh of [this.#blobs, this.#near?.mesh, this.#far?.mesh]) mesh?.dispose()
  }

  #sees(figure: LiveFigure, now: number): boolean {
    if (!figure.track.sample(now, figure.shown)) return false
    return this.#inView(figure.shown)
  }

  #inView({ x, y, z }: Pose): boolean {
    this.#sphere.center.set(x, y + HEIGHT / 2, z)
    return this.#frustum.intersectsSphere(this.#sphere)
  }

  #put(index: number, { handle, shown }: LiveFigure, level: Level | null): void {
    const size = 0.95 + ((handle * 37) % 11) / 100
    this.#place.set(shown.x, shown.y, shown.z)
    this.#turn.setFromAxisAngle(UP, shown.yaw)
    this.#size.setScalar(size)
    this.#matrix.compose(this.#place, this.#turn, this.#size)
    if (level) {
      const at = level.count++
      const coat = COATS[handle % COATS.length] as Color
      const role = ROLES[this.#badges.get(handle) ?? 'none']
      level.mesh.setMatrixAt(at, this.#scaled.multiplyMatrices(this.#matrix, level.base))
      level.coat.setXYZ(at, coat.r, coat.g, coat.b)
      level.role.setXYZ(at, role.r, role.g, role.b)
    }
    this.#place.y += 0.012
    this.#blobs.setMatrixAt(index, this.#matrix.compose(this.#place, this.#turn, this.#size))
    this.#plates.add(handle, shown.x, shown.y + HEIGHT * size + PLATE_ABOVE, shown.z)
  }

  #upload(count: number): void {
    this.#blobs.count = count
    this.#blobs.visible = count > 0
    this.#blobs.instanceMatrix.needsUpdate = true
    for (const level of [this.#near, this.#far]) {
      if (!level) continue
      level.mesh.count = level.count
      level.mesh.visible = level.count > 0
      level.mesh.instanceMatrix.needsUpdate = true
      level.coat.needsUpdate = true
      level.role.needsUpdate = true
    }
  }
}

function makeLevel(mesh: Mesh, material: Material): Level {
  const coat = new InstancedBufferAttribute(new Float32Array(MOST * 3), 3)
  const role = new InstancedBufferAttribute(new Float32Array(MOST * 3), 3)
  mesh.geometry.setAttribute('coat', coat)
  mesh.geometry.setAttribute('role', role)
  const instanced = new InstancedMesh(mesh.geometry, material, MOST)
  instanced.frustumCulled = false
  return { mesh: instanced, coat, role, base: mesh.matrixWorld.clone(), count: 0 }
}
