// The small pieces that wire schemas are made of.

import { z } from 'zod'
import { ID_PATTERN } from '../kit/id.ts'
import { LANGUAGES } from './choices.ts'

/** An id of the given brand. */
export const id = <T extends string>() =>
  z
    .string()
    .regex(ID_PATTERN)
    .transform((text) => text as T)

/** A city's or booth's id: lower-case Latin word. */
export const cityId = z.string().regex(/^[a-z][a-z-]{1,30}$/)

/** Plain text of at most `max` characters (UTF-16 units), trimmed, without control characters but line breaks. */
export const text = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((raw) => raw.replace(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim())
    .refine((clean) => clean.length <= max)

/** Interface languages. Booth content exists in zh and en; ja and ko are interface languages to come. */
export type Language = (typeof LANGUAGES)[number]
export const language = z.enum(LANGUAGES)

export const bilingual = (max: number) => z.object({ zh: text(max), en: text(max) })

/** Metres and radians, inside the hall's rectangle; see shared/pose/pose.ts. */
export const pose = z.object({
  x: z.number().min(-50).max(50),
  y: z.number().min(0).max(5),
  z: z.number().min(-30).max(30),
  yaw: z.number().min(-64).max(64),
  pitch: z.number().min(-1.6).max(1.6),
})
