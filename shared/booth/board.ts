// What of a city's own content travels with every booth's summary, so it is small whatever the city wrote: its line, colour,
// logo and the places of its spots, and of its panels the first, cut to what can be read on the default booth's second board.

import type { Bilingual } from '../kit/bilingual.ts'
import type { BoothOwn } from './booth.ts'
import type { BoothContent } from './content.ts'
import { marksOf } from './spots.ts'

type Figure = BoothContent['panels'][number]['figures'][number]

export interface BoothBoard {
  readonly title: Bilingual
  readonly text: Bilingual
  readonly figures: readonly Figure[]
}

/** Characters of the text, and figures, that a board holds. */
export const BOARD_MAX = { zh: 110, en: 230, figures: 3 } as const

/** What everybody in the hall gets at once of a content. */
export function ownOf(content: Pick<BoothContent, 'front' | 'panels' | 'spots'>): BoothOwn {
  const { opening, colour, logo } = content.front
  return { opening, colour, logo, board: boardOf(content), spots: marksOf(content) }
}

/** Null where the city has no panel with a title. */
export function boardOf({ panels }: Pick<BoothContent, 'panels'>): BoothBoard | null {
  const panel = panels.find(({ title }) => title.zh !== '' || title.en !== '')
  if (!panel) return null
  const text = { zh: cut(panel.text.zh, BOARD_MAX.zh), en: cut(panel.text.en, BOARD_MAX.en) }
  const figures = panel.figures.filter(({ value }) => value !== '').slice(0, BOARD_MAX.figures)
  return { title: panel.title, text, figures }
}

/** By characters as they are read: a sign of two units is not cut in half. */
function cut(text: string, max: number): string {
  const signs = [...text.replace(/\s+/g, ' ')]
  return signs.length <= max ? signs.join('') : `${signs.slice(0, max).join('').trimEnd()}…`
}
