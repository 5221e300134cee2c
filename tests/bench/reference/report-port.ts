// How a reference server says that it listens, and ends when whoever started it is gone.

import type { Server } from 'node:http'

export function report(http: Server): void {
  const address = http.address()
  process.send?.({ port: address && typeof address === 'object' ? address.port : 0 })
  process.on('disconnect', () => process.exit())
}
