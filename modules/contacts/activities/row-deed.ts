import type { RowDeed } from '../../../core/lists/row-deed.ts'
import { editActivities } from './activities.ts'
import { activityText } from './messages.ts'

/** Noting a follow-up, from a row of a list or a checked one. */
export const followUpDeed: RowDeed = {
  key: 'follow',
  icon: 'message-circle',
  permission: editActivities,
  label: (locale) => activityText(locale).row,
  oneOnly: (locale) => activityText(locale).oneOnly,
  href: ({ object, recordId }, back) =>
    `/contacts/follow-ups/new?${new URLSearchParams({ object, record: recordId, back })}`,
}
