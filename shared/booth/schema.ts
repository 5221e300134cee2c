// What the sections of a booth may hold and what may be asked of it, as schemas: the only source of their types.

import { z } from 'zod'
import { MODEL_PLACE } from '../hall/booth-plan.ts'
import { SECTORS } from '../hall/cities.ts'
import { bilingual, id, text } from '../protocol/parts.ts'
import {
  CONTENT_MAX,
  EMAIL,
  type ItemId,
  LINK,
  PHONE,
  SCALE,
  type Section,
  SPOT_RANGE,
  TEXT_MAX,
  YEARS,
} from './content.ts'

const item = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,32}$/)
  .transform((value) => value as ItemId)

/** A file of the city by its SHA256, 64 hex digits. */
const file = z.string().regex(/^[0-9a-f]{64}$/)
/** A picture, and what it shows for who does not see it. */
const picture = z.object({ file, alt: bilingual(200) })
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const link = z.union([
  z.literal(''),
  z
    .url({ protocol: /^https$/ })
    .max(TEXT_MAX.url)
    .regex(LINK),
])
const angle = z.number().min(-Math.PI).max(Math.PI)

const front = z.object({
  /** One line over the portal's page. */
  opening: bilingual(TEXT_MAX.opening),
  summary: bilingual(TEXT_MAX.summary),
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
  label: bilingual(TEXT_MAX.label),
  /** As it is to be read, e.g. `9.36`. */
  value: text(TEXT_MAX.value),
  unit: bilingual(TEXT_MAX.unit),
  year: z.int().min(YEARS.min).max(YEARS.max),
  source: bilingual(TEXT_MAX.source),
})
const panel = z.object({
  id: item,
  title: bilingual(TEXT_MAX.title),
  text: bilingual(TEXT_MAX.text),
  picture: picture.nullable(),
  figures: z.array(figure).max(CONTENT_MAX.figures),
})

const beside = { text: bilingual(TEXT_MAX.beside) }
/** `filename`: what the file is called where it is taken along. */
const whole = { file: file.nullable(), filename: text(TEXT_MAX.filename).default(''), ...beside }
/** What a spot shows; null or empty while nothing was chosen yet, which contentFaults finds. */
const shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: bilingual(TEXT_MAX.shown) }),
  z.object({ kind: z.literal('picture'), picture: picture.nullable(), ...beside }),
  z.object({ kind: z.literal('film'), ...whole }),
  z.object({ kind: z.literal('pdf'), ...whole }),
  z.object({ kind: z.literal('link'), url: link, ...beside }),
  z.object({ kind: z.literal('contact'), person: item.nullable() }),
])
const within = ([least, most]: readonly [number, number]) => z.number().min(least).max(most)
const spot = z.object({
  id: item,
  name: bilingual(TEXT_MAX.spot),
  /** In the plot's frame (booth-plan.ts), metres; the point that is marked and looked at. */
  at: z.object({ x: within(SPOT_RANGE.x), y: within(SPOT_RANGE.y), z: within(SPOT_RANGE.z) }),
  shown,
})

const offer = {
  id: item,
  name: bilingual(TEXT_MAX.offer),
  text: bilingual(TEXT_MAX.about),
  picture: picture.nullable(),
}
const product = z.object({ ...offer, price: bilingual(TEXT_MAX.price) })
const project = z.object({
  ...offer,
  sector: z.enum(SECTORS.map((sector) => sector.id)).nullable(),
  /** Sum asked for, as it is to be read. */
  amount: bilingual(TEXT_MAX.amount),
})

const contact = z.object({
  id: item,
  name: bilingual(TEXT_MAX.person),
  post: bilingual(TEXT_MAX.post),
  phone: z.string().regex(PHONE),
  email: z.string().max(TEXT_MAX.email).regex(EMAIL),
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

/** All a booth says: one value of each section. */
export const contentSchema = z.object(SECTION_SCHEMAS)

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

function distinct(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map((one) => one.id)).size === items.length
}

const n = z.int().min(1).max(1_000_000)
const showAt = z.int().min(0).max(4_102_444_800_000).nullable()
const remark = text(TEXT_MAX.remark)

/** What may be asked of a booth; `n` is a version's number. */
export const boothCommand = z.discriminatedUnion('type', [
  /** The draft as it is now becomes the next version. */
  z.object({ type: z.literal('submit'), showAt }),
  z.object({ type: z.literal('withdraw'), n }),
  z.object({ type: z.literal('approve'), n }),
  z.object({ type: z.literal('return'), n, remark }),
  /** An approved version comes (back) on show at once: one step to any earlier one. */
  z.object({ type: z.literal('show'), n }),
  /** Changes when an approved version comes; null: takes it off the calendar. */
  z.object({ type: z.literal('schedule'), n, showAt }),
  z.object({ type: z.literal('take-down'), remark }),
  z.object({ type: z.literal('put-up') }),
])
