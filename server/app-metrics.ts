// What /metrics says of the people who are here: sums read when asked. Part of app.ts's wiring.

import type { Broadcast } from './broadcast/broadcast.ts'
import type { Caller } from './gateway/handler.ts'
import type { Metrics } from './http/metrics.ts'
import type { Sessions } from './session/sessions.ts'

export interface LiveMetricsDeps {
  readonly broadcast: Broadcast
  readonly sessions: Sessions
  readonly callers: () => Iterable<Caller>
}

export function addLiveMetrics(metrics: Metrics, { broadcast, sessions, callers }: LiveMetricsDeps): void {
  const { figures } = broadcast
  metrics.gauge('parlor_people', 'People connected, each counted once.', () => {
    return new Set([...callers()].map((caller) => caller.person)).size
  })
  metrics.gauges('parlor_lines', 'Connections by transport.', 'transport', () => ({ ...broadcast.transports() }))
  metrics.gauges('parlor_sessions', 'Sessions by phase.', 'phase', sessions.phases)
  const lag = (help: string) => `${help} since the metrics were last read, seconds.`
  metrics.gauge('nodejs_eventloop_lag_p50_seconds', lag('Median delay of the event loop'), () => {
    return figures.late.percentile(50) / 1e9
  })
  metrics.gauge('nodejs_eventloop_lag_p99_seconds', lag('99th percentile of the delay of the event loop'), () => {
    return figures.late.percentile(99) / 1e9
  })
  metrics.gauge('nodejs_eventloop_lag_max_seconds', lag('Longest delay of the event loop'), () => {
    const longest = figures.late.max / 1e9
    figures.late.reset()
    return longest
  })
  metrics.gauge('parlor_ticks', 'Fan-outs run since the start.', () => figures.ticks)
  metrics.gauge('parlor_fan_out_seconds', 'Time of all fan-outs together since the start.', () => figures.tickMs / 1000)
  metrics.gauges(
    'parlor_hot_frames',
    'Frames of the hot track since the start, by what became of them.',
    'outcome',
    () => ({
      sent: figures.hotSent,
      by_polling: figures.hotByEmit,
      dropped: figures.hotSkipped,
      refused: figures.hotRefused,
    }),
  )
  metrics.gauge('parlor_lines_overfull', 'Lines closed because too much waited for them.', () => figures.closedOverfull)
}
