import type { Metric } from './metric.ts'
import { qualityMetrics } from './quality-metrics.ts'

/** Every figure the rollout is judged by: each folder that owns some adds its list here. */
export const metrics: readonly Metric[] = [...qualityMetrics]

/** The figure of a code; undefined for one that nobody declares. */
export const metricOf = (code: string): Metric | undefined =>
  metrics.find((metric) => metric.code === code)
