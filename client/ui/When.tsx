// A planned time as a person reads it: in the viewer's own zone, and in the hall's beside it where the clocks differ.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { useLanguage, useWords } from './words.tsx'

const HALL_ZONE = 'Asia/Shanghai'
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const

/**
 * @param at milliseconds
 * @param zone the viewer's, by its IANA name
 * @returns the day and time there; the hall's, with its day where that is another one, or null where both read alike
 */
export function whenIn(
  at: number,
  locale: string,
  zone: string,
): { readonly own: string; readonly hall: string | null } {
  const words = (timeZone: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(at)
  const own = words(zone, { ...DAY, ...TIME })
  const hall = words(HALL_ZONE, { ...DAY, ...TIME })
  if (own === hall) return { own, hall: null }
  return { own, hall: words(zone, DAY) === words(HALL_ZONE, DAY) ? words(HALL_ZONE, TIME) : hall }
}

/** What a field of date and time says, read on the hall's clock (no summer time there). @returns milliseconds, or null */
export function fromHallClock(typed: string): number | null {
  const at = Date.parse(`${typed}:00+08:00`)
  return Number.isNaN(at) ? null : at
}

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

export function When({ at }: { readonly at: number }) {
  const say = useWords(COMMON_WORDS)
  const { locale } = useLanguage()
  const { own, hall } = whenIn(at, locale, ownZone())
  return <time dateTime={new Date(at).toISOString()}>{hall ? say('common.when-both', { own, hall }) : own}</time>
}
