import type { NotificationKind } from '../../core/module.ts'
import { surveyKinds } from './kinds.ts'
import { toldOf } from './runs.ts'

/** What people are told of surveys. */
export const surveyNotifications: readonly NotificationKind<'rollout'>[] = surveyKinds.map(
  ({ kind, href, told }) => ({
    kind: toldOf(kind),
    icon: 'checklist',
    tell: ({ locale }) => told(locale),
    href: () => href,
  }),
)
