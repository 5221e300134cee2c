// What is live now, in the lobby: asked over HTTP, again every half minute while the page is seen.

import { useEffect, useState } from 'react'
import type { SessionSummary } from '../../shared/protocol/wire.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { LinkButton } from '../ui/Button.tsx'
import { tourPath } from '../ui/paths.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'

const EVERY = 30_000
const SHOWN = 3

export function LiveSessions() {
  const say = useWords(LOBBY_WORDS)
  const sessions = useNoun('hall', (hall) => hall.sessions)
  const { session } = useActions()
  useEffect(() => {
    const look = () => void (document.hidden || session.list())
    look()
    const timer = setInterval(look, EVERY)
    return () => clearInterval(timer)
  }, [session])
  const live = sessions.filter(({ phase }) => phase === 'live' || phase === 'paused')
  const coming = sessions.filter(({ phase }) => phase === 'planned')
  return (
    <section className="live card" aria-labelledby="live-title">
      <h2 id="live-title">{say('lobby.live')}</h2>
      {live.length ? (
        <ul>
          {live.slice(0, SHOWN).map((one) => (
            <Row key={one.id} session={one} />
          ))}
        </ul>
      ) : (
        <div className="live-none">
          <p>{say('lobby.live-none')}</p>
          <p className="muted small">{say('lobby.live-none-help')}</p>
        </div>
      )}
      {coming.length > 0 && (
        <>
          <h3>{say('lobby.coming')}</h3>
          <ul>
            {coming.slice(0, 1).map((one) => (
              <Row key={one.id} session={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Row({ session }: { readonly session: SessionSummary }) {
  const say = useWords(LOBBY_WORDS)
  const { language } = useLanguage()
  const [now] = useState(Date.now)
  const live = session.phase === 'live'
  return (
    <li className="live-row">
      <div>
        <p className="live-title">{session.title[language] || session.title.zh}</p>
        <p className="small muted row">
          {live && <span className="tag live">{say('phase.live')}</span>}
          {session.phase === 'paused' && <span className="tag">{say('phase.paused')}</span>}
          <span>{say(`kind.${session.kind}`)}</span>
          {live && session.startedAt !== null && (
            <span>
              {say('lobby.live-since', { minutes: Math.max(0, Math.floor((now - session.startedAt) / 60_000)) })}
            </span>
          )}
        </p>
      </div>
      <LinkButton to={tourPath(session.id)} look={live ? 'first' : 'second'} size="small">
        {say('lobby.live-join')}
      </LinkButton>
    </li>
  )
}
