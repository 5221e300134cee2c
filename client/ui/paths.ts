// Links: where things are on this origin. Pages of cities come from the server, the rest from this client.

import type { SessionId } from '../../shared/kit/id.ts'

/** A city's page: plain HTML from the server. */
export const cityPage = (city: string): string => `/booths/${city}`
/** The page of one version, for who may edit the booth. */
export const versionPage = (city: string, n: number, language: string): string =>
  `${cityPage(city)}?version=${n}&lang=${language}`
export const tourPath = (session: SessionId): string => `/tour/${session}`
export const spotPath = (spot: string): string => `/hall/${spot}`
/** @param part one of the studio's, the first one without it @param item a thing in it */
export const studioPath = (city: string, part?: string, item?: string): string =>
  `/studio/${city}${part ? `/${part}` : ''}${item ? `#${item}` : ''}`

/** The whole address of a path, to hand out. */
export const addressOf = (path: string): string => new URL(path, location.origin).href
/** A city's whole content as one zip, for who may edit the booth. */
export const exportPath = (city: string): string => `/api/booth/${city}/export`
/** A file of a city by its hash. */
export const filePath = (hash: string): string => `/files/${hash}`
