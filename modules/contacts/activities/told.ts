import { formatNumber } from '../../../core/i18n/format.ts'
import type { TimelineKind } from '../../../core/module.ts'
import { printDate } from '../../../core/values/date.ts'
import { icon } from '../../../views/icon.tsx'
import { markup } from '../../../views/markup.ts'
import { contactsTaskText } from '../tasks/messages.ts'
import { activityKind } from './kinds.ts'
import { activityText } from './messages.ts'

const titleOf = (locale: 'en' | 'zh-CN', title: unknown): string =>
  String(title || contactsTaskText(locale).plainNext)

/** How follow-ups and tasks read in a record's timeline; one changes one's own follow-ups from there. */
export const activityTimeline: readonly TimelineKind<'contacts'>[] = [
  {
    kind: 'contacts.followed-up',
    group: 'activities',
    icon: 'message-circle',
    iconOf: ({ kind }) => activityKind(kind)?.icon,
    tell: ({ locale }, { kind, next, place }) => {
      const t = activityText(locale)
      const parts = [
        t.did[activityKind(kind)?.key ?? 'other'],
        place && t.at(String(place)),
        next && t.plannedNext(printDate(String(next), locale)),
      ]
      return parts.filter(Boolean).join(' · ')
    },
    text: ({ body }) => String(body ?? ''),
    more: (scope, { id, actorId, data }) => {
      const t = activityText(scope.locale)
      const isMine = actorId === scope.user.id && scope.modules.state('contacts') === 'write'
      const count = Number(data.comments ?? 0)
      const said =
        count > 0 ? t.comments.count(formatNumber(scope.locale, count), count) : t.comments.add
      return markup`<p class="timeline-more">${isMine && markup`<a href="/contacts/activities/${id}/edit">${icon('pencil')}${t.edit}</a>`}<a href="/contacts/activities/${id}">${icon('message-circle')}${said}</a></p>`
    },
  },
  {
    kind: 'contacts.task-planned',
    group: 'activities',
    icon: 'calendar-plus',
    tell: ({ locale }, { title, dueOn }) =>
      contactsTaskText(locale).told.planned(
        titleOf(locale, title),
        printDate(String(dueOn), locale),
      ),
  },
  {
    kind: 'contacts.task-done',
    group: 'activities',
    icon: 'circle-check',
    tell: ({ locale }, { title }) => contactsTaskText(locale).told.done(titleOf(locale, title)),
  },
  {
    kind: 'contacts.task-reopened',
    group: 'activities',
    icon: 'arrow-back-up',
    tell: ({ locale }, { title }) => contactsTaskText(locale).told.reopened(titleOf(locale, title)),
  },
]
