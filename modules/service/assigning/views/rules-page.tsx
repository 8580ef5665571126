import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { RulesHead } from '../../clocks/views/rules-head.tsx'
import { assigningText } from '../messages.ts'
import type { AssignmentRule } from '../reading.ts'

type Props = { scope: Scope; rules: readonly AssignmentRule[] }

export const assigningPlace = '/service/assignment-rules'

/** How new tickets find an owner, by department. */
export const RulesPage = ({ scope, rules }: Props) => {
  const view = viewText(scope.locale)
  const t = assigningText(scope.locale)
  const nameOf = ({ department }: AssignmentRule) => department ?? t.company
  const add = (
    <LinkButton kind="primary" href={`${assigningPlace}/new`} icon="plus" tour="new-assignment">
      {t.add}
    </LinkButton>
  )
  return (
    <>
      <RulesHead scope={scope} here="assigning" action={rules.length > 0 && add} />
      <PageBody>
        {rules.length > 0 ? (
          <>
            <p class="hint">{t.about}</p>
            <Card flush>
              <Table
                t={view.table}
                caption={t.caption}
                rows={rules}
                rowId={({ id }) => id}
                rowName={nameOf}
                rowHref={({ id }) => `${assigningPlace}/${id}`}
                columns={[
                  { key: 'department', label: t.department, cell: nameOf },
                  { key: 'way', label: t.way, cell: ({ way }) => t.ways[way] },
                  {
                    key: 'most',
                    label: t.mostOpen,
                    align: 'end',
                    cell: ({ mostOpen }) => mostOpen ?? t.noLimit,
                  },
                ]}
              />
            </Card>
          </>
        ) : (
          <Empty icon="user-share" title={t.empty} text={t.emptyText} action={add} />
        )}
      </PageBody>
    </>
  )
}
