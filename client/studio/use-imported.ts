// What the card of bringing in asks of the server: how it stands with an import, and what one came to.

import { useCallback, useEffect } from 'react'
import type { Imported } from '../../shared/booth/bundle.ts'
import type { Outcome } from '../state/outcome.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'

/** Asks for the city's uploads when the page opens, and again after a lost line: an import may have come to its end meanwhile. */
export function useImports(city: string): void {
  const { upload } = useActions()
  const ups = useNoun('connection', (connection) => connection.ups)
  useEffect(() => void upload.list(city), [upload, city, ups])
}

/** Stable between renders, for `useAsked`. */
export function useImported(upload: string): () => Promise<Outcome<Imported>> {
  const { studio } = useActions()
  return useCallback(() => studio.imported(upload), [studio, upload])
}
