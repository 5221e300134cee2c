// The files of a city beside its model: pictures, PDFs and films of panels, spots, products. Kinds and limits; without a parser, for
// the client too.

export const FILE_KINDS = ['picture', 'pdf', 'film'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Largest file of each kind, MB. */
export const FILE_MAX_MB: Readonly<Record<FileKind, number>> = { picture: 30, pdf: 50, film: 300 }
/** Largest zip of a city's whole content that is brought in, MB. */
export const BUNDLE_MAX_MB = 1024
/** Longest side of a picture as it is kept, pixels. */
export const PICTURE_SIDE = 2048

/** Names that are taken, by kind; what is inside decides. */
const ENDINGS: Readonly<Record<FileKind, RegExp>> = {
  picture: /\.(jpe?g|png|webp|svg)$/i,
  pdf: /\.pdf$/i,
  film: /\.(mp4|webm)$/i,
}

/** The kind that a file's name promises, or null. */
export const kindOfName = (name: string): FileKind | null => FILE_KINDS.find((kind) => ENDINGS[kind].test(name)) ?? null

/** A file of a city as it is kept and served. */
export interface CityFile {
  readonly hash: string
  readonly kind: FileKind
  /** As uploaded, fit to be shown. */
  readonly name: string
  readonly bytes: number
  /** Of a picture, pixels. */
  readonly width: number | null
  readonly height: number | null
}
