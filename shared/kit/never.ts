/** Ends a switch over a union: does not compile while a case is missing, throws if one arrives all the same. */
export function never(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
