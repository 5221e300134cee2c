// npm start: builds what is stale, then serves, in this same process.

import { build, buildFault } from './build.mjs'

try {
  await build(console.log)
} catch (error) {
  console.error(buildFault(error))
  process.exit(1)
}
await import('../dist/server/main.js')
