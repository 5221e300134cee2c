// The stage's screen: a canvas in the house's type, drawn anew only when what it shows changes.

import { CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from 'three'
import { SCREEN } from '../../../shared/hall/hall-plan.ts'
import type { StagePicture } from '../hall-props.ts'
import { font, penOf, wrapText } from '../look/type.ts'

const WIDTH = 1024
const HEIGHT = 576
const MARGIN = 72

export class StageScreen {
  readonly mesh: Mesh
  readonly #canvas: HTMLCanvasElement
  readonly #texture: CanvasTexture

  constructor() {
    this.#canvas = document.createElement('canvas')
    this.#canvas.width = WIDTH
    this.#canvas.height = HEIGHT
    this.#texture = new CanvasTexture(this.#canvas)
    this.#texture.colorSpace = SRGBColorSpace
    this.#texture.anisotropy = 8
    const material = new MeshBasicMaterial({ map: this.#texture })
    material.color.setRGB(1.15, 1.15, 1.15)
    this.mesh = new Mesh(new PlaneGeometry(SCREEN.width, SCREEN.height), material)
    this.mesh.position.set(SCREEN.x, SCREEN.y, SCREEN.z)
    this.mesh.rotation.y = SCREEN.yaw
    this.mesh.name = 'screen'
  }

  /** Shows a picture, or the house's own. */
  show(picture: StagePicture | null): void {
    const pen = penOf(this.#canvas)
    if (!pen) return
    drawGround(pen)
    if (picture) drawPicture(pen, picture)
    else drawPicture(pen, { headline: '从源头到大海', line: 'From the source to the sea' })
    this.#texture.needsUpdate = true
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.#texture.dispose()
    ;(this.mesh.material as MeshBasicMaterial).dispose()
  }
}

/** Night blue, and the river as a bundle of lines from gold to sea. */
function drawGround(pen: CanvasRenderingContext2D): void {
  const ground = pen.createLinearGradient(0, 0, WIDTH, HEIGHT)
  ground.addColorStop(0, '#16222b')
  ground.addColorStop(1, '#123a4a')
  pen.fillStyle = ground
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.lineWidth = 1.2
  for (let k = 0; k < 26; k++) {
    pen.globalAlpha = 0.1 + 0.5 * Math.abs(Math.sin(k * 1.7))
    pen.strokeStyle = `hsl(${40 + k * 6.2}, 48%, 62%)`
    pen.beginPath()
    for (let x = 0; x <= WIDTH; x += 8) {
      const t = x / WIDTH
      const y = 420 + 60 * Math.sin(t * 5 + 0.6) + (k - 13) * (3 + 10 * t * t) + 14 * Math.sin(t * 9 + k * 0.32)
      pen.lineTo(x, y)
    }
    pen.stroke()
  }
  pen.globalAlpha = 1
}

function drawPicture(pen: CanvasRenderingContext2D, { eyebrow, headline, line }: StagePicture): void {
  const size = headline.length > 60 ? 40 : headline.length > 24 ? 54 : 84
  let y = eyebrow ? 190 : 168
  if (eyebrow) {
    pen.font = font(400, 30)
    pen.fillStyle = '#d8a95a'
    pen.fillText(eyebrow, MARGIN, 112)
  }
  pen.font = font(500, size)
  pen.fillStyle = '#f4ede0'
  y = wrapText(pen, headline, { x: MARGIN, y, width: WIDTH - 2 * MARGIN, line: size * 1.3, lines: 5 })
  if (!line) return
  pen.font = font(400, 32)
  pen.fillStyle = '#d9c9a8'
  wrapText(pen, line, { x: MARGIN + 2, y: y + 6, width: WIDTH - 2 * MARGIN, line: 42, lines: 2 })
}
