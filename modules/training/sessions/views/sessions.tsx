import { formatMoment, formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { sayIn } from '../../courses/content.ts'
import { wasCalledOff } from '../day.ts'
import { sessionText } from '../messages.ts'
import type { Session } from '../reading.ts'

type Props = { scope: Scope; sessions: readonly Session[] }

/** When and where one meets, and how many were there. */
export const SessionsPage = ({ scope, sessions }: Props) => {
  const { locale, company } = scope
  const t = sessionText(locale)
  const view = viewText(locale)
  const number = (count: number) => formatNumber(locale, count)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        actions={
          <LinkButton kind="primary" icon="plus" href="/training/sessions/new">
            {t.plan}
          </LinkButton>
        }
      />
      <PageBody wide>
        {sessions.length === 0 ? (
          <Empty icon="calendar-event" title={t.empty} text={t.emptyText} />
        ) : (
          <Table
            t={view.table}
            caption={t.title}
            columns={[
              { key: 'lesson', label: t.lesson, cell: (one) => sayIn(locale, one.titles) },
              {
                key: 'when',
                label: t.when,
                cell: (one) => formatMoment(locale, company.timeZone, new Date(one.startsAt)),
              },
              { key: 'place', label: t.place, quiet: true, cell: (one) => one.place },
              {
                key: 'present',
                label: t.present,
                align: 'end',
                cell: ({ present, expected }) =>
                  t.count(number(present), number(Math.max(present, expected))),
              },
              {
                key: 'state',
                label: t.title,
                cell: (one) => {
                  if (!one.closedAt) return pill(t.coming, 'blue')
                  return pill(wasCalledOff(scope, one) ? t.off : t.over)
                },
              },
            ]}
            rows={sessions}
            rowId={(one) => one.id}
            rowName={(one) => sayIn(locale, one.titles)}
            rowHref={(one) => `/training/sessions/${one.id}`}
          />
        )}
      </PageBody>
    </>
  )
}
