// Polls: draft, open, close, archive; the sums of room and net while it runs.

import { useState } from 'react'
import type { Poll, PollStatus } from '../../../shared/session/state.ts'
import { COMMON_WORDS } from '../../../shared/words/common.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import type { Refused } from '../../state/outcome.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { LineField, Switch } from '../../ui/fields.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { RefusalLine } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'
import { useWords } from '../../ui/words.tsx'
import { LineButton } from '../LineButton.tsx'
import { PollResult } from '../PollCard.tsx'
import { useJoined, useMay } from '../use-session.ts'
import { useCommand } from './use-command.ts'

const NEXT = {
  draft: ['poll:open', 'host.poll-open'],
  open: ['poll:close', 'host.poll-close'],
  closed: ['poll:archive', 'host.poll-archive'],
  archived: null,
} as const satisfies Record<PollStatus, unknown>

const ORDER: readonly PollStatus[] = ['open', 'draft', 'closed', 'archived']

export function PollsTab() {
  const say = useWords(HOST_WORDS)
  const may = useMay()
  const { state } = useJoined()
  const polls = Object.values(state.polls).sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
  return (
    <>
      {polls.length === 0 && <p className="muted">{say('host.poll-none')}</p>}
      {polls.map((poll) => (
        <PollEntry key={poll.id} poll={poll} />
      ))}
      {may('poll:draft') && state.phase !== 'ended' && <NewPoll />}
    </>
  )
}

function PollEntry({ poll }: { readonly poll: Poll }) {
  const say = useWords(HOST_WORDS)
  const command = useCommand()
  const may = useMay()
  const { sums } = useJoined()
  const counts = poll.counts ?? sums.polls[poll.id] ?? null
  const next = NEXT[poll.status]
  return (
    <section className="poll" aria-label={poll.question}>
      <p>
        <span className="tag">{say(`poll-state.${poll.status}`)}</span>
      </p>
      <h3>{poll.question}</h3>
      {poll.status === 'draft' || !counts ? (
        <p className="small muted">{poll.options.join(' · ')}</p>
      ) : (
        <PollResult poll={poll} counts={counts} />
      )}
      {next && may(next[0]) && (
        <LineButton
          size="small"
          look={poll.status === 'closed' ? 'second' : 'first'}
          onPress={() => command({ type: next[0], poll: poll.id })}
        >
          {say(next[1])}
        </LineButton>
      )}
    </section>
  )
}

const OPTIONS = { min: 2, max: 8 } as const

function NewPoll() {
  const say = useWords(HOST_WORDS)
  const common = useWords(COMMON_WORDS)
  const { session } = useActions()
  const [question, setQuestion] = useState('')
  const [options, setOptions] = useState<readonly string[]>(['', ''])
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const filled = options.map((option) => option.trim()).filter(Boolean)
  const save = async () => {
    const reply = await session.draftPoll(question.trim(), filled, open)
    setRefused(reply.ok ? null : reply)
    if (!reply.ok) return
    setQuestion('')
    setOptions(['', ''])
  }
  return (
    <details className="rundown">
      <summary>{say('host.poll-new')}</summary>
      <div className="stack new-poll">
        <LineField label={say('host.poll-question')} value={question} change={setQuestion} max={200} />
        {options.map((option, i) => (
          // Options have no other identity.
          <div key={i} className="row option">
            <LineField
              label={say('host.poll-option', { n: i + 1 })}
              value={option}
              max={120}
              change={(value) => setOptions(options.map((one, k) => (k === i ? value : one)))}
            />
            {options.length > OPTIONS.min && (
              <IconButton name={common('common.close')} onPress={() => setOptions(options.filter((_, k) => k !== i))}>
                <CloseIcon />
              </IconButton>
            )}
          </div>
        ))}
        {options.length < OPTIONS.max && (
          <Button size="small" look="quiet" onPress={() => setOptions([...options, ''])}>
            {say('host.poll-add')}
          </Button>
        )}
        <Switch on={open} change={setOpen}>
          {say('host.poll-live')}
        </Switch>
        <RefusalLine refused={refused} />
        <LineButton look="first" disabled={!question.trim() || filled.length < OPTIONS.min} onPress={save}>
          {say('host.poll-draft')}
        </LineButton>
      </div>
    </details>
  )
}
