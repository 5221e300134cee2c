// Name plates: one atlas, one instanced draw. A plate is drawn into its cell when its text first appears, never per frame.

import {
  CanvasTexture,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  SRGBColorSpace,
} from 'three'
import type { Plate } from '../../../shared/protocol/wire.ts'
import { LAYER_EYE } from '../layers.ts'
import { cutName, font, penOf } from '../look/type.ts'

const COLUMNS = 4
const ROWS = 12
const CELL_WIDTH = 256
const CELL_HEIGHT = 64
/** As many plates as the atlas holds; nobody else is named. */
const MOST = COLUMNS * ROWS

const VERTEX = `
attribute vec3 place;
attribute float cell;
varying vec2 vAt;
void main() {
  vec2 corner = vec2(mod(cell, 4.0), floor(cell / 4.0));
  vAt = (corner + vec2(uv.x, 1.0 - uv.y)) / vec2(4.0, 12.0);
  vec4 view = viewMatrix * vec4(place, 1.0);
  // Larger with the distance, so that it stays legible to about 14 m (12 pixels of type on a screen 900 high); beyond, it shrinks away.
  float far = -view.z;
  float size = clamp(far * 0.038, 0.12, 0.5) * (1.0 - smoothstep(14.0, 20.0, far));
  view.xy += (position.xy + vec2(0.0, 0.35)) * size * vec2(4.0, 1.0);
  gl_Position = projectionMatrix * view;
}`

const FRAGMENT = `
uniform sampler2D uAtlas;
varying vec2 vAt;
void main() {
  gl_FragColor = texture2D(uAtlas, vAt);
  if (gl_FragColor.a < 0.02) discard;
  #include <colorspace_fragment>
}`

const BADGES: Readonly<Record<'staff' | 'guide', string>> = { staff: '#2f6d9a', guide: '#b98d58' }

export class NamePlates {
  readonly mesh: Mesh
  readonly #pen: CanvasRenderingContext2D | null
  readonly #texture: CanvasTexture
  readonly #places: InstancedBufferAttribute
  readonly #cells: InstancedBufferAttribute
  readonly #geometry = new InstancedBufferGeometry()
  readonly #cellOf = new Map<number, number>()
  readonly #textOf = new Map<number, string>()
  #count = 0

  constructor() {
    const canvas = document.createElement('canvas')
    canvas.width = COLUMNS * CELL_WIDTH
    canvas.height = ROWS * CELL_HEIGHT
    this.#pen = penOf(canvas)
    this.#texture = new CanvasTexture(canvas)
    this.#texture.colorSpace = SRGBColorSpace
    this.#texture.flipY = false
    this.#places = new InstancedBufferAttribute(new Float32Array(MOST * 3), 3)
    this.#cells = new InstancedBufferAttribute(new Float32Array(MOST), 1)
    const quad = new PlaneGeometry(1, 1)
    this.#geometry.setAttribute('position', quad.getAttribute('position'))
    this.#geometry.setAttribute('uv', quad.getAttribute('uv'))
    this.#geometry.setIndex(quad.getIndex())
    this.#geometry.setAttribute('place', this.#places)
    this.#geometry.setAttribute('cell', this.#cells)
    this.mesh = new Mesh(this.#geometry, plateMaterial(this.#texture))
    this.mesh.frustumCulled = false
    this.mesh.renderOrder = 4
    this.mesh.layers.set(LAYER_EYE)
  }

  /** Who may be named now. Cells of those no longer named are free again. */
  setPlates(plates: readonly Plate[]): void {
    const named = new Set(plates.map((plate) => plate.handle))
    for (const handle of this.#cellOf.keys()) {
      if (named.has(handle)) continue
      this.#cellOf.delete(handle)
      this.#textOf.delete(handle)
    }
    for (const plate of plates) this.#draw(plate)
  }

  /** Starts a frame's list. */
  begin(): void {
    this.#count = 0
  }

  /** Puts somebody's plate above a head, if there is one. */
  add(handle: number, x: number, y: number, z: number): void {
    const cell = this.#cellOf.get(handle)
    if (cell === undefined || this.#count >= MOST) return
    this.#places.setXYZ(this.#count, x, y, z)
    this.#cells.setX(this.#count, cell)
    this.#count++
  }

  /** Ends the list: hands it to the GPU. */
  end(): void {
    this.#geometry.instanceCount = this.#count
    this.mesh.visible = this.#count > 0
    if (!this.#count) return
    this.#places.needsUpdate = true
    this.#cells.needsUpdate = true
  }

  dispose(): void {
    this.#geometry.dispose()
    this.#texture.dispose()
    ;(this.mesh.material as ShaderMaterial).dispose()
  }

  #draw(plate: Plate): void {
    const text = `${plate.badge ?? ''}|${plate.name}`
    if (this.#textOf.get(plate.handle) === text || !this.#pen) return
    const cell = this.#cellOf.get(plate.handle) ?? this.#freeCell()
    if (cell === null) return
    this.#cellOf.set(plate.handle, cell)
    this.#textOf.set(plate.handle, text)
    drawPlate(this.#pen, (cell % COLUMNS) * CELL_WIDTH, Math.floor(cell / COLUMNS) * CELL_HEIGHT, plate)
    this.#texture.needsUpdate = true
  }

  #freeCell(): number | null {
    const taken = new Set(this.#cellOf.values())
    for (let cell = 0; cell < MOST; cell++) if (!taken.has(cell)) return cell
    return null
  }
}

function plateMaterial(atlas: CanvasTexture): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uAtlas: { value: atlas } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
  })
}

/** White card, dark name, a coloured bar for a badge. */
function drawPlate(pen: CanvasRenderingContext2D, left: number, top: number, { name, badge }: Plate): void {
  pen.clearRect(left, top, CELL_WIDTH, CELL_HEIGHT)
  pen.font = font(500, 26)
  const shown = cutName(name, (part) => pen.measureText(part).width <= CELL_WIDTH - 48)
  const width = Math.min(CELL_WIDTH - 8, pen.measureText(shown).width + (badge ? 44 : 32))
  const x = left + (CELL_WIDTH - width) / 2
  pen.fillStyle = 'rgba(250,248,243,0.94)'
  pen.beginPath()
  pen.roundRect(x, top + 10, width, 44, 10)
  pen.fill()
  if (badge) {
    pen.fillStyle = BADGES[badge]
    pen.beginPath()
    pen.roundRect(x, top + 10, 12, 44, [10, 0, 0, 10])
    pen.fill()
  }
  pen.fillStyle = '#2c2925'
  pen.textBaseline = 'middle'
  pen.fillText(shown, x + (badge ? 26 : 16), top + 33)
}
