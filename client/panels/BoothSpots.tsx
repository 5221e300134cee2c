// The spots of the booth one is at, by name: each is gone to and opened from here too, by keyboard as well.

import { SPOT_WORDS } from '../../shared/words/spots.ts'
import { useNoun } from '../ui/use-app.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { useOpenSpot } from './open-spot.ts'
import { SpotDot } from './SpotSheet.tsx'

export function BoothSpots({ city }: { readonly city: string }) {
  const say = useWords(SPOT_WORDS)
  const { language } = useLanguage()
  const { open } = useOpenSpot()
  const spots = useNoun('hall', (hall) => hall.booths[city]?.own?.spots)
  if (!spots || spots.length === 0) return null
  return (
    <ul className="booth-spots" aria-label={say('spot.title')}>
      {spots.map(({ id, name, kind }) => {
        const called = inLanguage(name, language) || say('spot.nameless')
        return (
          <li key={id}>
            <button
              type="button"
              aria-label={say('spot.open', { name: called, kind: say(`spot.${kind}`) })}
              onClick={() => open({ booth: city, id })}
            >
              <SpotDot />
              <span>{called}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
