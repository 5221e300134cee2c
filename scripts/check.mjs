// npm run check: everything that can be said about the code without running the program. About 15 s on two cores.

import { fileURLToPath } from 'node:url'
import { runSteps } from './run-steps.mjs'

const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))

/** The steps of the check; scripts/test.mjs counts each as one test. */
export const CHECKS = [
  { name: 'types', command: bin('tsc'), args: ['-b'] },
  { name: 'lint', command: bin('oxlint'), args: ['--deny-warnings'] },
  { name: 'format', command: bin('biome'), args: ['check', '--error-on-warnings'] },
  { name: 'unused', command: bin('knip'), args: ['--no-progress'] },
  { name: 'architecture', command: bin('vitest'), args: ['run', '--project', 'architecture'] },
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await runSteps(CHECKS)
  if (failed.length > 0) {
    console.log(`check failed: ${failed.join(', ')}`)
    process.exitCode = 1
  }
}
