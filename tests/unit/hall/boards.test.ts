// What is written on the two boards of a booth, read off a pen that remembers its texts.

import { expect, test } from 'vitest'
import { type BoardContent, drawBoard } from '../../../client/hall/booth/panel-drawing.ts'
import { boardOf } from '../../../shared/booth/board.ts'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import type { ItemId } from '../../../shared/booth/content.ts'
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

const panel = {
  title: { zh: '港口', en: 'The port' },
  text: { zh: '字'.repeat(400), en: 'word '.repeat(150) },
  figures: [
    {
      label: { zh: '货物吞吐量', en: 'Throughput' },
      value: '6.84',
      unit: { zh: '亿吨', en: '100 million t' },
      year: 2023,
      source: { zh: '青岛市统计局', en: 'Bureau of Statistics' },
    },
  ],
}
const withPanel = (over: object) => ({ id: 'panel-0001' as ItemId, picture: null, ...panel, ...over })

test('[UI-101] the city’s first panel hangs on the second board, each figure with year and source', () => {
  const plot = PLOTS.find(({ id }) => id === 'qingdao')
  if (!plot) throw new Error('no plot')
  const board = boardOf({ panels: [withPanel({})] })
  const own = { opening: { zh: '', en: '' }, colour: null, logo: null, board, spots: [] }
  const booth = { ...({} as BoothSummary), name: { zh: '青岛', en: 'Qingdao' }, own }
  const right = written({ plot, booth }, 1)
  for (const text of ['港口', 'The port', '6.84', '亿吨', '青岛市统计局', '2023']) expect(right).toContain(text)
  expect(right).not.toContain('主要产业')
  expect(written({ plot, booth: { ...booth, own: { ...own, board: null } } }, 1)).toContain('主要产业')
})

test('[UI-101] what travels with every booth is small, whatever the city wrote', () => {
  const figures = Array.from({ length: 6 }, () => panel.figures[0])
  const board = boardOf({ panels: [withPanel({ title: { zh: '', en: '' } }), withPanel({ figures })] as never })
  expect([board?.text.zh.length, board?.figures.length]).toEqual([111, 3])
  expect(JSON.stringify(board).length).toBeLessThan(1_500)
  expect(boardOf({ panels: [] })).toBe(null)
})
