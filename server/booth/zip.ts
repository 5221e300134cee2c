// Writes a zip as a stream: entry after entry, nothing held but the part under way. Entries are stored as they are, since pictures,
// films and models are packed already.

import { Zip, ZipPassThrough } from 'fflate'

export interface ZipEntry {
  readonly path: string
  readonly source: Uint8Array | AsyncIterable<Uint8Array>
}

/** The bytes of the zip. @param at time of its entries, ms @throws what a source throws */
export async function* zipOf(entries: Iterable<ZipEntry>, at: number): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let fault: Error | null = null
  const zip = new Zip((error, bytes) => {
    if (error) fault = error
    else ready.push(bytes)
  })
  const take = () => {
    if (fault) throw fault
    return ready.splice(0)
  }
  for (const { path, source } of entries) {
    const file = new ZipPassThrough(path)
    file.mtime = at
    zip.add(file)
    for await (const bytes of source instanceof Uint8Array ? [source] : source) {
      file.push(bytes)
      yield* take()
    }
    file.push(new Uint8Array(), true)
    yield* take()
  }
  zip.end()
  yield* take()
}
