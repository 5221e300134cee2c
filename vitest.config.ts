// The tiers of tests, each with its own pool and time limits. No retries anywhere: a test that fails sometimes is wrong.
// scripts/test.mjs runs them one after the other; tests/README.md says what belongs in which.

import { defineConfig } from 'vitest/config'

/** A tier: its folder, how long one test may take (ms) and how many files run at once. */
const tier = (name: string, include: string, timeout: number, workers: number, exclude: readonly string[] = []) => ({
  test: {
    name,
    include: [include],
    exclude: ['**/node_modules/**', '**/fixtures/**', ...exclude],
    pool: 'forks' as const,
    maxWorkers: workers,
    fileParallelism: workers > 1,
    testTimeout: timeout,
    hookTimeout: timeout,
    retry: 0,
    // What a slow machine needs is time, not luck.
    teardownTimeout: 20_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      tier('architecture', 'tests/unit/architecture/**/*.test.ts', 20_000, 1),
      tier('unit', 'tests/unit/**/*.test.{ts,tsx}', 20_000, 2, ['tests/unit/architecture/**']),
      tier('contract', 'tests/contract/**/*.test.ts', 30_000, 2),
      tier('integration', 'tests/integration/**/*.test.ts', 90_000, 2),
      tier('e2e', 'tests/e2e/**/*.test.ts', 180_000, 1),
      tier('engines', 'tests/engines/**/*.test.ts', 180_000, 1),
    ],
  },
})
