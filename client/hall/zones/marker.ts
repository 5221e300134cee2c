// The ring on the floor where a click wants one to walk. One small draw while it is seen.

import { Mesh, MeshBasicMaterial, RingGeometry } from 'three'
import { floorHeight } from '../../../shared/hall/walls.ts'
import { LAYER_EYE } from '../layers.ts'

export class FloorMarker {
  readonly mesh: Mesh

  constructor() {
    const material = new MeshBasicMaterial({
      color: '#b98d58',
      transparent: true,
      opacity: 0.85,
      depthWrite: false,
      fog: false,
    })
    this.mesh = new Mesh(new RingGeometry(0.16, 0.2, 40).rotateX(-Math.PI / 2), material)
    this.mesh.visible = false
    this.mesh.renderOrder = 3
    this.mesh.layers.set(LAYER_EYE)
  }

  show(x: number, z: number): void {
    this.mesh.position.set(x, floorHeight(x, z) + 0.035, z)
    this.mesh.visible = true
  }

  hide(): void {
    this.mesh.visible = false
  }
}
