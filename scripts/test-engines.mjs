// npm run test:engines: the built client in a second browser engine. Needs Debian packages (.ci/run lists and installs them);
// a missing one is a failure, never a skip.

import { reportCounts, runTier } from './run-tier.mjs'

const began = performance.now()
const counts = runTier('engines')
reportCounts('engines', [{ name: 'engines', ...counts, seconds: (performance.now() - began) / 1000 }])
