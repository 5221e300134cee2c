// Questions for who takes part: asking, one's own with their state, everybody's with votes, the one on stage.

import { useState } from 'react'
import type { Question } from '../../shared/session/state.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import type { Refused } from '../state/outcome.ts'
import { UpIcon } from '../ui/icons.tsx'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { AskQuestion } from './AskQuestion.tsx'
import { LineButton } from './LineButton.tsx'
import { useSteady } from './steady.ts'
import { questionsOf, useJoined, useMyId } from './use-session.ts'

export function StagedQuestion() {
  const say = useWords(TOUR_WORDS)
  const { state, words } = useJoined()
  const staged = state.staged ? state.questions[state.staged] : undefined
  if (!staged || state.phase === 'ended') return null
  return (
    <section className="staged" aria-label={say('ask.on-stage')}>
      <p className="row small">
        <strong>{say('ask.on-stage')}</strong>
        <PlaceTag question={staged} />
      </p>
      <p className="staged-text">{words[staged.id] || say('ask.gone')}</p>
    </section>
  )
}

/** Room or net: where a question was asked from. Only said where both take part. */
export function PlaceTag({ question }: { readonly question: Question }) {
  const say = useWords(TOUR_WORDS)
  const room = question.place === 'room'
  return <span className={room ? 'tag room' : 'tag net'}>{say(room ? 'ask.from-room' : 'ask.from-net')}</span>
}

export function Questions() {
  const say = useWords(TOUR_WORDS)
  const joined = useJoined()
  const me = useMyId()
  const open = joined.state.phase !== 'ended'
  const own = Object.values(joined.state.questions)
    .filter(({ by, status }) => by === me && status !== 'withdrawn')
    .sort((a, b) => b.askedAt - a.askedAt)
  const others = useSteady(questionsOf(joined, 'visible').filter(({ by }) => by !== me))
  return (
    <section className="questions" aria-labelledby="questions-title">
      <h3 id="questions-title">{say('ask.title')}</h3>
      {open && <AskQuestion />}
      {own.length > 0 && (
        <>
          <p className="sub">{say('ask.own')}</p>
          <ul>
            {own.map((question) => (
              <OwnQuestion key={question.id} question={question} />
            ))}
          </ul>
        </>
      )}
      {(open || others.list.length > 0) && <p className="sub">{say('ask.others')}</p>}
      {open && others.list.length === 0 && <p className="muted small">{say('ask.none')}</p>}
      <ul {...others.around}>
        {others.list.map((question) => (
          <VotedQuestion key={question.id} question={question} />
        ))}
      </ul>
    </section>
  )
}

function OwnQuestion({ question }: { readonly question: Question }) {
  const say = useWords(TOUR_WORDS)
  const { session } = useActions()
  const { words } = useJoined()
  const [refused, setRefused] = useState<Refused | null>(null)
  const open = question.status === 'queued' || question.status === 'visible'
  return (
    <li className="question">
      <p>{words[question.id] || say('ask.gone')}</p>
      <div className="row">
        <span className={`tag state-${question.status}`}>{say(`question.${question.status}`)}</span>
        {open && (
          <LineButton
            look="quiet"
            size="small"
            onPress={async () => {
              const reply = await session.command({ type: 'question:withdraw', question: question.id })
              setRefused(reply.ok ? null : reply)
            }}
          >
            {say('ask.withdraw')}
          </LineButton>
        )}
      </div>
      <RefusalLine refused={refused} />
    </li>
  )
}

function VotedQuestion({ question }: { readonly question: Question }) {
  const say = useWords(TOUR_WORDS)
  const { session } = useActions()
  const { words, sums, own, state } = useJoined()
  const [refused, setRefused] = useState<Refused | null>(null)
  const mine = own.votes.includes(question.id)
  const votes = sums.votes[question.id] ?? 0
  return (
    <li className="question voted">
      <div>
        <p>{words[question.id] || say('ask.gone')}</p>
        <PlaceTag question={question} />
        <RefusalLine refused={refused} />
      </div>
      <LineButton
        look={mine ? 'first' : 'second'}
        size="small"
        className="vote"
        aria-pressed={mine}
        aria-label={`${say(mine ? 'ask.unvote' : 'ask.vote')} · ${say('ask.votes', { count: votes })}`}
        disabled={state.phase === 'ended'}
        onPress={async () => {
          const reply = await session.vote(question.id, !mine)
          setRefused(reply.ok ? null : reply)
        }}
      >
        <UpIcon />
        {votes}
      </LineButton>
    </li>
  )
}
