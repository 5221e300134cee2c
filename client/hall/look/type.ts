// Type on canvas textures: the house's stack of faces and line breaking for Chinese and Latin.

/** A canvas font in the house's family, as ui/tokens.css has it: Latin faces first, or an apostrophe is as wide as a character. */
export function font(weight: 300 | 400 | 500 | 700, size: number): string {
  return `${weight} ${size}px "Noto Sans", "Inter", system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif`
}

/** A canvas's pen, its letters set where the face wants them and not at whole pixels, which tears small words apart. */
export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const pen = canvas.getContext('2d')
  if (pen) pen.textRendering = 'geometricPrecision'
  return pen
}

export interface Block {
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly width: number
  /** Line height, pixels. */
  readonly line: number
  /** At most so many; the last ends in an ellipsis when something is left. */
  readonly lines: number
}

type Pen = Pick<CanvasRenderingContext2D, 'measureText' | 'fillText'>

/**
 * Writes a text in lines with the pen's font.
 * @returns the baseline of the line after the last
 */
export function wrapText(pen: Pen, text: string, { x, y, width, line, lines }: Block): number {
  const rows = fillLines(text, lines, width, (row) => pen.measureText(row).width)
  rows.forEach((row, i) => {
    pen.fillText(row, x, y + i * line)
  })
  return y + rows.length * line
}

/** A last line shorter than this share of the width looks left over: one character, one word. */
const SHORT_LINE = 0.35
/** Shares of the width that are tried, from the whole down. */
const SHARES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5]

/**
 * Breaks a text into at most `lines` rows of a width, and no more rows than it needs: of those the ones that leave no scrap for the
 * last row and end most often where the sentence pauses, or one of Chinese is cut in the middle of a word.
 */
export function fillLines(text: string, lines: number, width: number, measure: (row: string) => number): string[] {
  const rowsAt = (share: number, limit: number) => breakLines(text, limit, (row) => measure(row) <= share * width)
  const full = rowsAt(1, lines)
  if (full.length < 2 || full.at(-1)?.endsWith('…')) return full
  const choices = SHARES.map((share) => rowsAt(share, lines + 1)).filter(
    (rows) => rows.length === full.length && measure(rows.at(-1) ?? '') >= SHORT_LINE * width,
  )
  return choices.reduce((best, rows) => (pauses(rows) > pauses(best) ? rows : best), choices[0] ?? full)
}

/** How many rows but the last end in a comma or the like. */
const pauses = (rows: readonly string[]): number =>
  rows.slice(0, -1).filter((row) => /[，。、；：！？,;:.!?]$/.test(row)).length

/** Chinese may break after any character but not before closing punctuation; Latin breaks at spaces. */
const PIECES = /\p{Script=Han}(?:[，。、；：！？）」』”’…]|\s)*|[^\s\p{Script=Han}]+\s*|\s+/gu

/** Breaks a text into at most `lines` rows that fit. */
export function breakLines(text: string, lines: number, fits: (row: string) => boolean): string[] {
  const rows: string[] = []
  let row = ''
  for (const [piece] of text.matchAll(PIECES)) {
    if (row && !fits((row + piece).trimEnd())) {
      rows.push(row.trimEnd())
      row = ''
    }
    row += piece
  }
  if (row) rows.push(row.trimEnd())
  if (rows.length <= lines) return rows
  const kept = rows.slice(0, lines)
  let last = kept[lines - 1] ?? ''
  while (last && !fits(`${last}…`)) last = last.slice(0, -1)
  kept[lines - 1] = `${last.trimEnd()}…`
  return kept
}

/** A name as far as it fits, with an ellipsis where it is cut; no sign and no single letter is left hanging before it. */
export function cutName(name: string, fits: (part: string) => boolean): string {
  let shown = name
  while (shown && !fits(shown)) shown = shown.slice(0, -1)
  return shown === name ? name : `${shown.slice(0, -1).replace(/[\s·,，、/-]+\S?$/, '')}…`
}
