import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Subject } from '../../../../core/records/subjects.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { markup } from '../../../../views/markup.ts'
import type { Column } from '../../../../views/table.tsx'
import { activityKinds } from '../../../contacts/public.ts'
import { paperText } from '../../papers/messages.ts'
import { followUpText } from '../messages.ts'
import { type FollowUpView, followUpViews } from '../reading.ts'

/** The kinds of follow-ups as what can be looked at. */
export const viewsIn = (locale: Locale): { state: FollowUpView; label: string }[] =>
  followUpViews.map((state) => ({
    state,
    label: state === 'all' ? followUpText(locale).all : printChoice(state, activityKinds, locale),
  }))

/** The record of a row; of one out of the reader's reach only that there is one. */
export const recordColumn = <Row extends { recordId: string }>(
  locale: Locale,
  subjects: ReadonlyMap<string, Subject>,
): Column<Row> => ({
  key: 'record',
  label: followUpText(locale).record,
  cell: ({ recordId }) => {
    const subject = subjects.get(recordId)
    if (!subject) return paperText(locale).outOfReach
    return markup`<a href="${subject.href}">${subject.name}</a>`
  },
})
