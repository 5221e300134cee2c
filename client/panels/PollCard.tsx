// A poll: choose while it is open, see the halves of room and net when it is closed (or while open, if the poll says so).

import { type CSSProperties, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { PollCounts } from '../../shared/session/events.ts'
import type { Poll } from '../../shared/session/state.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import type { Refused } from '../state/outcome.ts'
import { RefusalLine } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useJoined } from './use-session.ts'
import './poll.css'

/** The poll that is on, if there is one that people see. */
export function PollCard() {
  const { state, sums } = useJoined()
  const poll = state.poll ? state.polls[state.poll] : undefined
  if (!poll || poll.status === 'draft' || poll.status === 'archived') return null
  const counts = poll.counts ?? sums.polls[poll.id] ?? null
  return <OnePoll poll={poll} counts={counts} />
}

function OnePoll({ poll, counts }: { readonly poll: Poll; readonly counts: PollCounts | null }) {
  const say = useWords(TOUR_WORDS)
  return (
    <section className="poll" aria-label={say('poll.title')}>
      <p className="small muted">{say(poll.status === 'open' ? 'poll.title' : 'poll.closed')}</p>
      <h3>{poll.question}</h3>
      {poll.status === 'open' && <PollChoice poll={poll} />}
      {counts && (poll.status === 'closed' || poll.openResults) && <PollResult poll={poll} counts={counts} />}
    </section>
  )
}

function PollChoice({ poll }: { readonly poll: Poll }) {
  const say = useWords(TOUR_WORDS)
  const { session } = useActions()
  const { own } = useJoined()
  const on = useNoun('connection', ({ status }) => status === 'on')
  const [refused, setRefused] = useState<Refused | null>(null)
  // Shown at once; what was chosen last stays when the answer to an earlier choice comes.
  const [pending, setPending] = useState<number | null>(null)
  const chosen = own.choices[poll.id]
  const shown = pending ?? chosen
  const choose = async (option: number) => {
    setPending(option)
    const reply = await session.choose(poll.id, option)
    setPending((now) => (now === option ? null : now))
    setRefused(reply.ok ? null : reply)
  }
  return (
    <>
      <RadioGroup
        className="poll-choice"
        aria-label={poll.question}
        isReadOnly={!on}
        value={shown === undefined ? null : String(shown)}
        onChange={(value) => void choose(Number(value))}
      >
        {poll.options.map((option, i) => (
          <Radio key={option} value={String(i)}>
            {option}
          </Radio>
        ))}
      </RadioGroup>
      <p className="small muted" role="status">
        {say(chosen === undefined ? 'poll.choose' : 'poll.chosen')}
      </p>
      <RefusalLine refused={refused} />
    </>
  )
}

/** Bars of both halves; figures always beside them. */
export function PollResult({ poll, counts }: { readonly poll: Poll; readonly counts: PollCounts }) {
  const say = useWords(TOUR_WORDS)
  const sum = (half: readonly number[]) => half.reduce((a, b) => a + b, 0)
  const room = sum(counts.room)
  const net = sum(counts.net)
  const most = Math.max(1, ...poll.options.map((_, i) => (counts.room[i] ?? 0) + (counts.net[i] ?? 0)))
  return (
    <div className="poll-result">
      <ul>
        {poll.options.map((option, i) => {
          const style = {
            '--room': (counts.room[i] ?? 0) / most,
            '--net': (counts.net[i] ?? 0) / most,
          } as CSSProperties
          return (
            <li key={option} style={style}>
              <span className="poll-option">{option}</span>
              <span className="poll-count">{(counts.room[i] ?? 0) + (counts.net[i] ?? 0)}</span>
              <span className="poll-bar" aria-hidden="true">
                <i className="room" />
                <i className="net" />
              </span>
            </li>
          )
        })}
      </ul>
      <p className="row small poll-total">
        <span className="muted">{say('poll.total', { count: room + net })}</span>
        <span className="tag room">{say('poll.room', { count: room })}</span>
        <span className="tag net">{say('poll.net', { count: net })}</span>
      </p>
    </div>
  )
}
