// The versions of a booth, newest first: how each stands, and what can be done with it. Whatever the hall shows is asked for first.

import { useState } from 'react'
import type { BoothLife, Version } from '../../shared/booth/life.ts'
import type { HistoryRow } from '../../shared/protocol/http.ts'
import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { Answers } from '../ui/Answers.tsx'
import { Button } from '../ui/Button.tsx'
import { RefusalLine } from '../ui/refusal.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useActions } from '../ui/use-app.tsx'
import { fromHallClock, When } from '../ui/When.tsx'
import { useWords } from '../ui/words.tsx'
import { ByLine } from './History.tsx'
import { rowOf } from './standing.ts'
import { TimeField, toHallClock } from './TimeField.tsx'
import { useGiving } from './use-publish.ts'

interface Asked {
  readonly what: 'show' | 'time'
  readonly version: Version
}

export function Versions({ life, history }: { readonly life: BoothLife; readonly history: readonly HistoryRow[] }) {
  const say = useWords(PUBLISH_WORDS)
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const n = asked?.version.n ?? 0
  return (
    <section className="card staff-card" aria-labelledby="versions-title">
      <h3 id="versions-title">{say('publish.versions')}</h3>
      {life.versions.length === 0 && <p className="muted">{say('publish.versions-none')}</p>}
      <ul className="staff-list versions">
        {[...life.versions].reverse().map((version) => (
          <Row
            key={version.n}
            version={version}
            shown={life.shown === version.n}
            history={history}
            ask={(what) => setAsked({ what, version })}
          />
        ))}
      </ul>
      <Sheet title={say('publish.show-sure', { n })} open={asked?.what === 'show'} middle close={close}>
        <ShowIt n={n} close={close} />
      </Sheet>
      <Sheet title={say('publish.time-title', { n })} open={asked?.what === 'time'} middle close={close}>
        {asked && <SetTime version={asked.version} close={close} />}
      </Sheet>
    </section>
  )
}

interface RowProps {
  readonly version: Version
  readonly shown: boolean
  readonly history: readonly HistoryRow[]
  ask(what: Asked['what']): void
}

function Row({ version, shown, history, ask }: RowProps) {
  const say = useWords(PUBLISH_WORDS)
  const { n, state, showAt } = version
  const scheduled = state === 'approved' && showAt !== null && !shown
  const by = rowOf(history, 'submitted', n)?.by
  const name = say('publish.version', { n })
  const named = (key: 'publish.show' | 'publish.change-time') => ({ 'aria-label': `${say(key)}: ${name}` })
  return (
    <li>
      <span className="desk-who">
        <span className="row">
          <strong>{name}</strong>
          <span className={shown ? 'tag net' : 'tag'}>
            {say(`publish.is-${shown ? 'shown' : scheduled ? 'scheduled' : state}`)}
          </span>
          {showAt !== null && !shown && state !== 'withdrawn' && state !== 'returned' && <When at={showAt} />}
        </span>
        {by && <ByLine by={by} />}
      </span>
      <span className="row">
        {(scheduled || state === 'submitted') && (
          <Button size="small" look="quiet" {...named('publish.change-time')} onPress={() => ask('time')}>
            {say('publish.change-time')}
          </Button>
        )}
        {state === 'approved' && !shown && (
          <Button size="small" {...named('publish.show')} onPress={() => ask('show')}>
            {say('publish.show')}
          </Button>
        )}
      </span>
    </li>
  )
}

function ShowIt({ n, close }: { readonly n: number; close(): void }) {
  const say = useWords(PUBLISH_WORDS)
  const { say: tell } = useActions()
  const { refused, give } = useGiving()
  const show = async () => {
    if (!(await give({ type: 'show', n }))) return
    close()
    tell(say('publish.done-shown'))
  }
  return (
    <div className="stack">
      <p>{say('publish.show-what', { n })}</p>
      <Answers refused={refused} close={close}>
        <Button look="first" onPress={show}>
          {say('publish.show')}
        </Button>
      </Answers>
    </div>
  )
}

function SetTime({ version: { n, showAt }, close }: { readonly version: Version; close(): void }) {
  const say = useWords(PUBLISH_WORDS)
  const { refused, give } = useGiving()
  const [time, setTime] = useState(showAt === null ? '' : toHallClock(showAt))
  const at = fromHallClock(time)
  const set = async (to: number | null) => {
    if (await give({ type: 'schedule', n, showAt: to })) close()
  }
  return (
    <div className="stack">
      <TimeField value={time} change={setTime} />
      <p className="small muted">{say('publish.time-none-help')}</p>
      <RefusalLine refused={refused} />
      <div className="row">
        <Button look="first" disabled={at === null} onPress={() => set(at)}>
          {say('publish.time-set')}
        </Button>
        {showAt !== null && <Button onPress={() => set(null)}>{say('publish.time-none')}</Button>}
      </div>
    </div>
  )
}
