// The carpet under a city's own model: covers the light of the default furnishing that is baked into the platform.
// One instanced draw for all plots, in the light of the probes.

import { BufferAttribute, Color, InstancedMesh, type Material, Matrix4, PlaneGeometry } from 'three'
import { PLATFORM } from '../../../shared/hall/booth-plan.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'

const SIZE = 6.44
/** Cells along a side: the probes' light is read at each corner. */
const CELLS = 6
const COLOUR = new Color('#b9ad9b')

export class Carpets {
  readonly mesh: InstancedMesh

  /** `material`: a probe-lit one in metres (makeSeatMaterial with 1 unit a metre). */
  constructor(material: Material) {
    const geometry = new PlaneGeometry(SIZE, SIZE, CELLS, CELLS).rotateX(-Math.PI / 2)
    const count = geometry.getAttribute('position').count
    const colours = new Float32Array(count * 3)
    for (let i = 0; i < count; i++) COLOUR.toArray(colours, 3 * i)
    geometry.setAttribute('color', new BufferAttribute(colours, 3))
    this.mesh = new InstancedMesh(geometry, material, PLOTS.length)
    this.mesh.frustumCulled = false
    this.mesh.count = 0
    this.mesh.visible = false
  }

  /** The plots that get one. */
  show(plotIds: ReadonlySet<string>): void {
    const matrix = new Matrix4()
    let count = 0
    for (const plot of PLOTS) {
      if (!plotIds.has(plot.id)) continue
      this.mesh.setMatrixAt(count++, matrix.makeTranslation(plot.x, PLATFORM.height + 0.006, plot.z))
    }
    this.mesh.count = count
    this.mesh.visible = count > 0
    this.mesh.instanceMatrix.needsUpdate = true
  }
}
