// The draft's way to the hall: what is still missing, with the way there; when it is to be shown; and the button.

import { useState } from 'react'
import { Link } from 'wouter'
import { type BoothContent, type ContentFault, contentFaults } from '../../shared/booth/content.ts'
import type { BoothLife } from '../../shared/booth/life.ts'
import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/fields.tsx'
import { studioPath } from '../ui/paths.ts'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { fromHallClock } from '../ui/When.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { partOf } from './parts.ts'
import { draftOf, namedBy } from './standing.ts'
import { TimeField } from './TimeField.tsx'
import { useGiving, useVersion } from './use-publish.ts'

export function SubmitDraft({ city, life }: { readonly city: string; readonly life: BoothLife }) {
  const say = useWords(PUBLISH_WORDS)
  const review = useNoun('studio', (state) => state.review)
  const parts = useNoun('studio', (state) => state.parts)
  const waiting = life.versions.find(({ state }) => state === 'submitted')
  if (!parts) return null
  const draft = draftOf(parts)
  return (
    <section className="card staff-card" aria-labelledby="submit-title">
      <h3 id="submit-title">{say('publish.draft')}</h3>
      <p className="muted">{say(review ? 'publish.draft-review' : 'publish.draft-direct')}</p>
      <Faults city={city} draft={draft} />
      {waiting ? <Waiting n={waiting.n} /> : <SubmitForm draft={draft} shown={life.shown} review={review} />}
    </section>
  )
}

function Faults({ city, draft }: { readonly city: string; readonly draft: BoothContent }) {
  const say = useWords(PUBLISH_WORDS)
  const part = useWords(PART_WORDS)
  const { language } = useLanguage()
  const faults = contentFaults(draft)
  if (faults.length === 0) return null
  const words = (fault: ContentFault) => {
    const name = namedBy(draft, fault)
    return say(`publish.fault-${fault.code}`, {
      part: part(`part.${fault.section}`),
      name: (name && inLanguage(name, language)) || say('publish.fault-nameless'),
    })
  }
  return (
    <div className="banner warm faults">
      <p>{say('publish.faults', { count: faults.length })}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.code + fault.section + fault.item}>
            <Link href={studioPath(city, partOf(fault.section) ?? 'publish', fault.item)}>{words(fault)}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Waiting({ n }: { readonly n: number }) {
  const say = useWords(PUBLISH_WORDS)
  const { say: tell } = useActions()
  const { refused, give } = useGiving()
  const withdraw = async () => {
    if (await give({ type: 'withdraw', n })) tell(say('publish.done-withdrawn'))
  }
  return (
    <>
      <p>{say('publish.wait', { n })}</p>
      <RefusalLine refused={refused} />
      <div>
        <Button onPress={withdraw}>{say('publish.withdraw')}</Button>
      </div>
    </>
  )
}

interface FormProps {
  readonly draft: BoothContent
  readonly shown: number | null
  readonly review: boolean
}

function SubmitForm({ draft, shown, review }: FormProps) {
  const say = useWords(PUBLISH_WORDS)
  const { say: tell } = useActions()
  const { refused, give } = useGiving()
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [time, setTime] = useState('')
  const version = useVersion(shown)
  const same = version.content !== null && JSON.stringify(version.content) === JSON.stringify(draft)
  const showAt = when === 'later' ? fromHallClock(time) : null
  const submit = async () => {
    if (!(await give({ type: 'submit', showAt }))) return
    setWhen('now')
    setTime('')
    tell(say(review ? 'publish.done-submitted' : showAt ? 'publish.done-scheduled' : 'publish.done-shown'))
  }
  return (
    <>
      {same && shown !== null && <p className="muted">{say('publish.same', { n: shown })}</p>}
      <Choice<'now' | 'later'>
        label={say('publish.when')}
        value={when}
        options={[
          ['now', say(review ? 'publish.once-approved' : 'publish.at-once')],
          ['later', say('publish.at-time')],
        ]}
        change={setWhen}
      />
      {when === 'later' && <TimeField value={time} change={setTime} />}
      <RefusalLine refused={refused} />
      <div>
        <Button
          look="first"
          onPress={submit}
          disabled={same || contentFaults(draft).length > 0 || (when === 'later' && showAt === null)}
        >
          {say(review ? 'publish.submit' : 'publish.go')}
        </Button>
      </div>
    </>
  )
}
