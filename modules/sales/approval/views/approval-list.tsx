import { formatAgo, formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { List } from '../../../../views/list.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { addressOf } from '../../papers/address.ts'
import type { Paged } from '../../papers/paged.ts'
import { approvalText } from '../messages.ts'
import { type Approval, type ApprovalView, approvalViews } from '../reading.ts'

type Props = { scope: Scope; view: ApprovalView; list: Paged<Approval> }

const path = '/sales/approvals'
const tones = { waiting: 'orange', approved: 'green', returned: 'red', withdrawn: 'grey' } as const

/** How an approval stands, as a pill. */
export const approvalPill = (state: Approval['state'], { locale }: Pick<Scope, 'locale'>) =>
  pill(approvalText(locale).states[state], tones[state])

/** What waits for me, what I asked for, what I decided. */
export const ApprovalList = ({ scope, view, list: { page, total } }: Props) => {
  const { locale, company } = scope
  const t = approvalText(locale)
  const texts = viewText(locale)
  const at = (params: Record<string, string | undefined>) =>
    addressOf(path, { view: view === 'mine' ? undefined : view, ...params })
  return (
    <>
      <PageHead
        t={texts.page}
        title={t.title}
        actions={
          <LinkButton icon="user-check" href={`${path}/deputy`}>
            {t.deputy.title}
          </LinkButton>
        }
      />
      <List
        t={texts.list}
        action={path}
        views={approvalViews.map((one) => ({
          href: addressOf(path, { view: one === 'mine' ? undefined : one }),
          label: t.views[one],
          current: one === view,
        }))}
        pager={{
          total: formatNumber(locale, total),
          previousHref: page.before && at({ before: page.before }),
          nextHref: page.after && at({ after: page.after }),
        }}
        empty={<Empty icon="circle-check" title={t.empty[view]} text={t.emptyText} />}
      >
        {page.rows.length > 0 ? (
          <Table
            t={texts.table}
            caption={t.title}
            columns={[
              { key: 'paper', label: t.paper, cell: ({ title }) => title },
              { key: 'what', label: t.what, cell: ({ object }) => t.kinds[object] },
              {
                key: 'amount',
                label: t.amount,
                align: 'end',
                cell: ({ amountMinor, currency }) =>
                  printMoney({ minor: amountMinor, currency }, locale),
              },
              { key: 'asker', label: t.asker, cell: ({ asker }) => asker },
              {
                key: 'askedAt',
                label: t.askedAt,
                quiet: true,
                cell: ({ askedAt }) => formatAgo(locale, company.timeZone, askedAt, scope.now()),
              },
              { key: 'state', label: t.state, cell: ({ state }) => approvalPill(state, scope) },
            ]}
            rows={page.rows}
            rowId={({ id }) => id}
            rowName={({ title }) => title}
            rowHref={({ id }) => `${path}/${id}`}
          />
        ) : undefined}
      </List>
    </>
  )
}
