// One booth in the desk's list: one that waits for approval, or another one with what it shows.

import { useState } from 'react'
import type { BoothRow } from '../../shared/protocol/http.ts'
import { DESK_BOOTH_WORDS } from '../../shared/words/desk-booths.ts'
import { DESK_CHECK_WORDS } from '../../shared/words/desk-checks.ts'
import type { Refused } from '../state/outcome.ts'
import { ByLine } from '../studio/History.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { cityPage, studioPath, versionPage } from '../ui/paths.ts'
import { RefusalLine } from '../ui/refusal.tsx'
import { Thumbnail } from '../ui/Thumbnail.tsx'
import { useActions } from '../ui/use-app.tsx'
import { When } from '../ui/When.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import type { Asked } from './BoothQuestion.tsx'
import { useCityName } from './role-words.ts'
import { VersionChecks } from './VersionChecks.tsx'

interface RowProps {
  readonly row: BoothRow
  /** Asks before it is done, or shows what changes. */
  ask(asked: Asked): void
  /** Something was done: the list is another now. */
  done(): Promise<void>
}

export function WaitingBooth({ row, ask, done }: RowProps) {
  const say = useWords(DESK_BOOTH_WORDS)
  const city = useCityName()(row.booth)
  const { desk, say: tell } = useActions()
  const [refused, setRefused] = useState<Refused | null>(null)
  const version = row.life.versions.find(({ state }) => state === 'submitted')
  if (!version) return null
  const { n, showAt } = version
  const { booth } = row
  const approve = async () => {
    const reply = await desk.booth(booth, { type: 'approve', n })
    setRefused(reply.ok ? null : reply)
    if (reply.ok) tell(say('booths.approved', { city, n }))
    await done()
  }
  const named = (key: keyof typeof DESK_BOOTH_WORDS) => ({ 'aria-label': `${say(key)} ${city}` })
  return (
    <li className="waiting-booth">
      <Thumbnail of={row.thumbnail} className="desk-thumbnail" />
      <span className="desk-who">
        <strong>{city}</strong>
        <span className="row small muted">
          <span className="tag room">{say('booths.version', { n })}</span>
          {row.submitted && <ByLine by={row.submitted} />}
        </span>
        {showAt !== null && (
          <span className="small">
            {say('booths.show-at')}
            <When at={showAt} />
          </span>
        )}
        {row.checks && <VersionChecks checks={row.checks} />}
        <Links booth={booth} city={city} n={n} />
        <RefusalLine refused={refused} />
      </span>
      <span className="row booth-steps">
        <Button
          size="small"
          look="quiet"
          {...named('booths.changes')}
          onPress={() => ask({ what: 'changes', booth, n, shown: row.life.shown })}
        >
          {say('booths.changes')}
        </Button>
        <Button size="small" {...named('booths.return')} onPress={() => ask({ what: 'return', booth, n })}>
          {say('booths.return')}
        </Button>
        <Button size="small" look="first" {...named('booths.approve')} onPress={approve}>
          {say('booths.approve')}
        </Button>
      </span>
    </li>
  )
}

export function OtherBooth({ row, ask, done }: RowProps) {
  const say = useWords(DESK_BOOTH_WORDS)
  const city = useCityName()(row.booth)
  const { desk } = useActions()
  const [refused, setRefused] = useState<Refused | null>(null)
  const { booth, life } = row
  const putUp = async () => {
    const reply = await desk.booth(booth, { type: 'put-up' })
    setRefused(reply.ok ? null : reply)
    await done()
  }
  return (
    <li className="waiting-booth">
      <Thumbnail of={row.thumbnail} className="desk-thumbnail" />
      <span className="desk-who">
        <strong>{city}</strong>
        <span className="row small muted">
          <span className={life.down ? 'tag live' : 'tag'}>
            {life.down
              ? say('booths.down')
              : life.shown === null
                ? say('booths.not-shown')
                : say('booths.shown', { n: life.shown })}
          </span>
          <Links booth={booth} city={city} />
        </span>
        <RefusalLine refused={refused} />
      </span>
      {life.down ? (
        <Button size="small" aria-label={`${say('booths.put-up')} ${city}`} onPress={putUp}>
          {say('booths.put-up')}
        </Button>
      ) : (
        life.shown !== null && (
          <Button
            size="small"
            look="quiet"
            aria-label={`${say('booths.take-down')} ${city}`}
            onPress={() => ask({ what: 'take-down', booth })}
          >
            {say('booths.take-down')}
          </Button>
        )
      )}
    </li>
  )
}

interface LinksProps {
  readonly booth: string
  readonly city: string
  /** The version that waits. */
  readonly n?: number
}

function Links({ booth, city, n }: LinksProps) {
  const say = useWords(DESK_BOOTH_WORDS)
  const look = useWords(DESK_CHECK_WORDS)
  const { language } = useLanguage()
  return (
    <span className="row booth-links-row">
      {n !== undefined && (
        <a
          className="button quiet small"
          href={versionPage(booth, n, language)}
          aria-label={look('checks.look-of', { city, n })}
        >
          {look('checks.look', { n })}
        </a>
      )}
      <LinkButton to={studioPath(booth, 'publish')} look="quiet" size="small" name={`${say('booths.studio')} ${city}`}>
        {say('booths.studio')}
      </LinkButton>
      <a className="button quiet small" href={cityPage(booth)} aria-label={`${say('booths.page')} ${city}`}>
        {say('booths.page')}
      </a>
    </span>
  )
}
