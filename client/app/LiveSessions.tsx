// What is live now, in the lobby, and what comes next.

import type { SessionSummary } from '../../shared/protocol/wire.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { useServerNow } from '../panels/use-session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { tourPath } from '../ui/paths.ts'
import { useProgramme } from '../ui/programme.ts'
import { Failed } from '../ui/refusal.tsx'
import { When } from '../ui/When.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'

const SHOWN = 3

export function LiveSessions() {
  const say = useWords(LOBBY_WORDS)
  const common = useWords(COMMON_WORDS)
  const { sessions, refused, again } = useProgramme()
  const live = sessions?.filter(({ phase }) => phase === 'live' || phase === 'paused') ?? []
  const coming = sessions?.filter(({ phase }) => phase === 'planned') ?? []
  return (
    <section className="live card" aria-labelledby="live-title">
      <h2 id="live-title">{say('lobby.live')}</h2>
      {refused && <Failed refused={refused} again={again} />}
      {!sessions && !refused && <p className="muted">{common('common.loading')}</p>}
      {live.length > 0 && (
        <ul>
          {live.slice(0, SHOWN).map((one) => (
            <Row key={one.id} session={one} />
          ))}
        </ul>
      )}
      {sessions && live.length === 0 && (
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
  const now = useServerNow(30_000)
  const { phase, kind, startedAt, plannedFor } = session
  const title = session.title[language] || session.title.zh
  const minutes = startedAt === null ? 0 : Math.max(0, Math.floor((now - startedAt) / 60_000))
  return (
    <li className="live-row">
      <div>
        <p className="live-title">{title}</p>
        <p className="small muted row">
          {phase === 'live' && <span className="tag live">{say('phase.live')}</span>}
          {phase === 'paused' && <span className="tag">{say('phase.paused')}</span>}
          <span>{say(`kind.${kind}`)}</span>
          {phase === 'live' && startedAt !== null && <span>{say('lobby.live-since', { minutes })}</span>}
          {phase === 'planned' && plannedFor !== null && <When at={plannedFor} />}
        </p>
      </div>
      <LinkButton
        to={tourPath(session.id)}
        look={phase === 'live' ? 'first' : 'second'}
        size="small"
        name={`${say('lobby.live-join')}: ${title}`}
      >
        {say('lobby.live-join')}
      </LinkButton>
    </li>
  )
}
