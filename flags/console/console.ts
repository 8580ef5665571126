import type { Console } from '../../core/console.ts'
import { elsewhereCard } from '../adoption/elsewhere-card.tsx'
import { adoptionJob } from '../adoption/job.ts'
import { announcementNotifications } from '../announcements/notifications.ts'
import { announcementCard } from '../announcements/today-card.tsx'
import { audited } from '../audited.ts'
import { snapshotJob } from '../evidence/jobs.ts'
import { attestationRecord } from '../evidence/record.ts'
import { blockedLink } from '../feedback/blocked.ts'
import { feedbackNotifications } from '../feedback/notifications.ts'
import { advanceJob } from '../gates/advances.ts'
import { gateNotifications } from '../gates/notifications.ts'
import { readLearningRule } from '../learning-rule.ts'
import { matrixNotifications } from '../matrix/notifications.ts'
import { rolloutResource } from '../overview/resource.ts'
import { planText } from '../plan/messages.ts'
import { workRecord } from '../plan/record.ts'
import { isReached } from '../plan/stage-rows.ts'
import { stageCodes } from '../plan/stages.ts'
import { ownWorkCard } from '../plan/today-card.tsx'
import { pulseJob } from '../pulse/opening.ts'
import { watchJob } from '../risks/jobs.ts'
import { riskNotifications } from '../risks/notifications.ts'
import { surveyNotifications } from '../surveys/notifications.ts'
import { closeSurveysJob } from '../surveys/runs.ts'
import { surveyCard } from '../surveys/today-card.tsx'
import { clockJob } from '../vendors/clock-alarms.ts'
import { vendorNotifications } from '../vendors/notifications.ts'
import { consoleRooms } from './rooms.ts'

/** All that the console brings: each folder adds its notifications, jobs and cards here. */
export const rolloutConsole: Console = {
  rooms: consoleRooms,
  notifications: [
    ...matrixNotifications,
    ...gateNotifications,
    ...surveyNotifications,
    ...riskNotifications,
    ...vendorNotifications,
    ...announcementNotifications,
    ...feedbackNotifications,
  ],
  jobs: [adoptionJob, snapshotJob, advanceJob, closeSurveysJob, pulseJob, watchJob, clockJob],
  records: [workRecord, attestationRecord],
  resources: [rolloutResource],
  audited,
  cards: [announcementCard, surveyCard, elsewhereCard, ownWorkCard],
  blocked: blockedLink,
  reached: isReached,
  learning: readLearningRule,
  stages: (locale) => stageCodes.map((code) => ({ code, title: planText(locale).stages[code] })),
}
