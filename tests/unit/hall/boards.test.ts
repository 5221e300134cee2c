// What is written on the two boards of a booth, read off a pen that remembers its texts.

import { expect, test } from 'vitest'
import { type BoardContent, drawBoard } from '../../../client/hall/booth/panel-drawing.ts'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import { CITIES, SECTORS } from '../../../shared/hall/cities.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'

/** All texts of one board, joined. Each character is ten units wide. */
function written(content: BoardContent, board: 0 | 1): string {
  const texts: string[] = []
  const pen = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => {
      if (name === 'fillText') return (text: string) => void texts.push(text)
      if (name === 'measureText') return (text: string) => ({ width: text.length * 10 })
      return () => ({ addColorStop: () => undefined })
    },
    set: () => true,
  })
  drawBoard(pen, content, board)
  return texts.join('\n')
}

const SAMPLE = 'Sample text until the city writes its own'

test.each(CITIES)(
  '[HALL-26] $id: people with year and source, industries, and a summary marked as a sample',
  (city) => {
    const plot = PLOTS.find(({ id }) => id === city.id)
    if (!plot) throw new Error('no plot')
    const [left, right] = [written({ plot, booth: null }, 0), written({ plot, booth: null }, 1)]
    expect(left).toContain(city.name.zh)
    expect(left).toContain(city.name.en)
    expect(left).toContain(SAMPLE)
    expect(right).toContain(`${(city.population2020 / 1e6).toFixed(2)} million`)
    expect(right).toContain('第七次全国人口普查，2020')
    expect(right).toContain('Seventh National Census, 2020')
    for (const id of city.sectors.slice(0, 4)) {
      const sector = SECTORS.find((one) => one.id === id)
      expect(right).toContain(sector?.zh)
      expect(right).toContain(sector?.en)
    }
  },
)

test('[HALL-26] what a city wrote itself is no sample', () => {
  const plot = PLOTS.find(({ id }) => id === 'qingdao')
  if (!plot) throw new Error('no plot')
  const summary = { zh: '自己写的', en: 'Its own' }
  const booth = { ...({} as BoothSummary), name: { zh: '青岛', en: 'Qingdao' }, summary, summaryIsSample: false }
  const left = written({ plot, booth }, 0)
  expect(left).toContain('自己写的')
  expect(left).not.toContain(SAMPLE)
})

test('[HALL-26] the guest plot says in both languages whose it is and what a booth is for', () => {
  const plot = PLOTS.find(({ id }) => id === 'guest')
  if (!plot) throw new Error('no plot')
  const [left, right] = [written({ plot, booth: null }, 0), written({ plot, booth: null }, 1)]
  expect(left).toMatch(/客席\nGuest\n展会与来访客厅的席位。\nA place for fairs and visiting parlors\./)
  for (const kind of ['招商推介', 'Investment promotion', '项目路演', 'Project roadshow', '产品展示', 'Press release'])
    expect(right).toContain(kind)
})
