// What stands on a booth's two boards, drawn on a canvas: left the city and its summary, right its first panel, or its
// industries and people while it has none; on the guest plot what it is for.
// Every figure carries its year and source; a summary the city has not written itself says that it is a sample.

import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { cityById, SECTORS } from '../../../shared/hall/cities.ts'
import type { Plot } from '../../../shared/hall/layout.ts'
import type { Bilingual } from '../../../shared/kit/bilingual.ts'
import { LOBBY_WORDS } from '../../../shared/words/lobby.ts'
import { font, wrapText } from '../look/type.ts'
import { drawPanel } from './city-panel.ts'

/** The drawing's own units; a board is drawn at any size by scaling the pen. */
export const BOARD = { width: 512, height: 614 } as const

const MARGIN = 36
const INNER = BOARD.width - 2 * MARGIN
const INK = '#2c2925'
const SOFT = '#5f594f'
const PAPER = '#f7f5f0'

const SECTOR = new Map(SECTORS.map((sector) => [sector.id, sector]))

/** What every booth is for: the four kinds of activity of the house. */
const ACTIVITIES = (['investment-promotion', 'project-roadshow', 'product-display', 'press-release'] as const).map(
  (kind) => LOBBY_WORDS[`kind.${kind}`],
)

type Pen = CanvasRenderingContext2D

/** What a board needs to know. */
export interface BoardContent {
  readonly plot: Plot
  /** Null: not told yet; the seed's own words are shown. */
  readonly booth: BoothSummary | null
}

/** Draws board 0 (the city) or 1 (its economy) into the pen's BOARD-sized frame. */
export function drawBoard(pen: Pen, told: BoardContent, board: 0 | 1): void {
  const own = told.booth?.own ?? null
  const plot = { ...told.plot, colour: own?.colour ?? told.plot.colour }
  const content = { ...told, plot }
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, BOARD.width, BOARD.height)
  pen.textBaseline = 'alphabetic'
  if (!cityById(content.plot.id)) drawGuest(pen, content, board)
  else if (board === 0) drawCity(pen, content)
  else if (own?.board) drawPanel(pen, own.board, plot.colour, { ...BOARD, margin: MARGIN })
  else drawEconomy(pen, content)
}

function drawCity(pen: Pen, { plot, booth }: BoardContent): void {
  const city = cityById(plot.id)
  const name = booth?.name ?? city?.name ?? { zh: '', en: '' }
  const summary = booth?.summary ?? city?.summary ?? { zh: '', en: '' }
  drawHills(pen, plot)
  drawTitle(pen, plot, name.zh, name.en, 356)
  drawSummary(pen, summary)
  if (booth?.summaryIsSample ?? true) drawFoot(pen, '示例文字，待城市撰写 · Sample text until the city writes its own')
}

function drawEconomy(pen: Pen, { plot }: BoardContent): void {
  const city = cityById(plot.id)
  if (!city) return
  drawTitle(pen, plot, '主要产业', 'Industries', 82, 32)
  drawRows(
    pen,
    plot,
    city.sectors.slice(0, 4).map((id) => SECTOR.get(id)),
    62,
  )
  drawPopulation(pen, city.population2020)
}

/** Chinese, then English under it. */
function drawSummary(pen: Pen, { zh, en }: Bilingual): void {
  pen.fillStyle = '#3f3b34'
  pen.font = font(400, 22)
  const y = wrapText(pen, zh, { x: MARGIN, y: 416, width: INNER, line: 32, lines: 3 })
  pen.fillStyle = SOFT
  pen.font = font(400, 18)
  wrapText(pen, en, { x: MARGIN, y: y + 8, width: INNER, line: 25, lines: 4 })
}

/** A list in both languages, each line with a rule above it and a dot in the city's colour. */
function drawRows(pen: Pen, plot: Plot, rows: readonly (Bilingual | undefined)[], pitch: number): void {
  rows.forEach((row, i) => {
    const y = 158 + i * pitch
    pen.fillStyle = '#e3ddd1'
    pen.fillRect(MARGIN, y - 36, INNER, 1)
    pen.fillStyle = plot.colour
    pen.beginPath()
    pen.arc(MARGIN + 7, y - 8, 5, 0, 2 * Math.PI)
    pen.fill()
    pen.fillStyle = INK
    pen.font = font(500, 23)
    pen.fillText(row?.zh ?? '', MARGIN + 26, y)
    pen.fillStyle = SOFT
    pen.font = font(400, 17)
    pen.textAlign = 'right'
    pen.fillText(row?.en ?? '', BOARD.width - MARGIN, y)
    pen.textAlign = 'left'
  })
}

