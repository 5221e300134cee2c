// The programme for who hosts: what is live, then what comes with its time, each with a way in; planning one more.

import type { SessionSummary } from '../../shared/protocol/wire.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { DESK_WORDS } from '../../shared/words/desk.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { LinkButton } from '../ui/Button.tsx'
import { tourPath } from '../ui/paths.ts'
import { useProgramme } from '../ui/programme.ts'
import { Failed } from '../ui/refusal.tsx'
import { When } from '../ui/When.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { PlanSession } from './PlanSession.tsx'

export function Sessions() {
  const say = useWords(DESK_WORDS)
  const common = useWords(COMMON_WORDS)
  const { sessions, refused, again } = useProgramme()
  return (
    <section className="card staff-card" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say('desk.sessions')}</h2>
      {refused && <Failed refused={refused} again={again} />}
      {sessions === null && !refused && (
        <p className="muted" role="status">
          {common('common.loading')}
        </p>
      )}
      {sessions?.length === 0 && <p className="muted">{say('desk.sessions-none')}</p>}
      <ul className="staff-list">
        {sessions?.map((one) => (
          <Row key={one.id} session={one} />
        ))}
      </ul>
      <PlanSession done={again} />
    </section>
  )
}

function Row({ session }: { readonly session: SessionSummary }) {
  const say = useWords(DESK_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const { language } = useLanguage()
  const { phase, plannedFor } = session
  const title = session.title[language] || session.title.zh
  return (
    <li>
      <span className="desk-who">
        <strong>{title}</strong>
        <span className="row small muted">
          <span className={phase === 'live' ? 'tag live' : 'tag'}>{lobby(`phase.${phase}`)}</span>
          <span>{lobby(`kind.${session.kind}`)}</span>
          {phase === 'planned' && plannedFor !== null && <When at={plannedFor} />}
        </span>
      </span>
      <LinkButton to={tourPath(session.id)} size="small" name={`${say('desk.open')}: ${title}`}>
        {say('desk.open')}
      </LinkButton>
    </li>
  )
}
