import { today } from '../../../../core/calendar/reading.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { sayIn } from '../../courses/content.ts'
import { studioText } from '../messages.ts'
import type { Written } from '../reading.ts'
import { standOf, standTones } from '../wording.ts'
import { studioTabs } from './tabs.ts'

type Props = { scope: Scope; courses: readonly Written[]; canInstall: boolean }

/** Every course with how far it has come. */
export const StudioPage = ({ scope, courses, canInstall }: Props) => {
  const { locale } = scope
  const t = studioText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        tabs={studioTabs(scope, 'courses')}
        actions={
          <LinkButton icon="plus" href="/training/studio/new-course">
            {t.add}
          </LinkButton>
        }
      />
      <PageBody wide>
        {canInstall && (
          <Card testId="install">
            <p>{t.installHint}</p>
            <form method="post" action="/training/studio/install">
              <Button kind={courses.length === 0 ? 'primary' : 'plain'} icon="download">
                {t.install}
              </Button>
            </form>
          </Card>
        )}
        {courses.length === 0 ? (
          <Empty icon="school" title={t.empty} text={t.emptyText} />
        ) : (
          <CourseTable scope={scope} courses={courses} />
        )}
      </PageBody>
    </>
  )
}

const CourseTable = ({ scope, courses }: Pick<Props, 'scope' | 'courses'>) => {
  const { locale } = scope
  const t = studioText(locale)
  const now = today(scope)
  const due = ({ reviewDueOn: day }: Written) =>
    day && (day < now ? t.overdue(printDate(day, locale)) : printDate(day, locale))
  return (
    <Table
      t={viewText(locale).table}
      caption={t.courses}
      columns={[
        { key: 'name', label: t.name, cell: (one) => sayIn(locale, one.titles) },
        { key: 'code', label: t.code, quiet: true, cell: (one) => one.code },
        {
          key: 'state',
          label: t.state,
          cell: (one) => pill(t.states[standOf(one)], standTones[standOf(one)]),
        },
        {
          key: 'version',
          label: t.version,
          align: 'end',
          hideOnPhone: true,
          cell: ({ published }) => published && formatNumber(locale, published),
        },
        { key: 'review', label: t.reviewDue, quiet: true, cell: due },
      ]}
      rows={courses}
      rowId={(one) => one.id}
      rowName={(one) => sayIn(locale, one.titles)}
      rowHref={(one) => `/training/studio/courses/${one.id}`}
    />
  )
}
