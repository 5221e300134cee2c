// Who did what with the booth, and when: the newest first, in words.

import { useState } from 'react'
import type { BoothEvent } from '../../shared/booth/life.ts'
import type { By, HistoryRow } from '../../shared/protocol/http.ts'
import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { Button } from '../ui/Button.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../ui/words.tsx'

const SHOWN = 8

export function History({ history }: { readonly history: readonly HistoryRow[] }) {
  const say = useWords(PUBLISH_WORDS)
  const [all, setAll] = useState(false)
  return (
    <section className="card staff-card" aria-labelledby="history-title">
      <h3 id="history-title">{say('publish.history')}</h3>
      {history.length === 0 && <p className="muted">{say('publish.history-none')}</p>}
      <ol className="history">
        {(all ? history : history.slice(0, SHOWN)).map((row) => (
          <li key={row.seq}>
            <Done row={row} />
          </li>
        ))}
      </ol>
      {!all && history.length > SHOWN && (
        <div>
          <Button size="small" onPress={() => setAll(true)}>
            {say('publish.history-all', { count: history.length })}
          </Button>
        </div>
      )}
    </section>
  )
}

function Done({ row: { by, event } }: { readonly row: HistoryRow }) {
  const who = useWho()
  const what = useEventWords()
  return (
    <>
      <When at={by.at} />
      <span>
        <strong>{who(by)}</strong> {what(event)}
        {event.type === 'scheduled' && event.showAt !== null && <When at={event.showAt} />}
      </span>
    </>
  )
}

/** Somebody's name; the house where a time had come; a word for who has none any more. */
export function useWho(): (by: By) => string {
  const say = useWords(PUBLISH_WORDS)
  return ({ name, person }) => name ?? say(person === null ? 'publish.house' : 'publish.somebody')
}

function useEventWords(): (event: BoothEvent) => string {
  const say = useWords(PUBLISH_WORDS)
  return (event) => {
    if (event.type === 'scheduled' && event.showAt === null) return say('publish.was-unscheduled', { n: event.n })
    if (event.type === 'taken-down' && event.remark === '') return say('publish.was-taken-down-plain')
    return say(`publish.was-${event.type}`, {
      n: 'n' in event ? event.n : 0,
      remark: 'remark' in event ? event.remark : '',
    })
  }
}

/** Who, and when. */
export function ByLine({ by }: { readonly by: By }) {
  const say = useWords(PUBLISH_WORDS)
  const who = useWho()
  return (
    <span className="small by-line">
      {say('publish.by', { name: who(by) })}
      <When at={by.at} />
    </span>
  )
}
