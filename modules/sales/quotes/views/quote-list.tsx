import { may } from '../../../../core/access/person.ts'
import { formatAgo } from '../../../../core/i18n/format.ts'
import { listsText } from '../../../../core/lists/messages.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { pill, type Tone } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { addressOf, type ListAddress } from '../../papers/address.ts'
import { paperText } from '../../papers/messages.ts'
import type { Paged } from '../../papers/paged.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { quoteKind } from '../kind.ts'
import { quoteText } from '../messages.ts'
import { fullNumber } from '../printing.ts'
import { type QuoteRow, type QuoteView, quoteViews } from '../reading.ts'
import type { QuoteState } from '../state.ts'

type Props = { scope: Scope; address: ListAddress<QuoteView>; list: Paged<QuoteRow> }

const { href } = quoteKind

const tones: Record<QuoteState, Tone> = {
  draft: 'grey',
  waiting: 'orange',
  open: 'blue',
  expired: 'red',
  accepted: 'green',
  refused: 'red',
  replaced: 'grey',
}

/** How a quote stands, as a pill. */
export const statePill = (state: QuoteState, { locale }: Pick<Scope, 'locale'>) =>
  pill(quoteText(locale).states[state], tones[state])

/** The quotes within reach. */
export const QuoteList = ({ scope, address, list }: Props) => {
  const t = quoteText(scope.locale)
  return (
    <PaperList
      {...{ scope, address, list }}
      title={t.title}
      path={href}
      states={quoteViews.map((state) => ({ state, label: t.views[state] }))}
      columns={columnsFor(scope)}
      rowName={fullNumber}
      rowHref={({ id }) => `${href}/${id}`}
      actions={<Actions {...{ scope, address }} />}
      empty={
        <Empty
          icon="file-text"
          title={address.query ? t.nothing : t.empty}
          text={address.query ? t.nothingText : t.emptyText}
        />
      }
    />
  )
}

const Actions = ({ scope, address: { query, state } }: Omit<Props, 'list'>) => (
  <>
    {may(scope.user, quoteKind.export) && (
      <LinkButton icon="download" href={addressOf('/export/quotes', { q: query, state })}>
        {listsText(scope.locale).export}
      </LinkButton>
    )}
    {may(scope.user, quoteKind.edit) && (
      <LinkButton kind="primary" icon="plus" href={`${href}/new`} tour="new-quote">
        {quoteText(scope.locale).add}
      </LinkButton>
    )}
  </>
)

const columnsFor = (scope: Scope): Column<QuoteRow>[] => {
  const { locale, company } = scope
  const t = quoteText(locale)
  const papers = paperText(locale)
  return [
    { key: 'number', label: papers.number, cell: fullNumber },
    { key: 'account', label: papers.account, cell: ({ account }) => account ?? papers.outOfReach },
    { key: 'title', label: t.subject, cell: ({ title }) => title, hideOnPhone: true },
    {
      key: 'total',
      label: t.total,
      align: 'end',
      cell: ({ totalMinor, currency }) => printMoney({ minor: totalMinor, currency }, locale),
    },
    {
      key: 'validUntil',
      label: t.validUntil,
      hideOnPhone: true,
      cell: ({ validUntil }) => printDate(validUntil, locale),
    },
    { key: 'state', label: t.state, cell: ({ state }) => statePill(state, scope) },
    { key: 'owner', label: papers.owner, cell: ({ owner }) => owner, hideOnPhone: true },
    {
      key: 'updated',
      label: t.updated,
      quiet: true,
      hideOnPhone: true,
      cell: ({ updatedAt }) => formatAgo(locale, company.timeZone, updatedAt, scope.now()),
    },
  ]
}
