// A time by the hall's clock, with what that is on one's own.

import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { LineField } from '../ui/fields.tsx'
import { fromHallClock, ownZone, whenIn } from '../ui/When.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'

export function TimeField({ value, change }: { readonly value: string; change(value: string): void }) {
  const say = useWords(PUBLISH_WORDS)
  const { locale } = useLanguage()
  const at = fromHallClock(value)
  const elsewhere = at === null ? null : whenIn(at, locale, ownZone())
  return (
    <LineField
      label={say('publish.time')}
      type="datetime-local"
      value={value}
      change={change}
      {...(elsewhere?.hall ? { help: say('publish.time-own', { own: elsewhere.own }) } : {})}
    />
  )
}

/** A time as such a field has it: the hall's clock, to the minute. @param at milliseconds */
export const toHallClock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)
