// What a city says at its booth, in sections that are edited and kept apart: the hall, the booth's page and the studio show the
// same. Files are named by content hash; texts are plain. What a section may hold is schema.ts's; here without its parser, for the
// client.

import type { z } from 'zod'
import type { contentSchema, SECTION_SCHEMAS, sectionSave } from './schema.ts'

/** How many of each a booth may have. */
export const CONTENT_MAX = { panels: 6, figures: 6, spots: 24, products: 100, projects: 100, people: 12 } as const

/** How long its texts may be, characters in each language. */
export const TEXT_MAX = {
  opening: 60,
  summary: 600,
  /** Of a panel. */
  title: 60,
  text: 600,
  /** Of a figure. */
  label: 40,
  value: 20,
  unit: 20,
  source: 80,
  /** Name of a product or project, and what is said of it. */
  offer: 80,
  about: 1000,
  price: 40,
  amount: 40,
  /** Name of a spot, what it says where that is all it shows, and what it says beside a picture, film, file or link. */
  spot: 40,
  shown: 2000,
  beside: 600,
  url: 500,
  /** Name of a file as it is taken along. */
  filename: 120,
  /** Name of a contact. */
  person: 40,
  post: 80,
  email: 120,
  remark: 600,
} as const
/** Years of a figure. */
export const YEARS = { min: 1900, max: 2100 } as const
/** A telephone number: empty, or digits with what is usual between them. */
export const PHONE = /^(\+?[0-9][0-9 ()-]{4,24})?$/
/** A mail address, or empty. */
export const EMAIL = /^((?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,})?$/

/** Only what a browser opens safely, or empty: https, no name or password in it, no quotes or brackets. */
export const LINK =
  /^(https:\/\/[^\s/?#@:\\<>"'`%[\]{}|^]+\.[^\s/?#@:\\<>"'`%[\]{}|^]+(:\d{1,5})?([/?#][^\s\\<>"`{}|^]*)?)?$/
/** Where a spot may be, in the plot's frame (booth-plan.ts), metres. */
export const SPOT_RANGE = { x: [-3.4, 3.4], y: [0, 4.6], z: [-3.4, 3.4] } as const

/** Scale of an own model beside what the fit chose; the size it stands at is held inside its place by the hall. */
export const SCALE = { min: 0.2, max: 3 } as const

/** Something inside a booth, named by its own id. */
export type ItemId = string & { readonly item: unique symbol }

/** The parts of a booth that are edited one by one. */
export type Section = keyof typeof SECTION_SCHEMAS
export const SECTIONS = [
  'front',
  'model',
  'panels',
  'spots',
  'products',
  'projects',
  'people',
] as const satisfies readonly Section[]

/** All a booth says: one value of each section. */
export type BoothContent = z.infer<typeof contentSchema>
/** One section as it is to be kept. */
export type SectionSave = z.infer<typeof sectionSave>

/** A booth of which nothing was said yet. */
export const EMPTY_CONTENT: BoothContent = {
  front: { opening: { zh: '', en: '' }, summary: { zh: '', en: '' }, colour: null, logo: null },
  model: { upload: null, x: 0, z: 0, yaw: 0, scale: 1 },
  panels: [],
  spots: [],
  products: [],
  projects: [],
  people: [],
}

/** What stands in the way of showing a booth: a section, and the item in it where there is one. Each code has words. */
export interface ContentFault {
  readonly code: 'no-name' | 'no-source' | 'nothing-shown' | 'contact-gone' | 'contact-unreachable'
  readonly section: Section
  readonly item?: ItemId
}

/** Looks over a whole booth before it is submitted: what each section's schema can't see. */
export function contentFaults(content: BoothContent): readonly ContentFault[] {
  const faults: ContentFault[] = []
  const blank = ({ zh, en }: { readonly zh: string; readonly en: string }) => zh === '' && en === ''
  for (const { id: item, title, figures } of content.panels) {
    if (blank(title)) faults.push({ code: 'no-name', section: 'panels', item })
    if (figures.some(({ value, source }) => value !== '' && blank(source)))
      faults.push({ code: 'no-source', section: 'panels', item })
  }
  for (const section of ['spots', 'products', 'projects', 'people'] as const) {
    for (const one of content[section]) if (blank(one.name)) faults.push({ code: 'no-name', section, item: one.id })
  }
  for (const { id: item, shown: what } of content.spots) {
    if (showsNothing(what)) faults.push({ code: 'nothing-shown', section: 'spots', item })
    else if (what.kind === 'contact' && !content.people.some((one) => one.id === what.person))
      faults.push({ code: 'contact-gone', section: 'spots', item })
  }
  for (const { id: item, phone, email } of content.people) {
    if (phone === '' && email === '') faults.push({ code: 'contact-unreachable', section: 'people', item })
  }
  return faults
}

function showsNothing(what: BoothContent['spots'][number]['shown']): boolean {
  switch (what.kind) {
    case 'text':
      return what.text.zh === '' && what.text.en === ''
    case 'picture':
      return what.picture === null
    case 'link':
      return what.url === ''
    case 'contact':
      return what.person === null
    default:
      return what.file === null
  }
}

/** Every file a booth shows, by hash, each once: what must not be collected while the content is kept. */
export function filesOf({ front, panels, spots, products, projects }: BoothContent): ReadonlySet<string> {
  const files = new Set<string>()
  const add = (one: { readonly file: string | null } | null) => one?.file && files.add(one.file)
  add(front.logo)
  for (const { picture: one } of [...panels, ...products, ...projects]) add(one)
  for (const { shown: what } of spots) {
    if (what.kind === 'picture') add(what.picture)
    if (what.kind === 'film' || what.kind === 'pdf') add(what)
  }
  return files
}
