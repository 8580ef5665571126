import { formatMoment, formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { markup } from '../../../../views/markup.ts'
import { activityKinds } from '../../../contacts/public.ts'
import { addressOf, type ListAddress } from '../../papers/address.ts'
import { paperText } from '../../papers/messages.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { type FollowUpFilters, followedHref, followUpsHref } from '../filters.ts'
import { followUpText } from '../messages.ts'
import { type FollowedList, type FollowUpView, followUpViews } from '../reading.ts'

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
      states={followUpViews.map((state) => ({
        state,
        label: state === 'all' ? t.all : printChoice(state, activityKinds, locale),
      }))}
      columns={[
        {
          key: 'record',
          label: t.record,
          cell: ({ recordId }) => {
            const subject = list.subjects.get(recordId)
            if (!subject) return paperText(locale).outOfReach
            return markup`<a href="${subject.href}">${subject.name}</a>`
          },
        },
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
