// What the desk asks before something happens to a booth: returning with a remark, taking down with a reason; and what a version
// would change.

import { useEffect, useState } from 'react'
import { type BoothContent, EMPTY_CONTENT, TEXT_MAX } from '../../shared/booth/content.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { DESK_BOOTH_WORDS } from '../../shared/words/desk-booths.ts'
import type { Outcome, Refused } from '../state/outcome.ts'
import { ContentDifferences } from '../studio/ContentDifferences.tsx'
import { Answers } from '../ui/Answers.tsx'
import { Button } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { RefusalLine } from '../ui/refusal.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../ui/words.tsx'
import { useCityName } from './role-words.ts'

export type Asked =
  | { readonly what: 'return'; readonly booth: string; readonly n: number }
  | { readonly what: 'take-down'; readonly booth: string }
  | { readonly what: 'changes'; readonly booth: string; readonly n: number; readonly shown: number | null }

interface QuestionProps {
  readonly asked: Asked | null
  close(): void
  done(): Promise<void>
}

const TITLES = {
  return: 'booths.return-title',
  'take-down': 'booths.down-title',
  changes: 'booths.changes-title',
} as const

export function BoothQuestion({ asked, close, done }: QuestionProps) {
  const say = useWords(DESK_BOOTH_WORDS)
  const cityName = useCityName()
  const title = asked ? say(TITLES[asked.what], { city: cityName(asked.booth), n: 'n' in asked ? asked.n : 0 }) : ''
  const changes = asked?.what === 'changes' ? asked : null
  return (
    <>
      <Sheet title={title} open={asked !== null && !changes} middle close={close}>
        {asked && asked.what !== 'changes' && <RemarkForm asked={asked} close={close} done={done} />}
      </Sheet>
      <Sheet title={title} open={changes !== null} wide close={close}>
        {changes && <Changes {...changes} />}
      </Sheet>
    </>
  )
}

interface RemarkProps {
  readonly asked: Exclude<Asked, { readonly what: 'changes' }>
  close(): void
  done(): Promise<void>
}

function RemarkForm({ asked, close, done }: RemarkProps) {
  const say = useWords(DESK_BOOTH_WORDS)
  const cityName = useCityName()
  const { desk, say: tell } = useActions()
  const [remark, setRemark] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const back = asked.what === 'return'
  const { onSubmit, busy } = useSubmit(async () => {
    const text = remark.trim()
    const reply = await desk.booth(
      asked.booth,
      back ? { type: 'return', n: asked.n, remark: text } : { type: 'take-down', remark: text },
    )
    setRefused(reply.ok ? null : reply)
    if (!reply.ok) return
    close()
    if (back) tell(say('booths.returned', { city: cityName(asked.booth) }))
    await done()
  })
  return (
    <form className="stack" onSubmit={onSubmit}>
      {!back && <p>{say('booths.down-what')}</p>}
      <LineField
        label={say(back ? 'booths.remark-return' : 'booths.remark-down')}
        value={remark}
        change={setRemark}
        max={TEXT_MAX.remark}
        lines={4}
        help={say('booths.remark-help')}
      />
      <Answers refused={refused} close={close}>
        <Button type="submit" look={back ? 'first' : 'danger'} aria-busy={busy} disabled={remark.trim() === ''}>
          {say(back ? 'booths.return-go' : 'booths.down-go')}
        </Button>
      </Answers>
    </form>
  )
}

interface Read {
  readonly before: BoothContent
  readonly after: BoothContent
}

function Changes({ booth, n, shown }: { readonly booth: string; readonly n: number; readonly shown: number | null }) {
  const say = useWords(DESK_BOOTH_WORDS)
  const common = useWords(COMMON_WORDS)
  const { desk } = useActions()
  const [read, setRead] = useState<Outcome<Read> | null>(null)
  useEffect(() => {
    let wanted = true
    const nothing: Promise<Outcome<BoothContent>> = Promise.resolve({ ok: true, value: EMPTY_CONTENT })
    void Promise.all([shown === null ? nothing : desk.version(booth, shown), desk.version(booth, n)]).then(
      ([before, after]) => {
        if (!wanted) return
        if (!before.ok) setRead(before)
        else setRead(after.ok ? { ok: true, value: { before: before.value, after: after.value } } : after)
      },
    )
    return () => {
      wanted = false
    }
  }, [desk, booth, n, shown])
  if (!read) return <p className="muted">{common('common.loading')}</p>
  if (!read.ok) return <RefusalLine refused={read} />
  const names = [say('booths.before'), say('booths.after', { n })] as const
  return (
    // Within reach of the keyboard, so that it can be scrolled.
    <section className="stack publish" aria-label={names.join(' – ')} tabIndex={0}>
      <ContentDifferences a={read.value.before} b={read.value.after} names={names} level={3} />
    </section>
  )
}
