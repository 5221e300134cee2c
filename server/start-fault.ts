// Why the server can't start, in words for the person at the terminal. main.ts prints the message and exits with 1.

/** Thrown while starting; its message says what is wrong and what to do, without a stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
