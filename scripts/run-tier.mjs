// Runs one tier of tests with vitest and counts what came of it; prints the table and the closing line. Used by test and test-engines.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}.cache/test`
const vitest = `${root}node_modules/vitest/vitest.mjs`

/** Runs one tier in the foreground and reads its counts. A tier that ended without a report counts as one failure. */
export function runTier(tier) {
  const report = `${results}/${tier}.json`
  mkdirSync(results, { recursive: true })
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

/** Prints a row per part and the closing line, leaves the sums in `.cache/test/counts-<name>.json`, and sets the exit code.
 * @param {string} name
 * @param {{ name: string, passed: number, failed: number, seconds: number }[]} rows */
export function reportCounts(name, rows) {
  const passed = rows.reduce((total, row) => total + row.passed, 0)
  const failed = rows.reduce((total, row) => total + row.failed, 0)
  console.log('')
  for (const row of rows) {
    const counts = `${String(row.passed).padStart(5)} passed ${String(row.failed).padStart(4)} failed`
    console.log(`${row.name.padEnd(12)} ${counts} ${row.seconds.toFixed(0).padStart(5)} s`)
  }
  mkdirSync(results, { recursive: true })
  writeFileSync(`${results}/counts-${name}.json`, JSON.stringify({ passed, failed }))
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
