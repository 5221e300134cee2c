// What a spot shows, as it is changed: from one kind to another without losing what both can say, and why a link is not taken. Pure.

import { LINK } from '../../shared/booth/content.ts'
import type { SpotKind, SpotShown } from '../../shared/booth/spots.ts'

const BLANK = { zh: '', en: '' } as const

/** The same spot as another kind: its words stay where the new kind has room for them. */
export function asKind(shown: SpotShown, kind: SpotKind, room: number): SpotShown {
  if (shown.kind === kind) return shown
  const said = 'text' in shown ? shown.text : BLANK
  const text = kind === 'text' ? said : { zh: said.zh.slice(0, room), en: said.en.slice(0, room) }
  switch (kind) {
    case 'text':
      return { kind, text }
    case 'picture':
      return { kind, picture: null, text }
    case 'link':
      return { kind, url: '', text }
    case 'contact':
      return { kind, person: null }
    default:
      return { kind, file: null, filename: '', text }
  }
}

/** With some fields changed, if it is still of the kind they belong to. */
export const withFields = (shown: SpotShown, kind: SpotKind, fields: object): SpotShown =>
  shown.kind === kind ? ({ ...shown, ...fields } as SpotShown) : shown

export type LinkFault = 'https' | 'person' | 'broken'

/** Why this is no address that can be taken, or null. */
export function linkFault(url: string): LinkFault | null {
  if (LINK.test(url)) return null
  if (!/^https:\/\//.test(url)) return 'https'
  return /^https:\/\/[^/]*@/.test(url) ? 'person' : 'broken'
}
