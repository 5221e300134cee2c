// What state the session is in, when it is not simply going on: not started, guide away, paused, ended. A live region.

import { KIND_RULES } from '../../shared/session/kinds.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { LinkButton } from '../ui/Button.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../ui/words.tsx'
import { useJoined, useMay } from './use-session.ts'

export function PhaseBanner() {
  const say = useWords(TOUR_WORDS)
  const { state } = useJoined()
  const { moves } = KIND_RULES[state.kind]
  const starts = useMay()('session:start')
  return (
    <div role="status" aria-live="polite">
      {state.phase === 'planned' && (
        <div className="banner">
          <span>
            <strong>{say('tour.planned')}</strong>{' '}
            {state.plannedFor !== undefined && (
              <>
                <When at={state.plannedFor} />
                <br />
              </>
            )}
            {say(starts ? 'tour.planned-help-lead' : moves ? 'tour.planned-help' : 'tour.planned-help-item')}
          </span>
        </div>
      )}
      {state.phase === 'live' && state.lead.lostAt !== null && (
        <p className="banner warm">{say(moves ? 'tour.reconnecting' : 'tour.reconnecting-item')}</p>
      )}
      {state.phase === 'paused' && <p className="banner warm">{say(moves ? 'tour.paused' : 'tour.paused-item')}</p>}
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
