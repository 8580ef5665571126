import type { Locale } from '../../core/i18n/locale.ts'
import { adkarText } from '../adkar/messages.ts'
import { pulseText } from '../pulse/messages.ts'
import { readinessText } from '../readiness/messages.ts'

/** A survey as those see it who are asked. */
export type SurveyKind = {
  kind: string
  /** Where one answers. */
  href: `/rollout/${string}/answer`
  /** What it asks, in a line. */
  asks: (locale: Locale) => string
  /** Said behind the name of who asks. */
  told: (locale: Locale) => string
}

export const surveyKinds: readonly SurveyKind[] = [
  {
    kind: 'readiness',
    href: '/rollout/readiness/answer',
    asks: (locale) => readinessText(locale).survey.card,
    told: (locale) => readinessText(locale).survey.told,
  },
  {
    kind: 'adkar',
    href: '/rollout/people/answer',
    asks: (locale) => adkarText(locale).survey.card,
    told: (locale) => adkarText(locale).survey.told,
  },
  {
    kind: 'pulse',
    href: '/rollout/people/pulse/answer',
    asks: (locale) => pulseText(locale).survey.card,
    told: (locale) => pulseText(locale).survey.told,
  },
]
