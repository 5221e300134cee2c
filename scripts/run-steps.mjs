// Runs named commands, at most two at a time, and prints each one's whole output if it fails. Used by check and test.

import { spawn } from 'node:child_process'

/** @typedef {{ name: string, command: string, args: string[], env?: NodeJS.ProcessEnv }} Step */

/** Runs one command to its end; resolves to its exit code, its output and the seconds it took.
 * @param {Step} step */
function run(step) {
  const began = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(step.command, step.args, { env: { ...process.env, NO_COLOR: '1', ...step.env } })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => resolve({ code: code ?? 1, output, seconds: (performance.now() - began) / 1000 }))
  })
}

/** Runs every step, whatever fails before it. Returns the names of those that failed.
 * @param {Step[]} steps
 * @param {number} together how many at once
 * @returns {Promise<string[]>} */
export async function runSteps(steps, together = 2) {
  const failed = []
  const waiting = [...steps]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { code, output, seconds } = await run(step)
      console.log(`${code === 0 ? 'pass' : 'FAIL'}  ${step.name.padEnd(14)} ${seconds.toFixed(1)} s`)
      if (code !== 0) {
        failed.push(step.name)
        console.log(output.trim().replace(/^/gm, '      '))
      }
    }
  }
  await Promise.all(Array.from({ length: together }, lane))
  return failed
}
