// The sheet of the spot that is open: what it shows. Lies over the hall, which goes on beneath while one walks there.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { SPOT_WORDS } from '../../shared/words/spots.ts'
import { Failed } from '../ui/refusal.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { type SpotAddress, useOpenSpot } from './open-spot.ts'
import { usePlaceName } from './place-name.ts'
import { SpotContent } from './SpotContent.tsx'
import { useShown } from './use-shown.ts'
import './spots.css'

export function SpotSheet() {
  const { spot, open } = useOpenSpot()
  return spot && <OpenSheet key={`${spot.booth}.${spot.id}`} at={spot} close={() => open(null)} />
}

function OpenSheet({ at, close }: { readonly at: SpotAddress; close(): void }) {
  const say = useWords(SPOT_WORDS)
  const { language } = useLanguage()
  const placeName = usePlaceName()
  const mark = useNoun('hall', (hall) => hall.booths[at.booth]?.own?.spots.find(({ id }) => id === at.id))
  const name = mark ? inLanguage(mark.name, language) || say('spot.nameless') : placeName(at.booth)
  return (
    <Sheet title={name} open close={close}>
      <section className="stack" aria-label={name} tabIndex={0}>
        <p className="spot-of">
          <SpotDot />
          {mark && `${say(`spot.${mark.kind}`)} · `}
          {placeName(at.booth)}
        </p>
        <Content at={at} />
      </section>
    </Sheet>
  )
}

function Content({ at }: { readonly at: SpotAddress }) {
  const say = useWords(SPOT_WORDS)
  const common = useWords(COMMON_WORDS)
  const { shown, refused, again } = useShown(at.booth)
  const spot = shown?.content?.spots.find(({ id }) => id === at.id)
  if (refused) return <Failed refused={refused} again={again} />
  if (!shown) return <p className="muted">{common('common.loading')}</p>
  if (!spot) return <p className="muted">{say('spot.gone')}</p>
  return <SpotContent spot={spot} people={shown.content?.people ?? []} />
}

/** The marker of the hall, in small. */
export function SpotDot() {
  return (
    <svg className="spot-dot" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" />
      <circle cx="8" cy="8" r="2.2" />
    </svg>
  )
}
