// Fields of the studio: a text in both languages side by side, and one that is kept only once it is whole.

import { useState } from 'react'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import { LANGUAGES } from '../../shared/protocol/choices.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { LineField, type LineProps } from '../ui/fields.tsx'
import { LOCALES, useWords } from '../ui/words.tsx'

export interface BothFieldProps {
  readonly label: string
  readonly value: Bilingual
  /** Characters in each language. */
  readonly max: number
  readonly lines?: number
  readonly help?: string
  /** @param language the one that was typed */
  change(value: Bilingual, language: string): void
}

/** From here on the field says how many characters are left. */
const NEARLY_FULL = 0.8

export function BothField({ label, value, max, lines = 1, help, change }: BothFieldProps) {
  const say = useWords(FIELD_WORDS)
  return (
    <div className="both-field">
      {LANGUAGES.map((language) => {
        const text = value[language]
        const left = text.length >= max * NEARLY_FULL ? say('field.left', { count: max - text.length }) : help
        return (
          <LineField
            key={language}
            label={say(`field.in-${language}`, { field: label })}
            lang={LOCALES[language]}
            value={text}
            max={max}
            lines={lines}
            {...(left === undefined ? {} : { help: left })}
            change={(typed) => change({ ...value, [language]: typed }, language)}
          />
        )
      })}
    </div>
  )
}

export interface WholeFieldProps extends Omit<LineProps, 'change' | 'wrong'> {
  /** Whether this can be kept. */
  fits(typed: string): boolean
  /** What is said while it can't. */
  readonly wrong: string | ((typed: string) => string)
  /** Gets only what fits. */
  change(value: string): void
}

/** What is half typed stays in the field and goes nowhere; what comes from outside (undo, a colleague) takes its place. */
export function WholeField({ value, fits, wrong, change, ...rest }: WholeFieldProps) {
  const [typed, setTyped] = useState(value)
  const [kept, setKept] = useState(value)
  const [left, setLeft] = useState(false)
  if (kept !== value) {
    setKept(value)
    if (typed !== value) setTyped(value)
  }
  const whole = fits(typed)
  return (
    <div onBlur={() => setLeft(true)} onFocus={() => setLeft(false)}>
      <LineField
        {...rest}
        value={typed}
        wrong={whole || !left ? null : typeof wrong === 'string' ? wrong : wrong(typed)}
        change={(now) => {
          setTyped(now)
          if (!fits(now)) return
          setKept(now)
          change(now)
        }}
      />
    </div>
  )
}