/** Millions in Latin, 万 in Chinese: both as people say them. */
function drawPopulation(pen: Pen, people: number): void {
  pen.fillStyle = '#e3ddd1'
  pen.fillRect(MARGIN, 388, INNER, 1)
  pen.fillStyle = INK
  pen.font = font(300, 76)
  // By hand: the first use of Intl costs tens of milliseconds in the middle of a frame.
  const figure = String(Math.round(people / 1e4)).replace(/\B(?=(\d{3})+$)/g, ',')
  pen.fillText(figure, MARGIN - 3, 474)
  const after = MARGIN + pen.measureText(figure).width + 10
  pen.font = font(500, 26)
  pen.fillText('万人', after, 474)
  pen.fillStyle = SOFT
  pen.font = font(400, 18)
  pen.fillText(`常住人口 · ${(people / 1e6).toFixed(2)} million residents`, MARGIN, 512)
  drawFoot(pen, '第七次全国人口普查，2020 · Seventh National Census, 2020')
}

/** The guest plot: whose place it is, and what a booth is for. */
function drawGuest(pen: Pen, { plot, booth }: BoardContent, board: 0 | 1): void {
  if (board === 0) {
    drawHills(pen, plot)
    drawTitle(pen, plot, booth?.name.zh ?? '客席', booth?.name.en ?? 'Guest', 356)
    drawSummary(pen, { zh: '展会与来访客厅的席位。', en: 'A place for fairs and visiting parlors.' })
    return
  }
  drawTitle(pen, plot, '四类活动', 'Four kinds of activity', 82, 32)
  drawRows(pen, plot, ACTIVITIES, 92)
}

function drawTitle(pen: Pen, plot: Plot, zh: string, en: string, y: number, size = 48): void {
  pen.fillStyle = INK
  pen.font = font(500, size)
  pen.fillText(zh, MARGIN, y)
  const after = MARGIN + pen.measureText(zh).width + size * 0.3
  pen.fillStyle = SOFT
  pen.font = font(300, size * 0.62)
  pen.fillText(en, after, y)
  pen.fillStyle = plot.colour
  pen.fillRect(MARGIN, y + size * 0.42, 54, 4)
}

function drawFoot(pen: Pen, text: string): void {
  pen.fillStyle = '#6b6459'
  pen.font = font(400, 13)
  pen.fillText(text, MARGIN, BOARD.height - 26)
}

/** Layered hills in greys with one in the city's colour; each city has its own skyline, the same on every visit. */
function drawHills(pen: Pen, plot: Plot): void {
  const top = 36
  const height = 252
  const seed = plot.column * 1.3 + plot.row * 2.1
  pen.save()
  pen.beginPath()
  pen.rect(MARGIN, top, INNER, height)
  pen.clip()
  const sky = pen.createLinearGradient(0, top, 0, top + height)
  sky.addColorStop(0, '#e9e2d4')
  sky.addColorStop(1, '#cdd6d3')
  pen.fillStyle = sky
  pen.fillRect(MARGIN, top, INNER, height)
  pen.fillStyle = 'rgba(255,252,244,0.85)'
  pen.beginPath()
  pen.arc(MARGIN + 300 + 60 * Math.sin(seed * 3), top + 70, 26, 0, 2 * Math.PI)
  pen.fill()
  const greys = ['#b9c0bb', '#a3ada9', plot.colour, '#7f8a86', '#5f6a67']
  greys.forEach((colour, layer) => {
    pen.globalAlpha = layer === 2 ? 0.88 : 0.8
    pen.fillStyle = colour
    pen.beginPath()
    pen.moveTo(MARGIN, top + height)
    for (let x = 0; x <= INNER; x += 4) {
      const t = x / INNER
      const swing = 38 * Math.sin(t * (3 + layer) + seed + layer * 2) * Math.exp(-layer * 0.12)
      pen.lineTo(MARGIN + x, top + 112 + layer * 28 + swing + 10 * Math.sin(t * 17 + layer + seed))
    }
    pen.lineTo(MARGIN + INNER, top + height)
    pen.fill()
  })
  pen.restore()
}
