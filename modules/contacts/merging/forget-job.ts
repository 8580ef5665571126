import { forgetMerged } from '../../../core/merging/merges.ts'
import type { Job } from '../../../core/module.ts'

/** Each night what went away in a merge more than thirty days ago is forgotten. */
export const forgetJob: Job<'contacts'> = {
  name: 'contacts.forget-merged',
  cron: '10 19 * * *',
  run: forgetMerged,
}
