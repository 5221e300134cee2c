// The figures of /metrics: sums about the process, no names and no ids of people. Nouns hand in their own gauges.

import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
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
  // Among these are memory, CPU and the event loop's delay. Its meter wakes the process so often, ms: at the default of 10 an
  // idle house used 0.5 % of a core, a twelfth of what 500 followers cost.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 })
  return {
    registry,
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
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
