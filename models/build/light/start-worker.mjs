// Starts a bake worker: a thread does not inherit the TypeScript loader of its process on Node 20, so it registers its own.

import { register } from 'tsx/esm/api'

register()
await import('./bake-worker.ts')
