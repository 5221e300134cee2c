// Above every part: whether what was written is on the server, undo and redo, the way to publishing. Ctrl+Z and Ctrl+Shift+Z (or
// Ctrl+Y) are the booth's steps, but inside a text field they stay the field's own, as everywhere else.

import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Section } from '../../shared/booth/content.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { RedoIcon, UndoIcon } from '../ui/icons.tsx'
import { studioPath } from '../ui/paths.ts'
import { useRefusal } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { partOf } from './parts.ts'
import { stepOfKey } from './step-keys.ts'
import { savingOf } from './use-studio.ts'

export function SaveBar({ city }: { readonly city: string }) {
  const say = useWords(PART_WORDS)
  return (
    <div className="save-bar">
      <SaveState city={city} />
      <Steps city={city} />
      <LinkButton to={studioPath(city, 'publish')} look="first" size="small">
        {say('part.publish')}
      </LinkButton>
    </div>
  )
}

function SaveState({ city }: { readonly city: string }) {
  const say = useWords(PART_WORDS)
  const common = useWords(COMMON_WORDS)
  const refusal = useRefusal()
  const { studio } = useActions()
  const lost = useNoun('connection', ({ status }) => status === 'lost' || status === 'draining')
  const away = useNoun('studio', (state) => state.away)
  const parts = useNoun('studio', (state) => state.parts)
  if (!parts) return null
  const saving = savingOf(parts, lost || away)
  const name = (section: Section) => say(`part.${section}`)
  return (
    <div className={`save-state ${saving.is}`}>
      <p role="status" data-saving={saving.is}>
        {saving.is === 'refused' && say('save.refused', { part: name(saving.section), why: refusal(saving.why) })}
        {saving.is === 'choose' && say('save.choose', { part: name(saving.section) })}
        {saving.is !== 'refused' && saving.is !== 'choose' && say(`save.${saving.is}`)}
      </p>
      {saving.is === 'refused' && (
        <Button size="small" onPress={studio.saveNow}>
          {common('common.retry')}
        </Button>
      )}
      {saving.is === 'choose' && (
        <LinkButton to={studioPath(city, partOf(saving.section) ?? 'publish')} size="small">
          {say('save.go')}
        </LinkButton>
      )}
    </div>
  )
}

function Steps({ city }: { readonly city: string }) {
  const say = useWords(PART_WORDS)
  const { studio } = useActions()
  const [at, go] = useLocation()
  const back = useNoun('studio', (state) => state.past.at(-1)?.section ?? null)
  const forth = useNoun('studio', (state) => state.future.at(-1)?.section ?? null)
  const [told, setTold] = useState('')
  const step = (way: 'undo' | 'redo') => {
    const section = way === 'undo' ? back : forth
    if (!section) return
    studio[way]()
    // What is taken back is to be seen.
    const part = partOf(section)
    const to = part && studioPath(city, part)
    if (to && to !== at) go(to)
    setTold(say(way === 'undo' ? 'save.undone' : 'save.redone', { part: say(`part.${section}`) }))
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const way = stepOfKey(event)
      if (!way) return
      event.preventDefault()
      step(way)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  return (
    <div className="row steps">
      {(
        [
          ['undo', back, 'Control+Z', UndoIcon],
          ['redo', forth, 'Control+Shift+Z', RedoIcon],
        ] as const
      ).map(([way, section, keys, Icon]) => (
        <Button
          key={way}
          look="quiet"
          size="small"
          aria-disabled={!section}
          onPress={() => step(way)}
          aria-keyshortcuts={keys}
        >
          <Icon />
          <span>{say(`save.${way}`)}</span>
        </Button>
      ))}
      <span className="hidden-text" role="status">
        {told}
      </span>
    </div>
  )
}
