// How to move, by keyboard, mouse and touch.

import type { ReactNode } from 'react'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { OnIcon } from '../ui/icons.tsx'
import { useWords } from '../ui/words.tsx'

export function Help() {
  const say = useWords(HALL_WORDS)
  const rows = [
    [say('help.walk'), <Keys key="walk" of={['W', 'A', 'S', 'D', '↑', '↓']} />],
    [say('help.turn'), <Keys key="turn" of={['Q', 'E', '←', '→']} />],
    [say('help.look'), say('help.look-how')],
    [say('help.up-down'), <Keys key="up-down" of={['PgUp', 'PgDn']} />],
    [say('help.click'), say('help.click-how')],
    [say('help.touch'), say('help.touch-how')],
    [say('help.map'), <Keys key="map" of={['M']} />],
    [say('help.return'), <Keys key="return" of={['R']} />],
    [say('help.help'), <Keys key="help" of={['H']} />],
  ] as const
  return (
    <div className="stack">
      <dl className="keys">
        {rows.map(([name, how]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{say('help.anywhere')}</p>
    </div>
  )
}

const ARROWS: Readonly<Record<string, ReactNode>> = {
  '↑': <Arrow name="↑" turn={-90} />,
  '↓': <Arrow name="↓" turn={90} />,
  '←': <Arrow name="←" turn={180} />,
  '→': <Arrow name="→" turn={0} />,
}

/** Drawn, since not every font has all four; read out by its character. */
function Arrow({ name, turn }: { readonly name: string; readonly turn: number }) {
  return (
    <>
      <span className="hidden-text">{name}</span>
      <span className="arrow" style={{ rotate: `${turn}deg` }}>
        <OnIcon />
      </span>
    </>
  )
}

function Keys({ of }: { readonly of: readonly string[] }) {
  return (
    <>
      {of.map((key) => (
        <kbd key={key}>{ARROWS[key] ?? key}</kbd>
      ))}
    </>
  )
}
