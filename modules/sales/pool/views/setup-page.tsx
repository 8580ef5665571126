import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { poolText } from '../messages.ts'
import type { Pool } from '../pools.ts'

type Props = { scope: Scope; pools: readonly Pool[] }

const place = '/sales/pool/pools'

/** The pools of a company. */
export const SetupPage = ({ scope, pools }: Props) => {
  const view = viewText(scope.locale)
  const t = poolText(scope.locale).setup
  const add = (
    <LinkButton kind="primary" href={`${place}/new`} icon="plus" tour="new-pool">
      {t.add}
    </LinkButton>
  )
  const days = (count: number | null) => (count === null ? t.never : String(count))
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: '/sales/pool', label: poolText(scope.locale).title }]}
        actions={pools.length > 0 && add}
      />
      <PageBody>
        {pools.length > 0 ? (
          <Table
            t={view.table}
            caption={t.caption}
            rows={pools}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            rowHref={({ id }) => `${place}/${id}`}
            columns={[
              { key: 'name', label: t.name, cell: ({ name }) => name },
              { key: 'department', label: t.department, cell: ({ department }) => department },
              { key: 'follow', label: t.followDays, cell: (pool) => days(pool.followDays) },
              { key: 'deal', label: t.dealDays, cell: (pool) => days(pool.dealDays) },
            ]}
          />
        ) : (
          <Empty icon="users" title={t.empty} text={t.emptyText} action={add} />
        )}
      </PageBody>
    </>
  )
}
