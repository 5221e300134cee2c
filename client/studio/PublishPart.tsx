// Publishing: how it stands, the draft's way to the hall, its versions, what differs between two of them, who did what and when.

import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { useNoun } from '../ui/use-app.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../ui/words.tsx'
import { CompareVersions } from './CompareVersions.tsx'
import { ByLine, History } from './History.tsx'
import { SubmitDraft } from './SubmitDraft.tsx'
import { type Standing, standingOf } from './standing.ts'
import { TakeAlong } from './TakeAlong.tsx'
import { Versions } from './Versions.tsx'

export function PublishPart({ city }: { readonly city: string }) {
  const life = useNoun('studio', (state) => state.life)
  const history = useNoun('studio', (state) => state.history)
  if (!life) return null
  return (
    <div className="stack publish">
      <StandingNow all={standingOf(life, history)} />
      <SubmitDraft city={city} life={life} />
      <Versions life={life} history={history} />
      <CompareVersions life={life} />
      <TakeAlong city={city} />
      <History history={history} />
    </div>
  )
}

const LOOKS: Readonly<Record<Standing['is'], string>> = {
  down: 'banner alarm',
  returned: 'banner warm',
  waiting: 'banner',
  scheduled: 'banner',
  shown: 'banner good',
  default: 'banner plain',
}

function StandingNow({ all }: { readonly all: readonly Standing[] }) {
  const say = useWords(PUBLISH_WORDS)
  return (
    <section className="card staff-card" aria-labelledby="standing-title">
      <h3 id="standing-title">{say('publish.now')}</h3>
      <ul className="stack standing" aria-live="polite">
        {all.map((one) => (
          <li key={one.is + ('n' in one ? one.n : '')} className={LOOKS[one.is]} data-standing={one.is}>
            <span>
              <Line one={one} />
            </span>
            {'by' in one && one.by && <ByLine by={one.by} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ one }: { readonly one: Standing }) {
  const say = useWords(PUBLISH_WORDS)
  switch (one.is) {
    case 'scheduled':
      return (
        <>
          {say('publish.scheduled', { n: one.n })}
          <When at={one.showAt} />
        </>
      )
    case 'waiting':
      return one.showAt === null ? (
        say('publish.waiting', { n: one.n })
      ) : (
        <>
          {say('publish.waiting-time', { n: one.n })}
          <When at={one.showAt} />
        </>
      )
    default:
      return say(`publish.${one.is}`, { ...one, by: '' })
  }
}
