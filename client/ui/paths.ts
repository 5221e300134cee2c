// Links: where things are on this origin. Pages of cities come from the server, the rest from this client.

import type { SessionId } from '../../shared/kit/id.ts'

/** A city's page: plain HTML from the server. */
export const cityPage = (city: string): string => `/booths/${city}`
export const tourPath = (session: SessionId): string => `/tour/${session}`
export const spotPath = (spot: string): string => `/hall/${spot}`
export const studioPath = (city: string): string => `/studio/${city}`

/** The whole address of a path, to hand out. */
export const addressOf = (path: string): string => new URL(path, location.origin).href
