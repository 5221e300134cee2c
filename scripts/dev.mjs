// npm run dev: the same server from its sources, restarted when they change, and Vite with hot reload in front of it.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { ROOT } from './freshness.mjs'

const port = process.env.PORT ?? '8080'
const vite = await createServer({ configFile: join(ROOT, 'vite.config.ts') })
await vite.listen()
const address = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? ''

const server = spawn(join(ROOT, 'node_modules', '.bin', 'tsx'), ['watch', '--clear-screen=false', 'server/main.ts'], {
  cwd: ROOT,
  env: { ...process.env, PORT: port },
  stdio: ['ignore', 'pipe', 'inherit'],
})
// The links it prints are opened at Vite's address, which asks the server behind it.
server.stdout.on('data', (chunk) =>
  process.stdout.write(String(chunk).replaceAll(/http:\/\/(localhost|127\.0\.0\.1):\d+/g, address)),
)
server.on('close', (code) => {
  void vite.close().finally(() => process.exit(code ?? 0))
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
