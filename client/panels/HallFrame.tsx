// What lies over the picture of the hall: the house's name and language above, tools below, the card of the booth one is at,
// and beside them the session's panel where there is one. Opens the sheets (places, help, settings); keys M and H as well.

import { type KeyboardEvent as KeyPress, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { HelpIcon, MapIcon, PeopleIcon, SettingsIcon } from '../ui/icons.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { LineState } from '../ui/LineState.tsx'
import { HouseName } from '../ui/PageHead.tsx'
import { RibbonMark } from '../ui/Ribbon.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { BoothCard } from './BoothCard.tsx'
import { Help } from './Help.tsx'
import { useHallControl } from './hall-control.ts'
import { Places } from './Places.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import './hall-frame.css'
import './hall-frame-narrow.css'

export type OpenSheet = 'places' | 'help' | 'settings' | null

export interface HallFrameProps {
  readonly sheet: OpenSheet
  openSheet(sheet: OpenSheet): void
  /** The session's panel, given its way to close; on a phone it opens from the tools. */
  side?(close: () => void): ReactNode
  /** One line above the tools, seen while the session's panel is closed. */
  readonly strip?: ReactNode
}

const TOOLS = [
  ['places', MapIcon, 'hall.places-short'],
  ['help', HelpIcon, 'hall.help'],
  ['settings', SettingsIcon, 'hall.settings'],
] as const

/** Below this the session's panel covers the tools it was opened from. */
const WIDE = 900

export function HallFrame({ sheet, openSheet, side, strip }: HallFrameProps) {
  const say = useWords(HALL_WORDS)
  const { goTo, focus, flat } = useHallControl()
  const [sideOpen, setSideOpen] = useState(() => innerWidth >= WIDE || flat)
  const panel = useRef<HTMLElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const openSide = (open: boolean) => {
    setSideOpen(open)
    if (innerWidth < WIDE) setTimeout(() => (open ? panel : opener).current?.focus(), 0)
  }
  const escape = (event: KeyPress) => {
    if (event.key === 'Escape' && !event.defaultPrevented && innerWidth < WIDE) openSide(false)
  }
  const close = () => {
    openSheet(null)
    setTimeout(focus, 0)
  }
  useKeys({ m: () => openSheet('places'), h: () => openSheet('help') })
  return (
    <div className={side && sideOpen ? 'over with-side' : 'over'}>
      <TopBar />
      <div className="over-low">
        {!sideOpen && strip}
        {!flat && <BoothCard />}
        <nav className="tools" aria-label={say('hall.tools')}>
          {TOOLS.map(([name, Icon, word]) => (
            <button key={name} type="button" className="tool" onClick={() => openSheet(name)}>
              <Icon />
              {say(word)}
            </button>
          ))}
          {side && (
            <button
              type="button"
              className="tool"
              ref={opener}
              aria-expanded={sideOpen}
              aria-controls="session-side"
              onClick={() => openSide(!sideOpen)}
            >
              <PeopleIcon />
              {say('hall.session')}
            </button>
          )}
        </nav>
      </div>
      {side && (
        <aside
          id="session-side"
          className="side"
          ref={panel}
          tabIndex={-1}
          aria-label={say('hall.session')}
          hidden={!sideOpen}
          onKeyDown={escape}
        >
          {side(() => openSide(false))}
        </aside>
      )}
      <Sheet title={say('hall.places')} open={sheet === 'places'} wide close={close}>
        <Places
          map
          go={(spot) => {
            goTo(spot)
            close()
          }}
        />
      </Sheet>
      <Sheet title={say('help.title')} open={sheet === 'help'} close={close}>
        <Help />
      </Sheet>
      <Sheet title={say('settings.title')} open={sheet === 'settings'} close={close}>
        <SettingsPanel />
      </Sheet>
    </div>
  )
}

function TopBar() {
  const say = useWords(COMMON_WORDS)
  const hall = useWords(HALL_WORDS)
  const people = useNoun('hall', ({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0))
  return (
    <header className="over-top">
      <Link href="/" className="house-name plate">
        <RibbonMark />
        <HouseName />
        <span className="hidden-text">{say('common.home')}</span>
      </Link>
      <div className="row">
        {people > 0 && <span className="plate people-count">{hall('hall.people', { count: people })}</span>}
        <LineState />
        <LanguageSwitch />
      </div>
    </header>
  )
}

/** In these a letter means something else: typing, looking for an entry. */
const TAKES_KEYS = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]'

/** Single keys, unless one is typing or a modifier is held. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
      if (event.target instanceof HTMLElement && event.target.closest(TAKES_KEYS)) return
      keys[event.key.toLowerCase()]?.()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys])
}
