// The queue: questions of room and net in one list, each with where it came from and what can be done with it next.

import type { CommandType } from '../../../shared/session/commands.ts'
import type { Question } from '../../../shared/session/state.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { useWords } from '../../ui/words.tsx'
import { LineButton } from '../LineButton.tsx'
import { PlaceTag, StagedQuestion } from '../Questions.tsx'
import { useSteady } from '../steady.ts'
import { questionsOf, useJoined, useMay, useNameOf } from '../use-session.ts'
import { useCommand } from './use-command.ts'

type Step = Extract<CommandType, `question:${'show' | 'stage' | 'unstage' | 'answer' | 'archive' | 'decline'}`>

/** What a question's state allows, the likeliest first. */
const STEPS: Readonly<Partial<Record<Question['status'], readonly Step[]>>> = {
  queued: ['question:stage', 'question:show', 'question:decline'],
  visible: ['question:stage', 'question:answer', 'question:archive'],
  staged: ['question:answer', 'question:unstage'],
}

const NAMES = {
  'question:show': 'host.show',
  'question:stage': 'host.stage',
  'question:unstage': 'host.unstage',
  'question:answer': 'host.answer',
  'question:archive': 'host.archive',
  'question:decline': 'host.decline',
} as const satisfies Record<Step, keyof typeof HOST_WORDS>

export function QueueTab() {
  const say = useWords(HOST_WORDS)
  const joined = useJoined()
  const staged = questionsOf(joined, 'staged')
  const lists = [
    ['host.waiting', questionsOf(joined, 'queued')],
    ['host.open', questionsOf(joined, 'visible')],
    ['host.done', questionsOf(joined, 'answered', 'archived', 'declined')],
  ] as const
  const none = staged.length === 0 && lists.every(([, list]) => list.length === 0)
  return (
    <>
      {none && <p className="muted">{say('host.queue-none')}</p>}
      {staged.map((question) => (
        <div key={question.id} className="stack">
          <StagedQuestion />
          <Steps question={question} />
        </div>
      ))}
      {lists.map(([name, list]) => (
        <QueueList key={name} name={say(name)} questions={list} />
      ))}
    </>
  )
}

function QueueList({ name, questions }: { readonly name: string; readonly questions: readonly Question[] }) {
  const { list, around } = useSteady(questions)
  if (list.length === 0) return null
  return (
    <section className="questions">
      <h3 className="sub">
        {name} · {list.length}
      </h3>
      <ul {...around}>
        {list.map((question) => (
          <Entry key={question.id} question={question} />
        ))}
      </ul>
    </section>
  )
}

function Entry({ question }: { readonly question: Question }) {
  const tour = useWords(TOUR_WORDS)
  const { words, sums } = useJoined()
  const nameOf = useNameOf()
  const votes = sums.votes[question.id] ?? 0
  const done = !STEPS[question.status]
  return (
    <li className="question">
      <p className="row small muted entry-head">
        <PlaceTag question={question} />
        <span>{nameOf(question.by)}</span>
        {votes > 0 && <span>{tour('ask.votes', { count: votes })}</span>}
        {done && <span className={`tag state-${question.status}`}>{tour(`question.${question.status}`)}</span>}
      </p>
      <p>{words[question.id] || tour('ask.gone')}</p>
      <Steps question={question} />
    </li>
  )
}

function Steps({ question }: { readonly question: Question }) {
  const say = useWords(HOST_WORDS)
  const command = useCommand()
  const may = useMay()
  const { phase } = useJoined().state
  const steps = (STEPS[question.status] ?? []).filter(may)
  if (!steps.length || phase === 'ended') return null
  return (
    <div className="row entry-steps">
      {steps.map((step, i) => (
        <LineButton
          key={step}
          size="small"
          look={i === 0 ? 'first' : step === 'question:decline' ? 'quiet' : 'second'}
          onPress={() => command({ type: step, question: question.id })}
        >
          {say(NAMES[step])}
        </LineButton>
      ))}
    </div>
  )
}
