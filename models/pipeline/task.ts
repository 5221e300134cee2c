// What a child process is started for, and where it leaves its work; known to both sides.

/** Look a model over, make its levels, or take a city's file in. */
export type Task = 'check' | 'optimise' | 'file'

/** A file that was taken, in the child's folder. */
export const TAKEN_FILE = 'file.bin'
