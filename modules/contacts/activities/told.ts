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
    tell: ({ locale }, { kind, next }) => {
      const t = activityText(locale)
      const did = t.did[activityKind(kind)?.key ?? 'other']
      return next ? `${did} · ${t.plannedNext(printDate(String(next), locale))}` : did
    },
    text: ({ body }) => String(body ?? ''),
    more: (scope, { id, actorId }) =>
      actorId === scope.user.id && scope.modules.state('contacts') === 'write'
        ? markup`<p class="timeline-more"><a href="/contacts/activities/${id}/edit">${icon('pencil')}${activityText(scope.locale).edit}</a></p>`
        : undefined,
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
