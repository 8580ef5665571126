import { formatMoment, formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { addressOf, type ListAddress } from '../../papers/address.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { type FollowUpFilters, followedHref, followUpsHref } from '../filters.ts'
import { followUpText } from '../messages.ts'
import type { FollowedList, FollowUpView } from '../reading.ts'
import { recordColumn, viewsIn } from './parts.ts'

type Props = {
  scope: Scope
  address: ListAddress<FollowUpView>
  filters: FollowUpFilters
  list: FollowedList
}

/** The records that were followed up, each once; of one out of reach only that there was one. */
export const FollowedPage = ({ scope, address, filters, list }: Props) => {
  const { locale, company } = scope
  const t = followUpText(locale)
  const asked = { q: address.query, state: address.state, ...filters.params }
  return (
    <PaperList
      {...{ scope, address, filters, list }}
      title={t.records}
      path={followedHref}
      states={viewsIn(locale)}
      columns={[
        recordColumn(locale, list.subjects),
        {
          key: 'times',
          label: t.times,
          align: 'end',
          cell: ({ times }) => formatNumber(locale, times),
        },
        {
          key: 'last',
          label: t.last,
          quiet: true,
          cell: ({ last }) => formatMoment(locale, company.timeZone, last),
        },
      ]}
      rowName={({ recordId }) => list.subjects.get(recordId)?.name ?? t.records}
      actions={
        <LinkButton icon="message-circle" href={addressOf(followUpsHref, asked)}>
          {t.byFollowUp}
        </LinkButton>
      }
      empty={<Empty icon="message-circle" title={t.nothing} text={t.nothingText} />}
    />
  )
}
