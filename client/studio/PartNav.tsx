// The parts of the booth as a list of links; on a phone a button opens it. Says where colleagues are and where a choice waits.

import { useState } from 'react'
import { Link } from 'wouter'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { Button } from '../ui/Button.tsx'
import { studioPath } from '../ui/paths.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { STUDIO_PARTS, type StudioPart, sectionOf } from './parts.ts'
import { useOthers } from './use-studio.ts'

export function PartNav({ city, now }: { readonly city: string; readonly now: StudioPart }) {
  const say = useWords(PART_WORDS)
  const [open, setOpen] = useState(false)
  return (
    <nav className="part-nav" aria-label={say('part.nav')}>
      <Button
        className="part-menu"
        aria-expanded={open}
        aria-controls="part-list"
        onPress={() => setOpen((was) => !was)}
      >
        {say('part.menu', { part: say(`part.${now}`) })}
      </Button>
      <ul id="part-list" className={open ? 'part-list open' : 'part-list'}>
        {STUDIO_PARTS.map((part) => (
          <li key={part}>
            <Link
              href={studioPath(city, part)}
              aria-current={part === now ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              <span>{say(`part.${part}`)}</span>
              <Mark part={part} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is going on in a part, in a few words; else how many things it holds. */
function Mark({ part }: { readonly part: StudioPart }) {
  const say = useWords(PART_WORDS)
  const section = sectionOf(part)
  const { names } = useOthers(section)
  const kept = useNoun('studio', ({ parts }) => (section && parts ? parts[section] : null))
  if (!section || !kept) return null
  if (kept.theirs) return <span className="part-mark alarm">{say('both.title')}</span>
  if (names.length > 0)
    return <span className="part-mark">{say('lock.short', { name: names[0] ?? say('lock.colleague') })}</span>
  const count = Array.isArray(kept.mine) ? kept.mine.length : 0
  return count > 0 ? <span className="part-count">{count}</span> : null
}
