import { queueJob } from '../../../core/jobs.ts'
import type { Scope } from '../../../core/scope.ts'

/** Has a mail sent soon, or in so many seconds; twice at once is once. */
export const askToSend = ({ db }: Scope, mail: string, delay = 0): Promise<void> =>
  queueJob(db, 'service.send-mail', { mail }, `service.send-mail ${mail}`, delay)
