// What a child process is started for, and where it leaves its work; known to both sides.

/** Look a model over, make its levels, take a city's file in, unpack a city's whole content, or pack a near level's textures as KTX2. */
export type Task = 'check' | 'optimise' | 'file' | 'unpack' | 'ktx2'

/** A file that was taken, in the child's folder. */
export const TAKEN_FILE = 'file.bin'

/** What an unpacked zip holds, as JSON (shared/booth/bundle), and its parts by their place in that list. */
export const UNPACKED_FILE = 'unpacked.json'
export const partFile = (at: number): string => `part-${at}.bin`
