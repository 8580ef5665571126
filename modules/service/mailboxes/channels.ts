import { takeErrand } from '../incoming/again.ts'
import { collectJob, fetchErrand } from '../incoming/fetching.ts'
import { mails } from '../incoming/schema.ts'
import { closingJob } from '../notices/closing.ts'
import { outOfHoursListener } from '../notices/out-of-hours.ts'
import { closingNotices, noticeRules } from '../notices/schema.ts'
import { outgoingMails } from '../outgoing/schema.ts'
import { sendErrand } from '../outgoing/sending.ts'
import { answerListener } from '../outgoing/writing.ts'
import { formEntries, webForms } from '../webforms/schema.ts'
import { tryErrand } from './asking.ts'
import { mailboxes } from './schema.ts'

/** What the ways to the desk bring to the module. */
export const channelTables = [
  ...[mailboxes, mails, outgoingMails],
  ...[webForms, formEntries, noticeRules, closingNotices],
]

/** Answers go out; whoever writes in the evening is told so. */
export const channelListeners = [answerListener, outOfHoursListener]

/** Mail is collected, and tickets that nobody answers are closed. */
export const channelJobs = [collectJob, closingJob]

export const channelErrands = [fetchErrand, takeErrand, sendErrand, tryErrand]
