// Compresses the built client once, so that the server only hands files out: .br and .gz beside what gets smaller by it.

import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const WORTH = /\.(html|js|css|json|svg|wasm|glb|gltf|bin|txt|webmanifest|ktx2|ttf)$/
/** Beyond this size the best brotli level costs minutes for a few bytes. */
const BIG = 2_000_000

/** @param {string} folder */
export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && WORTH.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const lane = async () => {
    for (let file = files.pop(); file; file = files.pop()) await compressFile(file)
  }
  await Promise.all([lane(), lane()])
}

async function compressFile(file) {
  const bytes = await readFile(file)
  if (bytes.length < 1_000) return
  const quality = bytes.length > BIG ? 9 : 11
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const packed = {
    br: await promisify(brotliCompress)(bytes, { params }),
    gz: await promisify(gzip)(bytes, { level: 9 }),
  }
  for (const [ending, result] of Object.entries(packed)) {
    if (result.length < bytes.length * 0.95) await writeFile(`${file}.${ending}`, result)
  }
}
