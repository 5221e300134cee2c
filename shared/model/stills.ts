// The pictures of a booth's model for where it is not drawn: their sizes and how many. Without a parser, for the client too.

/** A picture from one side, pixels. */
export const STILL = { width: 1280, height: 800 } as const
/** The small one that stands beside the model's name, pixels. */
export const THUMBNAIL = { width: 480, height: 300 } as const
/** Pictures from the sides of one model. */
export const STILLS = 6
/** Longest picture that is taken from the browser, bytes. */
export const STILL_BYTES = 1_000_000

/** Hashes of the files that show a model; the thumbnail is one of the stills made smaller. */
export interface ModelStills {
  readonly thumbnail: string
  readonly stills: readonly string[]
}

/** A model whose pictures the studio is to take: its upload, and where its near level is. */
export interface Pictureless {
  readonly upload: string
  readonly near: string
}
