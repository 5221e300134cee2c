// How large a file of a city is, asked of the server when it is shown: what the city says of it is not believed.

import { useEffect, useState } from 'react'
import { filePath } from '../ui/paths.ts'
import { useLanguage } from '../ui/words.tsx'

/** Bytes; null while it is not known. */
async function sizeOf(hash: string, signal: AbortSignal): Promise<number | null> {
  const response = await fetch(filePath(hash), { method: 'HEAD', signal }).catch(() => null)
  const length = response?.ok ? response.headers.get('content-length') : null
  return length === null ? null : Number(length)
}

/** In words, e.g. `2.4 MB`; empty while it is not known. */
export function useFileSize(hash: string | null): string {
  const { locale } = useLanguage()
  const [known, setKnown] = useState<{ readonly hash: string; readonly bytes: number } | null>(null)
  useEffect(() => {
    if (hash === null) return
    const abort = new AbortController()
    void sizeOf(hash, abort.signal).then((bytes) => {
      if (bytes !== null && !abort.signal.aborted) setKnown({ hash, bytes })
    })
    return () => abort.abort()
  }, [hash])
  return known && known.hash === hash ? inSize(known.bytes, locale) : ''
}

function inSize(bytes: number, locale: string): string {
  const [amount, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const digits = amount < 10 && unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(amount)
}
