import { may } from '../../../../core/access/person.ts'
import { listsText } from '../../../../core/lists/messages.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { exportContracts, importContracts } from '../../contracts/rights.ts'
import { addressOf, type ListAddress } from '../../papers/address.ts'
import { paperText } from '../../papers/messages.ts'
import type { Paged } from '../../papers/paged.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { receivableText } from '../messages.ts'
import { type ReceiptRow, type ReceiptView, receiptViews } from '../reading.ts'
import type { ReceiptFilters } from '../receipt-filters.ts'
import { receiptPill } from './receipt-table.tsx'

type Props = {
  scope: Scope
  address: ListAddress<ReceiptView>
  filters: ReceiptFilters
  list: Paged<ReceiptRow>
}

/** The receipts of contracts within reach. */
export const ReceiptList = ({ scope, address, filters, list }: Props) => {
  const { locale } = scope
  const t = receivableText(locale)
  const papers = paperText(locale)
  return (
    <PaperList
      {...{ scope, address, filters, list }}
      title={t.receipts}
      path="/sales/receipts"
      states={receiptViews.map((state) => ({ state, label: t.views[state] }))}
      columns={[
        { key: 'number', label: papers.number, cell: ({ number }) => number },
        {
          key: 'receivedOn',
          label: t.receivedOn,
          cell: ({ receivedOn }) => printDate(receivedOn, locale),
        },
        {
          key: 'amount',
          label: t.amount,
          align: 'end',
          cell: ({ amountMinor, currency }) => printMoney({ minor: amountMinor, currency }, locale),
        },
        {
          key: 'account',
          label: papers.account,
          cell: ({ account }) => account ?? papers.outOfReach,
        },
        { key: 'contract', label: t.contract, cell: ({ contract }) => contract, hideOnPhone: true },
        { key: 'method', label: t.method, cell: ({ method }) => method, hideOnPhone: true },
        { key: 'state', label: t.status, cell: (receipt) => receiptPill(receipt, scope) },
        {
          key: 'recordedBy',
          label: t.recordedBy,
          quiet: true,
          hideOnPhone: true,
          cell: ({ recordedBy }) => recordedBy,
        },
      ]}
      rowName={({ number }) => number}
      rowHref={({ id }) => `/sales/receipts/${id}`}
      actions={<Actions {...{ scope, address, filters }} />}
      empty={
        <Empty
          icon="cash"
          title={address.query ? t.nothing : t.receiptsEmpty}
          text={address.query ? t.nothingText : t.receiptsEmptyText}
        />
      }
    />
  )
}

const Actions = ({ scope, address, filters }: Omit<Props, 'list'>) => {
  const t = listsText(scope.locale)
  const asked = { q: address.query, state: address.state, ...filters.params }
  const writes = scope.modules.state('sales') === 'write'
  return (
    <>
      <LinkButton icon="report-analytics" href="/sales/receivables">
        {receivableText(scope.locale).ageing}
      </LinkButton>
      {may(scope.user, exportContracts) && (
        <LinkButton icon="download" href={addressOf('/export/receipts', asked)}>
          {t.export}
        </LinkButton>
      )}
      {writes && may(scope.user, importContracts) && (
        <LinkButton icon="upload" href="/admin/import?kind=receipts">
          {t.import}
        </LinkButton>
      )}
    </>
  )
}
