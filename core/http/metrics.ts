import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type Metrics = {
  registry: Registry
  /** Notes one answered request. @param ms milliseconds it took */
  count: (method: string, status: number, ms: number) => void
}

/** Counters for Prometheus: requests by method and status, their time, and the process itself. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'stepwise_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const time = new Histogram({
    name: 'stepwise_request_seconds',
    help: 'Time to answer a request',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  // Putting labels together takes longer than counting.
  const counters = new Map<string, Counter.Internal>()
  const counterOf = (method: string, status: number) => {
    const name = `${method} ${status}`
    const counter = counters.get(name) ?? requests.labels(method, String(status))
    counters.set(name, counter)
    return counter
  }
  return {
    registry,
    count: (method, status, ms) => {
      counterOf(method, status).inc()
      time.observe(ms / 1000)
    },
  }
}
