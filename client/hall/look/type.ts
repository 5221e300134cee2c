// Type on canvas textures: the house's stack of faces and line breaking for Chinese and Latin.

/** A canvas font in the house's family, as ui/tokens.css has it: Latin faces first, or an apostrophe is as wide as a character. */
export function font(weight: 300 | 400 | 500 | 700, size: number): string {
  return `${weight} ${size}px "Noto Sans", "Inter", system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif`
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
  const rows = breakLines(text, lines, (row) => pen.measureText(row).width <= width)
  rows.forEach((row, i) => {
    pen.fillText(row, x, y + i * line)
  })
  return y + rows.length * line
}

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
