// What of a city's panels hangs on the default booth's second board: the first panel, cut to what can be read there. It travels
// with every booth's summary, so it is small whatever the city wrote.

import type { Bilingual } from '../kit/bilingual.ts'
import type { BoothContent } from './content.ts'

type Figure = BoothContent['panels'][number]['figures'][number]

export interface BoothBoard {
  readonly title: Bilingual
  readonly text: Bilingual
  readonly figures: readonly Figure[]
}

/** Characters of the text, and figures, that a board holds. */
export const BOARD_MAX = { zh: 110, en: 230, figures: 3 } as const

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
