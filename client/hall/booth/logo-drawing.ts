// A logo on its plate: drawn into its cell whole and unstretched, on a plain field that it can be seen on; and where the plate
// hangs on the lintel, at its end, clear of the name.

import { LINTEL } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, type Plot } from '../../../shared/hall/layout.ts'
import type { QuadPlace } from './quads.ts'

/** Of the atlas, pixels. */
export const CELL = { width: 256, height: 128 } as const
/** Of the plate around the logo, pixels; and what keeps neighbours apart when seen small. */
const PADDING = 14
const GAP = 4

/** The largest plate, metres: what the longest name leaves. */
const PLATE = { width: 0.74, height: 0.6 } as const
/** From the lintel's end, and before its face. Letters stand 12 mm before it. */
const MARGIN = 0.12
const LIFT = 0.016

const LIGHT = '#f7f5f0'
const DARK = '#3a3733'

interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a plate of this aspect hangs: by the lintel's right end for who reads it. */
export function placeOnLintel(plot: Plot, aspect: number): QuadPlace {
  const width = Math.min(PLATE.width, PLATE.height * aspect)
  const inFromEnd = LINTEL.width / 2 - MARGIN - width / 2
  // Mirrored plots turn left and right about; the reader's right stays the reader's right.
  const { x, z } = fromPlot(plot, LINTEL.x + plot.mirror * inFromEnd, LINTEL.z + LINTEL.depth / 2 + LIFT)
  return { x, y: LINTEL.y + LINTEL.height / 2, z, width, height: width / aspect, side: plot.yaw === 0 ? 1 : -1 }
}

/** Draws a picture into the cell at `left`, `top`; answers the plate around it. */
export function drawLogo(
  pen: CanvasRenderingContext2D,
  picture: CanvasImageSource & { readonly width: number; readonly height: number },
  left: number,
  top: number,
): Rectangle {
  const room = { width: CELL.width - 2 * (PADDING + GAP), height: CELL.height - 2 * (PADDING + GAP) }
  const scale = Math.min(room.width / picture.width, room.height / picture.height)
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const x = left + Math.floor((CELL.width - width) / 2)
  const y = top + Math.floor((CELL.height - height) / 2)
  pen.clearRect(left, top, CELL.width, CELL.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, x, y, width, height)
  const { data } = pen.getImageData(x, y, width, height)
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = fieldFor(data, width)
  pen.fillRect(left, top, CELL.width, CELL.height)
  pen.globalCompositeOperation = 'source-over'
  return { left: x - PADDING, top: y - PADDING, width: width + 2 * PADDING, height: height + 2 * PADDING }
}

/**
 * The field that a picture is seen on: that of its own corners where it brings one; else light, or dark for a logo that is light
 * itself.
 * @param data RGBA rows of `width` pixels
 */
export function fieldFor(data: Uint8ClampedArray, width: number): string {
  const rows = Math.floor(data.length / 4 / width)
  const pixel = (x: number, y: number) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)]
  const corners = [pixel(0, 0), pixel(width - 1, 0), pixel(0, rows - 1), pixel(width - 1, rows - 1)]
  const first = corners[0] ?? []
  const alike = corners.every((one) => one[3] === 255 && one.every((v, k) => Math.abs(v - (first[k] ?? 0)) < 12))
  if (alike) return `rgb(${first.slice(0, 3).join(' ')})`
  let light = 0
  let seen = 0
  for (let i = 0; i < data.length; i += 4) {
    const [r = 0, g = 0, b = 0, a = 0] = data.subarray(i, i + 4)
    light += a * (0.2126 * r + 0.7152 * g + 0.0722 * b)
    seen += a
  }
  return seen > 0 && light / seen > 190 ? DARK : LIGHT
}
