// The figures of /metrics: sums about the process, no names and no ids of people. Nouns hand in their own gauges.

import { Counter, Gauge, Registry } from 'prom-client'

export interface Metrics {
  /** A figure read when asked. */
  gauge(name: string, help: string, read: () => number): void
  /** A figure by one label, read when asked. */
  gauges(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void
  /** A count by labels; the function raises it by one. */
  counter(name: string, help: string, labels: readonly string[]): (labels: Readonly<Record<string, string>>) => void
  text(): Promise<{ type: string; text: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const gauge: Metrics['gauge'] = (name, help, read) => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  }
  // Not prom-client's own default metrics: their meter of the event loop wakes an idle house 100 times a second, 0.5 % of a core
  // and a twelfth of what 500 followers cost; the ticks tell the same delay (app-metrics.ts).
  const memory = process.memoryUsage
  gauge('process_cpu_seconds_total', 'CPU time used, seconds.', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  })
  gauge(
    'process_start_time_seconds',
    'When the process started, Unix time.',
    () => Date.now() / 1000 - process.uptime(),
  )
  gauge('process_resident_memory_bytes', 'Memory in use.', () => memory.rss())
  gauge('nodejs_heap_size_used_bytes', 'JavaScript heap in use.', () => memory().heapUsed)
  gauge('nodejs_external_memory_bytes', 'Buffers and WebAssembly.', () => memory().external)
  return {
    gauge,
    gauges: (name, help, label, read) => {
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        collect() {
          for (const [key, figure] of Object.entries(read())) this.set({ [label]: key }, figure)
        },
      })
    },
    counter: (name, help, labelNames) => {
      const counter = new Counter({ name, help, labelNames, registers: [registry] })
      return (labels) => counter.inc(labels)
    },
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
