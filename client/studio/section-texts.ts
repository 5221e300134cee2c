// A section as the list of the texts in it, each with its place in words; and where two of a kind differ. For the choice between two
// texts and for comparing versions: any section, without knowing its fields one by one. Pure.

import type { BoothContent, Section } from '../../shared/booth/content.ts'
import { SECTORS } from '../../shared/hall/cities.ts'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import type { Language } from '../../shared/protocol/parts.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { SPOT_FIELD_WORDS } from '../../shared/words/studio-spots.ts'
import { inLanguage } from '../ui/words.tsx'

/** What the texts are put in words with; both of `useWords`. */
export interface Sayers {
  part(key: keyof typeof PART_WORDS, values?: Readonly<Record<string, string | number>>): string
  field(key: keyof typeof FIELD_WORDS, values?: Readonly<Record<string, string | number>>): string
  readonly language: Language
}

interface Text {
  /** The same for the same thing in two texts, wherever it stands. */
  readonly key: string
  readonly where: string
  readonly text: string
  /** The text is the hash of a file: one that can be shown, or another. */
  readonly file: 'picture' | 'other' | null
}

export interface Difference {
  readonly key: string
  readonly where: string
  /** Null: it is not there at all. */
  readonly a: string | null
  readonly b: string | null
  /** Both are hashes of files. */
  readonly file: Text['file']
}

/** Where two texts of a section differ, in the order of the second. */
export function differences<S extends Section>(
  section: S,
  a: BoothContent[S],
  b: BoothContent[S],
  say: Sayers,
): readonly Difference[] {
  const before = new Map(textsOf(section, a, say).map((one) => [one.key, one]))
  const after = new Map(textsOf(section, b, say).map((one) => [one.key, one]))
  return [...new Map([...after, ...before]).values()].flatMap(({ key }) => {
    const [one, other] = [before.get(key), after.get(key)]
    const [was, is] = [one?.text ?? null, other?.text ?? null]
    // An empty field and none at all read alike.
    if ((was ?? '') === (is ?? '')) return []
    return [{ key, where: (other ?? one)?.where ?? '', a: was, b: is, file: other?.file ?? one?.file ?? null }]
  })
}

function textsOf(section: Section, body: unknown, say: Sayers): readonly Text[] {
  if (!Array.isArray(body)) return fieldsOf(body, [], '', say)
  const items = body as readonly Item[]
  const names = items.map((item, i) => nameOf(item, say) || say.part(listName(section), { place: i + 1 }))
  const texts = items.flatMap(({ id, ...rest }, i) => fieldsOf(rest, [id], names[i] ?? '', say))
  const order = { key: 'order', where: say.part('both.order'), text: names.join(' → '), file: null }
  return [...texts, order]
}

type Item = { readonly id: string } & Readonly<Record<string, unknown>>

const listName = (section: Section) => `list-one.${section as Exclude<Section, 'front' | 'model'>}` as const

function nameOf(item: Item, { language }: Sayers): string {
  const name = item.name ?? item.title
  return isBilingual(name) ? inLanguage(name, language) : ''
}

/** @param path of keys down to here @param of the thing they belong to, in words */
function fieldsOf(value: unknown, path: readonly string[], of: string, say: Sayers): readonly Text[] {
  const key = path.join('.')
  const text = wordOf(value, path.at(-1) ?? '', say)
  if (text !== null) return [{ key, where: of, text, file: null }]
  if (isFile(value)) {
    const { file, ...rest } = value
    // What has words for who does not see it can be seen.
    const own = { key: `${key}.file`, where: of, text: file, file: 'alt' in value ? 'picture' : 'other' } as const
    return [own, ...fieldsOf(rest, path, of, say)]
  }
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value as object)
  return [...(entries as Iterable<[string | number, unknown]>)].flatMap(([name, inner]) =>
    fieldsOf(inner, [...path, String(name)], [of, labelOf(name, path.at(-1), say)].filter(Boolean).join(' · '), say),
  )
}

/** What a plain value reads as; null for what has parts. */
function wordOf(value: unknown, name: string, say: Sayers): string | null {
  const { field, language } = say
  if (name === 'upload') return field(value === null ? 'field.is-default' : 'field.is-own')
  if (name === 'colour' && value === null) return field('field.colour-is-own')
  if (value === null) return ''
  if (typeof value === 'string') {
    if (name === 'kind') return kindWord(value, say)
    if (name !== 'sector') return value
    return SECTORS.find(({ id }) => id === value)?.[language] ?? value
  }
  if (typeof value !== 'number') return null
  return name === 'yaw' ? `${Math.round((value * 180) / Math.PI)}°` : String(Math.round(value * 1000) / 1000)
}

function kindWord(kind: string, { language }: Sayers): string {
  const key = `spots.kind-${kind}`
  return key in SPOT_FIELD_WORDS ? SPOT_FIELD_WORDS[key as keyof typeof SPOT_FIELD_WORDS][language] : kind
}

function labelOf(name: string | number, parent: string | undefined, { field }: Sayers): string {
  if (typeof name === 'number')
    return parent === 'figures' ? field('field.figure', { place: name + 1 }) : String(name + 1)
  const key = `field.${name}`
  return isFieldWord(key) ? field(key) : name
}

const isFieldWord = (key: string): key is keyof typeof FIELD_WORDS => key in FIELD_WORDS

const isFile = (value: unknown): value is { readonly file: string } =>
  typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
