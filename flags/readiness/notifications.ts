import type { NotificationKind } from '../../core/module.ts'
import { readinessText } from './messages.ts'

/** What people are told of surveys. */
export const surveyNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.survey-opened',
    icon: 'checklist',
    tell: ({ locale }) => readinessText(locale).survey.told,
    href: () => '/rollout/readiness/answer',
  },
]
