// The floor map and the list of places: takes one anywhere at once. Also the whole hall where nothing is drawn in 3D.

import { useState } from 'react'
import { CITIES, SECTORS } from '../../shared/hall/cities.ts'
import { PLOTS } from '../../shared/hall/layout.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { FloorMap } from '../hall/map/FloorMap.tsx'
import { LineField } from '../ui/fields.tsx'
import { cityPage } from '../ui/paths.ts'
import { useLive, useNoun } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { usePlaceName } from './place-name.ts'
import './places.css'

const ZONES = ['reception', 'city-display', 'promotion', 'stage'] as const
const SECTOR_BY_ID = new Map(SECTORS.map((sector) => [sector.id, sector]))
const CITY_BY_ID = new Map(CITIES.map((city) => [city.id, city]))

const ROWS = PLOTS.flatMap((plot) => {
  const city = CITY_BY_ID.get(plot.id)
  if (!city) return []
  const sectors = city.sectors.flatMap((id) => SECTOR_BY_ID.get(id) ?? [])
  const words = [city.name.zh, city.name.en, city.province, ...sectors.flatMap(({ zh, en }) => [zh, en])]
  return [{ id: plot.id, colour: plot.colour, sectors, search: words.join(' ').toLowerCase() }]
})

/** @param map draw the floor map above the list as well */
export function Places({ go, map = false }: { go(spot: string): void; readonly map?: boolean }) {
  const say = useWords(HALL_WORDS)
  const { language } = useLanguage()
  const placeName = usePlaceName()
  const counts = useNoun('hall', (hall) => hall.counts)
  const here = useNoun('hall', (hall) => hall.here)
  const live = useLive()
  const [wanted, setWanted] = useState('')
  const found = ROWS.filter(({ search }) => search.includes(wanted.trim().toLowerCase()))
  return (
    <div className="places">
      {map && (
        <FloorMap
          live={live}
          counts={counts}
          here={here ?? ''}
          name={say('hall.places')}
          spotName={placeName}
          spotLabel={(id, people) =>
            people > 0 ? `${placeName(id)}, ${say('hall.people', { count: people })}` : placeName(id)
          }
          onGo={go}
        />
      )}
      <ul className="zones" aria-label={say('place.zones')}>
        {ZONES.map((zone) => (
          <li key={zone}>
            <button type="button" className="button second small" onClick={() => go(zone)}>
              {placeName(zone)}
            </button>
          </li>
        ))}
      </ul>
      <LineField label={say('hall.find')} type="search" value={wanted} change={setWanted} />
      <p className="field-label">{say('place.cities')}</p>
      {found.length === 0 && <p className="muted">{say('hall.find-none')}</p>}
      <ul className="place-list">
        {found.map(({ id, colour, sectors }) => (
          <li key={id} aria-current={here === id ? 'location' : undefined}>
            <button type="button" className="place" onClick={() => go(id)}>
              <span className="dot" style={{ background: colour }} />
              <span className="place-words">
                <strong>{placeName(id)}</strong>
                <span>
                  {sectors
                    .slice(0, 2)
                    .map((sector) => sector[language])
                    .join(language === 'zh' ? '、' : ', ')}
                </span>
              </span>
              {(counts[id] ?? 0) > 0 && <span className="tag">{say('hall.people', { count: counts[id] ?? 0 })}</span>}
            </button>
            <a className="place-page" href={cityPage(id)} aria-label={`${placeName(id)}: ${say('hall.city-page')}`}>
              {say('hall.city-page')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
