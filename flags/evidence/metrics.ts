import { adkarMetrics } from '../adkar/metrics.ts'
import { adoptionMetrics } from '../adoption/metrics.ts'
import { costMetrics } from '../cost/metrics.ts'
import { feedbackMetrics } from '../feedback/metrics.ts'
import { gateMetrics } from '../gates/metrics.ts'
import { lessonMetrics } from '../lessons/metrics.ts'
import { pulseMetrics } from '../pulse/metrics.ts'
import { readinessMetrics } from '../readiness/metrics.ts'
import { riskMetrics } from '../risks/metrics.ts'
import { teamMetrics } from '../team/metrics.ts'
import { vendorMetrics } from '../vendors/metrics.ts'
import { attestedMetrics } from './attested-metrics.ts'
import type { Metric } from './metric.ts'
import { qualityMetrics } from './quality-metrics.ts'
import { rolloutMetrics } from './rollout-metrics.ts'

/** Figures that read themselves: each folder that owns some adds its list here. */
const live: readonly Metric[] = [
  ...rolloutMetrics,
  ...gateMetrics,
  ...readinessMetrics,
  ...adkarMetrics,
  ...pulseMetrics,
  ...lessonMetrics,
  ...qualityMetrics,
  ...costMetrics,
  ...riskMetrics,
  ...vendorMetrics,
  ...adoptionMetrics,
  ...teamMetrics,
  ...feedbackMetrics,
]

/** Every figure the rollout is judged by; what reads itself takes the place of what is vouched for. */
export const metrics: readonly Metric[] = [
  ...live,
  ...attestedMetrics.filter(({ code }) => live.every((metric) => metric.code !== code)),
]

/** The figure of a code; one that nobody declares any more is called by its code. */
export const metricNamed = (code: string): Metric =>
  metricOf(code) ?? { code, title: { en: code, 'zh-CN': code }, unit: 'index', direction: 'up' }

/** The figure of a code; undefined for one that nobody declares. */
export const metricOf = (code: string): Metric | undefined =>
  metrics.find((metric) => metric.code === code)
