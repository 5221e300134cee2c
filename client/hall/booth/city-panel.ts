// A city's own panel as it hangs on the second board of its booth: title and text in both languages, figures along the lower edge.

import type { BoothBoard } from '../../../shared/booth/board.ts'
import { font, wrapText } from '../look/type.ts'

type Pen = CanvasRenderingContext2D

/** The board that is drawn on, in its own units. */
interface Frame {
  readonly width: number
  readonly height: number
  readonly margin: number
}

const INK = '#2c2925'
const SOFT = '#5f594f'

/** The city's own panel: title and text in both languages, and its figures, each with year and source, along the lower edge. */
export function drawPanel(
  pen: Pen,
  { title, text, figures }: BoothBoard,
  colour: string,
  { width, height, margin }: Frame,
): void {
  const inner = width - 2 * margin
  const [zh, en] = [title.zh || title.en, title.zh ? title.en : '']
  pen.fillStyle = INK
  pen.font = font(500, 32)
  let y = wrapText(pen, zh, { x: margin, y: 78, width: inner, line: 40, lines: 2 }) - 8
  pen.fillStyle = SOFT
  pen.font = font(300, 20)
  if (en) y = wrapText(pen, en, { x: margin, y, width: inner, line: 26, lines: 2 })
  pen.fillStyle = colour
  pen.fillRect(margin, y - 8, 54, 4)
  // What figures do not take is the text's, Chinese and English in two parts.
  const end = figures.length > 0 ? 440 : height - margin
  const half = (end - y - 24) / (text.zh && text.en ? 2 : 1)
  y += 32
  pen.fillStyle = '#3f3b34'
  pen.font = font(400, 20)
  if (text.zh) y = wrapText(pen, text.zh, { x: margin, y, width: inner, line: 30, lines: Math.floor(half / 30) })
  pen.fillStyle = SOFT
  pen.font = font(400, 16.5)
  if (text.en)
    wrapText(pen, text.en, { x: margin, y: y + 4, width: inner, line: 24, lines: Math.floor((half - 8) / 24) })
  figures.forEach((figure, i) => {
    drawFigure(pen, figure, margin + (i * inner) / figures.length, inner / figures.length - 14)
  })
}

/** One figure in its column. */
function drawFigure(
  pen: Pen,
  { label, value, unit, year, source }: BoothBoard['figures'][number],
  x: number,
  width: number,
) {
  pen.fillStyle = '#e3ddd1'
  pen.fillRect(x, 456, width, 1)
  pen.fillStyle = INK
  const size = fitting(pen, value, width, 40)
  pen.font = font(300, size)
  pen.fillText(value, x, 500)
  pen.fillStyle = SOFT
  pen.font = font(500, 15)
  wrapText(pen, [unit.zh || unit.en, label.zh || label.en].filter(Boolean).join(' · '), {
    x,
    y: 524,
    width,
    line: 18,
    lines: 1,
  })
  pen.font = font(400, 13)
  wrapText(pen, [unit.en, label.en].filter(Boolean).join(' · '), { x, y: 543, width, line: 16, lines: 1 })
  pen.fillStyle = '#6b6459'
  pen.font = font(400, 12)
  wrapText(pen, `${source.zh || source.en}, ${year}`, { x, y: 564, width, line: 15, lines: 2 })
}

/** The largest size up to `most` in which a text fits. */
function fitting(pen: Pen, text: string, width: number, most: number): number {
  let size = most
  for (pen.font = font(300, size); size > 16 && pen.measureText(text).width > width; pen.font = font(300, size))
    size -= 4
  return size
}
