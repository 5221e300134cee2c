// What a spot is called, in the visitor's language.

import { CITIES } from '../../shared/hall/cities.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { useLanguage, useWords } from '../ui/words.tsx'

const CITY_BY_ID = new Map(CITIES.map((city) => [city.id, city]))

export const cityById = (id: string) => CITY_BY_ID.get(id)

/** Names any spot of shared/hall/where.ts: cities, zones, the stage, meeting rooms, seats. */
export function usePlaceName(): (spot: string) => string {
  const say = useWords(HALL_WORDS)
  const { language } = useLanguage()
  return (spot) => {
    const city = cityById(spot)
    if (city) return city.name[language]
    if (spot === 'reception' || spot === 'city-display' || spot === 'promotion') return say(`place.${spot}`)
    if (spot === 'stage' || spot === 'guest') return say(`place.${spot}`)
    const room = /^room-(\d+)$/.exec(spot)
    return room ? say('place.room', { number: Number(room[1]) }) : say('place.seat')
  }
}
