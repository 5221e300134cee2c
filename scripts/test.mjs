// npm test: the check, the build, then every tier that needs only Node. Ends with one line, `N passed, N failed`.
// Every step runs, whatever failed before it. `npm test -- unit contract` runs only those tiers, without check and build.

import { spawnSync } from 'node:child_process'
import { CHECKS } from './check.mjs'
import { runSteps } from './run-steps.mjs'
import { reportCounts, root, runTier } from './run-tier.mjs'

const TIERS = ['unit', 'contract', 'integration', 'e2e']

const asked = process.argv.slice(2)
const unknown = asked.filter((tier) => !TIERS.includes(tier))
if (unknown.length > 0) {
  console.error(`no such tier: ${unknown.join(', ')}; there are ${TIERS.join(', ')}`)
  process.exit(1)
}

const rows = []
const timed = async (name, work) => {
  const began = performance.now()
  const counts = await work()
  rows.push({ name, ...counts, seconds: (performance.now() - began) / 1000 })
}

if (asked.length === 0) {
  console.log('── check')
  await timed('check', async () => {
    const failed = await runSteps(CHECKS)
    return { passed: CHECKS.length - failed.length, failed: failed.length }
  })
  await timed('build', async () => {
    const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`], { cwd: root, stdio: 'inherit' })
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  })
}
for (const tier of asked.length > 0 ? asked : TIERS) await timed(tier, () => runTier(tier))

reportCounts('test', rows)
