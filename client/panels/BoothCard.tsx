// The card of the spot one is at: what the city says of itself, its page, a link to exactly here.

import { CITIES, SECTORS } from '../../shared/hall/cities.ts'
import { plotById } from '../../shared/hall/layout.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { Button } from '../ui/Button.tsx'
import { LinkIcon } from '../ui/icons.tsx'
import { addressOf, cityPage, spotPath } from '../ui/paths.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useCopy } from '../ui/use-copy.ts'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { BoothMore } from './BoothMore.tsx'
import { BoothSpots } from './BoothSpots.tsx'
import { ModelStills } from './ModelStills.tsx'
import { usePlaceName } from './place-name.ts'

const SECTOR_BY_ID = new Map(SECTORS.map((sector) => [sector.id, sector]))

export interface BoothCardProps {
  /** Shows the model in pictures: it is not drawn beside the card. */
  readonly stills?: boolean
}

export function BoothCard({ stills = false }: BoothCardProps) {
  const say = useWords(HALL_WORDS)
  const placeName = usePlaceName()
  const here = useNoun('hall', (hall) => hall.here)
  const colour = useNoun('hall', (hall) => (here ? hall.booths[here]?.own?.colour : null))
  if (!here) return null
  const city = CITIES.find(({ id }) => id === here)
  return (
    <section className="booth-card plate" aria-label={say('hall.here')}>
      <p className="booth-here">
        <span className="dot" style={{ background: colour ?? plotById(here)?.colour ?? 'var(--bronze)' }} />
        <strong>{placeName(here)}</strong>
        <Count spot={here} />
      </p>
      {city && <CityWords city={city.id} />}
      {city && stills && <ModelStills city={city.id} />}
      {city && <BoothSpots city={city.id} />}
      <div className="row booth-links">
        {city && <BoothMore city={city.id} />}
        {city && (
          <a className="button second small" href={cityPage(city.id)}>
            {say('hall.city-page')}
          </a>
        )}
        <CopyHere spot={here} />
      </div>
    </section>
  )
}

function Count({ spot }: { readonly spot: string }) {
  const say = useWords(HALL_WORDS)
  const count = useNoun('hall', (hall) => hall.counts[spot] ?? 0)
  return count > 1 ? <span className="muted small">{say('hall.people-here', { count })}</span> : null
}

function CityWords({ city: id }: { readonly city: string }) {
  const say = useWords(HALL_WORDS)
  const { language } = useLanguage()
  const booth = useNoun('hall', (hall) => hall.booths[id])
  const city = CITIES.find((one) => one.id === id)
  if (!city) return null
  const summary = booth?.summary ?? city.summary
  const opening = booth?.own ? inLanguage(booth.own.opening, language) : ''
  return (
    <>
      {opening && <p className="booth-opening">{opening}</p>}
      <p className="booth-summary">{summary[language]}</p>
      <p className="row booth-sectors">
        {city.sectors.slice(0, 3).map((sector) => (
          <span key={sector} className="tag">
            {SECTOR_BY_ID.get(sector)?.[language]}
          </span>
        ))}
      </p>
      <p className="booth-sample">{say('hall.figures', { people: city.population2020 })}</p>
      {(booth?.summaryIsSample ?? true) && <p className="booth-sample">{say('hall.sample')}</p>}
    </>
  )
}

function CopyHere({ spot }: { readonly spot: string }) {
  const say = useWords(HALL_WORDS)
  const copy = useCopy()
  return (
    <Button size="small" look="quiet" onPress={() => copy(addressOf(spotPath(spot)))}>
      <LinkIcon />
      {say('hall.copy-link')}
    </Button>
  )
}
