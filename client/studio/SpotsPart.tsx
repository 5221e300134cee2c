// The booth's spots: what each is called, what it shows, and where in the booth it is.

import { TEXT_MAX } from '../../shared/booth/content.ts'
import { type BoothSpot, newPlace } from '../../shared/booth/spots.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { ItemList } from './ItemList.tsx'
import { SpotShows } from './SpotShows.tsx'
import { SpotWhere } from './SpotWhere.tsx'
import { BothField } from './text-fields.tsx'
import { useSection } from './use-studio.ts'
import './spots.css'

const BLANK = { zh: '', en: '' } as const

export function SpotsPart({ city }: { readonly city: string }) {
  const say = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  const editing = useSection('spots')
  if (!editing) return null
  const spots = editing.part.mine
  return (
    <ItemList<BoothSpot>
      kind="spots"
      items={spots}
      nameOf={({ name }) => inLanguage(name, language)}
      make={(id) => ({ id, name: BLANK, at: newPlace(spots), shown: { kind: 'text', text: BLANK } })}
      change={(next, mark) => editing.edit((now) => [...next(now)], mark)}
      fields={(spot, update) => (
        <>
          <BothField
            label={say('field.name')}
            value={spot.name}
            max={TEXT_MAX.spot}
            change={(name, typed) => update({ name }, `name.${typed}`)}
          />
          <SpotShows
            city={city}
            shown={spot.shown}
            change={(next, mark) => update(({ shown }) => ({ shown: next(shown) }), `shown.${mark}`)}
          />
          <SpotWhere city={city} spot={spot} spots={spots} move={(at, mark) => update({ at }, `at.${mark}`)} />
        </>
      )}
    />
  )
}
