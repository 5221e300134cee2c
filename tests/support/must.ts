/** The value, which must be there: for tests that go on with it. @throws when it is missing */
export function must<T>(value: T | null | undefined, what = 'a value'): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing`)
  return value
}
