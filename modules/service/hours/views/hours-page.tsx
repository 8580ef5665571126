import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { RulesHead } from '../../clocks/views/rules-head.tsx'
import { hoursText } from '../messages.ts'
import type { Hours } from '../reading.ts'
import { sayWeek } from '../saying.ts'

type Props = { scope: Scope; hours: readonly Hours[] }

export const hoursPlace = '/service/business-hours'

/** When the company and its departments answer customers. */
export const HoursPage = ({ scope, hours }: Props) => {
  const view = viewText(scope.locale)
  const t = hoursText(scope.locale)
  const nameOf = ({ department }: Hours) => department ?? t.company
  return (
    <>
      <RulesHead
        scope={scope}
        here="hours"
        action={
          <LinkButton kind="primary" href={`${hoursPlace}/new`} icon="plus" tour="new-hours">
            {t.add}
          </LinkButton>
        }
      />
      <PageBody wide>
        <p class="hint">{t.about}</p>
        {!hours.some(({ departmentId }) => departmentId === null) && <p>{t.usual}</p>}
        {hours.length > 0 && (
          <Card flush>
            <Table
              t={view.table}
              caption={t.caption}
              rows={hours}
              rowId={({ id }) => id}
              rowName={nameOf}
              rowHref={({ id }) => `${hoursPlace}/${id}`}
              columns={[
                { key: 'department', label: t.department, cell: nameOf },
                { key: 'week', label: t.week, cell: ({ week }) => sayWeek(scope.locale, week) },
                {
                  key: 'holidays',
                  label: t.onHolidays,
                  quiet: true,
                  cell: ({ onHolidays }) => (onHolidays ? t.yes : t.closed),
                },
              ]}
            />
          </Card>
        )}
      </PageBody>
    </>
  )
}
