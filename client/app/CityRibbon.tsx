// The river as the lobby's way-finding: the 23 cities as links along the ribbon, from the source in the west to the sea.

import type { CSSProperties } from 'react'
import { CITIES } from '../../shared/hall/cities.ts'
import { PLOTS } from '../../shared/hall/layout.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { cityPage } from '../ui/paths.ts'
import { Ribbon, wave } from '../ui/Ribbon.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'

const BY_ID = new Map(CITIES.map((city) => [city.id, city]))

/** The cities in the order in which the ribbon passes them. */
const ALONG = PLOTS.flatMap((plot) => {
  const city = BY_ID.get(plot.id)
  return city ? [{ id: plot.id, name: city.name, colour: plot.colour }] : []
})

export function CityRibbon() {
  const say = useWords(LOBBY_WORDS)
  const { language } = useLanguage()
  return (
    <section className="cities" aria-labelledby="cities-title">
      <div className="cities-head">
        <h2 id="cities-title">{say('lobby.cities')}</h2>
        <p className="muted">{say('lobby.cities-help')}</p>
      </div>
      <div className="river">
        <Ribbon className="river-wide" width={1440} height={220} amplitude={38} gap={7} />
        <Ribbon className="river-tall" width={120} height={900} amplitude={16} gap={4.5} vertical />
        <span className="river-end source" aria-hidden="true">
          {say('lobby.source')}
        </span>
        <ol>
          {ALONG.map(({ id, name, colour }, i) => {
            const u = (i + 0.9) / (ALONG.length + 0.8)
            const style = { '--u': u, '--w': wave(u), '--colour': colour } as CSSProperties
            return (
              <li key={id} className={i % 2 ? 'below' : 'above'} style={style}>
                <a href={cityPage(id)}>{name[language]}</a>
              </li>
            )
          })}
        </ol>
        <span className="river-end sea" aria-hidden="true">
          {say('lobby.sea')}
        </span>
      </div>
    </section>
  )
}
