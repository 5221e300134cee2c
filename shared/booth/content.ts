// What a city says at its booth, in sections that are edited and kept apart: the hall, the booth's page and the studio show the
// same. The schemas are the only source of the types. Files are named by content hash; texts are plain, with the few marks of
// markdown.ts.

import { z } from 'zod'
import { MODEL_PLACE } from '../hall/booth-plan.ts'
import { SECTORS } from '../hall/cities.ts'
import { bilingual, id, text } from '../protocol/parts.ts'

/** How many of each a booth may have. */
export const CONTENT_MAX = { panels: 6, figures: 6, spots: 24, products: 100, projects: 100, people: 12 } as const

/** Scale of an own model beside what the fit chose; the size it stands at is held inside its place by the hall. */
export const SCALE = { min: 0.2, max: 3 } as const

/** Something inside a booth, named by its own id. */
export type ItemId = string & { readonly item: unique symbol }
const item = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,32}$/)
  .transform((value) => value as ItemId)

/** A file of the city by its SHA256, 64 hex digits. */
const file = z.string().regex(/^[0-9a-f]{64}$/)
/** A picture, and what it shows for who does not see it. */
const picture = z.object({ file, alt: bilingual(200) })
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
/** Only what a browser opens safely: https, no name or password in it. */
const link = z
  .url({ protocol: /^https$/ })
  .max(500)
  .refine((url) => !/^https:\/\/[^/]*@/.test(url))
const angle = z.number().min(-Math.PI).max(Math.PI)

const front = z.object({
  /** One line over the portal's page. */
  opening: bilingual(60),
  summary: bilingual(600),
  /** Of the portal's inner faces; null: the plot's own. */
  colour: colour.nullable(),
  logo: picture.nullable(),
})

const model = z.object({
  /** The accepted upload that stands here; null: the default booth. */
  upload: id().nullable(),
  /** From the middle of its place, metres; turned about y, radians; times the size that the fit chose. */
  x: z
    .number()
    .min(-MODEL_PLACE.width / 2)
    .max(MODEL_PLACE.width / 2),
  z: z
    .number()
    .min(-MODEL_PLACE.depth / 2)
    .max(MODEL_PLACE.depth / 2),
  yaw: angle,
  scale: z.number().min(SCALE.min).max(SCALE.max),
})

const figure = z.object({
  label: bilingual(40),
  /** As it is to be read, e.g. `9.36`. */
  value: text(20),
  unit: bilingual(20),
  year: z.int().min(1900).max(2100),
  source: bilingual(80),
})
const panel = z.object({
  id: item,
  title: bilingual(60),
  text: bilingual(600),
  picture: picture.nullable(),
  figures: z.array(figure).max(CONTENT_MAX.figures),
})

const shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: bilingual(2000) }),
  z.object({ kind: z.literal('picture'), picture, text: bilingual(600) }),
  z.object({ kind: z.literal('film'), file, text: bilingual(600) }),
  z.object({ kind: z.literal('pdf'), file, text: bilingual(600) }),
  z.object({ kind: z.literal('link'), url: link, text: bilingual(600) }),
  z.object({ kind: z.literal('contact'), person: item }),
])
const spot = z.object({
  id: item,
  name: bilingual(40),
  /** In the plot's frame (booth-plan.ts), metres; the point that is marked and looked at. */
  at: z.object({ x: z.number().min(-3.4).max(3.4), y: z.number().min(0).max(4.6), z: z.number().min(-3.4).max(3.4) }),
  shown,
})

const offer = { id: item, name: bilingual(80), text: bilingual(1000), picture: picture.nullable() }
const product = z.object({ ...offer, price: bilingual(40) })
const project = z.object({
  ...offer,
  sector: z.enum(SECTORS.map((sector) => sector.id)).nullable(),
  /** Sum asked for, as it is to be read. */
  amount: bilingual(40),
})

const contact = z.object({
  id: item,
  name: bilingual(40),
  post: bilingual(80),
  phone: z.string().regex(/^(\+?[0-9][0-9 ()-]{4,24})?$/),
  email: z.union([z.literal(''), z.email().max(120)]),
})

/** The parts of a booth that are edited one by one. */
export const SECTION_SCHEMAS = {
  front,
  model,
  panels: z.array(panel).max(CONTENT_MAX.panels).refine(distinct),
  spots: z.array(spot).max(CONTENT_MAX.spots).refine(distinct),
  products: z.array(product).max(CONTENT_MAX.products).refine(distinct),
  projects: z.array(project).max(CONTENT_MAX.projects).refine(distinct),
  people: z.array(contact).max(CONTENT_MAX.people).refine(distinct),
} as const

export type Section = keyof typeof SECTION_SCHEMAS
export const SECTIONS = Object.keys(SECTION_SCHEMAS) as readonly Section[]

/** All a booth says: one value of each section. */
export const contentSchema = z.object(SECTION_SCHEMAS)
export type BoothContent = z.infer<typeof contentSchema>

const saveOf = <S extends Section>(section: S) =>
  z.object({ section: z.literal(section), body: SECTION_SCHEMAS[section] })

/** One section as it is to be kept. */
export const sectionSave = z.discriminatedUnion('section', [
  saveOf('front'),
  saveOf('model'),
  saveOf('panels'),
  saveOf('spots'),
  saveOf('products'),
  saveOf('projects'),
  saveOf('people'),
])
export type SectionSave = z.infer<typeof sectionSave>

function distinct(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map((one) => one.id)).size === items.length
}

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
  readonly code: 'no-name' | 'contact-gone' | 'contact-unreachable'
  readonly section: Section
  readonly item?: ItemId
}

/** Looks over a whole booth before it is submitted: what each section's schema can't see. */
export function contentFaults(content: BoothContent): readonly ContentFault[] {
  const faults: ContentFault[] = []
  const blank = ({ zh, en }: { readonly zh: string; readonly en: string }) => zh === '' && en === ''
  for (const one of content.panels)
    if (blank(one.title)) faults.push({ code: 'no-name', section: 'panels', item: one.id })
  for (const section of ['spots', 'products', 'projects', 'people'] as const) {
    for (const one of content[section]) if (blank(one.name)) faults.push({ code: 'no-name', section, item: one.id })
  }
  for (const { id: item, shown: what } of content.spots) {
    if (what.kind === 'contact' && !content.people.some((one) => one.id === what.person))
      faults.push({ code: 'contact-gone', section: 'spots', item })
  }
  for (const { id: item, phone, email } of content.people) {
    if (phone === '' && email === '') faults.push({ code: 'contact-unreachable', section: 'people', item })
  }
  return faults
}

/** Every file a booth shows, by hash, each once: what must not be collected while the content is kept. */
export function filesOf({ front, panels, spots, products, projects }: BoothContent): ReadonlySet<string> {
  const files = new Set<string>()
  const add = (one: { readonly file: string } | null) => one && files.add(one.file)
  add(front.logo)
  for (const { picture: one } of [...panels, ...products, ...projects]) add(one)
  for (const { shown: what } of spots) {
    if (what.kind === 'picture') add(what.picture)
    if (what.kind === 'film' || what.kind === 'pdf') add(what)
  }
  return files
}
