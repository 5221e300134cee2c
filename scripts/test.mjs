// npm test: the check, the build, then every tier that needs only Node. Ends with one line, `N passed, N failed`.
// Every step runs, whatever failed before it. `npm test -- unit contract` runs only those tiers, without check and build.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CHECKS } from './check.mjs'
import { runSteps } from './run-steps.mjs'

const TIERS = ['unit', 'contract', 'integration', 'e2e']
const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}.cache/test`
const vitest = `${root}node_modules/vitest/vitest.mjs`

/** Runs one tier in the foreground and reads its counts. A tier that ended without a report counts as one failure. */
function runTier(tier) {
  const report = `${results}/${tier}.json`
  rmSync(report, { force: true })
  console.log(`\n── ${tier}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', tier, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that cannot be loaded has no tests to count; a skipped or unfinished test is not a passed one.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = numFailedTests + broken + (numTotalTests - numPassedTests - numFailedTests)
  const silent = failed === 0 && (status !== 0 || numPassedTests === 0) ? 1 : 0
  return { passed: numPassedTests, failed: failed + silent }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((tier) => !TIERS.includes(tier))
if (unknown.length > 0) {
  console.error(`no such tier: ${unknown.join(', ')}; there are ${TIERS.join(', ')}`)
  process.exit(1)
}

mkdirSync(results, { recursive: true })
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

const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log('')
for (const { name, passed, failed, seconds } of rows)
  console.log(
    `${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s`,
  )
writeFileSync(`${results}/counts-test.json`, JSON.stringify({ passed: sum('passed'), failed: sum('failed') }))
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
