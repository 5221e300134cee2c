// Figures as a person reads them: sizes in kB and MB, counts with separators, lengths in metres.

import { useLanguage } from '../ui/words.tsx'

export interface Figures {
  bytes(bytes: number): string
  count(count: number): string
  metres(metres: number): string
  megabytes(bytes: number): string
}

export function figuresIn(locale: string): Figures {
  const of = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  return {
    bytes: (bytes) => (bytes < 100_000 ? `${of(bytes / 1000, 0)} kB` : `${of(bytes / 1e6, bytes < 1e7 ? 2 : 1)} MB`),
    count: (count) => of(count, 0),
    metres: (metres) => of(metres, metres < 1 ? 2 : 1),
    megabytes: (bytes) => of(bytes / 1e6, 1),
  }
}

export function useFigures(): Figures {
  const { locale } = useLanguage()
  return figuresIn(locale)
}
