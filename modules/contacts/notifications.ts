import { formatNumber } from '../../core/i18n/format.ts'
import type { NotificationKind } from '../../core/module.ts'
import { recordNotices } from '../../core/records/deeds.ts'
import type { Scope } from '../../core/scope.ts'
import { printDate } from '../../core/values/date.ts'
import { commented } from './activities/comments.ts'
import { activityText } from './activities/messages.ts'
import { dateNotice } from './dates/told.ts'
import { duplicatesText } from './duplicates/messages.ts'
import { contactsTaskText } from './tasks/messages.ts'

const taskPlace = () => '/contacts/tasks'

const titleOf = ({ locale }: Scope, title: unknown): string =>
  String(title || contactsTaskText(locale).plainNext)

/** What came of merging many, in numbers. */
function merged({ locale }: Scope, { count, skipped }: Record<string, unknown>): string {
  const t = duplicatesText(locale).certain
  const number = (value: unknown) => formatNumber(locale, Number(value ?? 0))
  return t.merged(number(count), number(skipped))
}

/** What people are told of here, beside their own pages. */
export const notifications: readonly NotificationKind<'contacts'>[] = [
  ...recordNotices('contacts'),
  {
    kind: 'contacts.task-given',
    icon: 'checkbox',
    tell: (scope, { title, dueOn }) =>
      contactsTaskText(scope.locale).notices.given(
        titleOf(scope, title),
        printDate(String(dueOn), scope.locale),
      ),
    href: taskPlace,
  },
  {
    kind: 'contacts.task-due',
    icon: 'clock',
    tell: (scope, { title }) => contactsTaskText(scope.locale).notices.due(titleOf(scope, title)),
    href: taskPlace,
  },
  {
    kind: 'contacts.merged-many',
    icon: 'arrow-merge',
    tell: merged,
    href: () => '/contacts/duplicates',
  },
  {
    kind: commented,
    icon: 'message-circle',
    tell: ({ locale }) => activityText(locale).comments.told,
    text: ({ text }) => String(text ?? ''),
  },
  dateNotice,
]
