// Secrets that are handed out: random, and kept only as their hash, so that a copy of the database signs nobody in.

import { createHash } from 'node:crypto'
import type { Random } from '../../shared/kit/id.ts'

/** 256 random bits as 43 characters of base64url. */
export const makeToken = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/** What the database keeps of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
