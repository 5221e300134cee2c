// What somebody may do in the house, in words: the house's roles, then cities by name.

import { CITIES } from '../../shared/hall/cities.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { useLanguage, useWords } from '../ui/words.tsx'

export function useCityName(): (city: string) => string {
  const { language } = useLanguage()
  return (id) => CITIES.find((city) => city.id === id)?.name[language] ?? id
}

export function useRoleWords(): (may: Pick<Me, 'house' | 'cities'>) => readonly string[] {
  const say = useWords(DESK_WORDS)
  const cityName = useCityName()
  return ({ house, cities }) => [
    ...house.map((role) => say(`desk.${role}`)),
    ...cities.map((city) => say('desk.city', { city: cityName(city) })),
  ]
}
