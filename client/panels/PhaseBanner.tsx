// What state the session is in, when it is not simply going on: not started, guide away, paused, ended. A live region.

import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { LinkButton } from '../ui/Button.tsx'
import { useWords } from '../ui/words.tsx'
import { useJoined } from './use-session.ts'

export function PhaseBanner() {
  const say = useWords(TOUR_WORDS)
  const { state } = useJoined()
  return (
    <div role="status" aria-live="polite">
      {state.phase === 'planned' && (
        <div className="banner">
          <span>
            <strong>{say('tour.planned')}</strong> {say('tour.planned-help')}
          </span>
        </div>
      )}
      {state.phase === 'live' && state.lead.lostAt !== null && (
        <p className="banner warm">{say('tour.reconnecting')}</p>
      )}
      {state.phase === 'paused' && <p className="banner warm">{say('tour.paused')}</p>}
      {state.phase === 'ended' && (
        <div className="banner">
          <span>
            <strong>{say('tour.ended')}</strong> {say('tour.ended-help')}
          </span>
          <LinkButton to="/hall" size="small">
            {say('tour.leave')}
          </LinkButton>
        </div>
      )}
    </div>
  )
}
