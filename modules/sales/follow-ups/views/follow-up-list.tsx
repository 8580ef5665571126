import { may } from '../../../../core/access/person.ts'
import { formatMoment } from '../../../../core/i18n/format.ts'
import { listsText } from '../../../../core/lists/messages.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { activityKinds } from '../../../contacts/public.ts'
import { addressOf, type ListAddress } from '../../papers/address.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { exportDeals, importDeals } from '../../rights.ts'
import { type FollowUpFilters, followedHref, followUpsHref } from '../filters.ts'
import { followUpText } from '../messages.ts'
import type { FollowUpList, FollowUpView } from '../reading.ts'
import { recordColumn, viewsIn } from './parts.ts'

type Props = {
  scope: Scope
  address: ListAddress<FollowUpView>
  filters: FollowUpFilters
  list: FollowUpList
}

/** So much of what was written is shown; all of it stands on the record. */
const mostShown = 120

/** The follow-ups within reach; of one on a record out of reach only that it was. */
export const FollowUpListPage = ({ scope, address, filters, list }: Props) => {
  const { locale, company } = scope
  const t = followUpText(locale)
  const isNarrowed = address.query !== '' || address.state !== 'all' || filters.chips.length > 0
  const say = (kind: string) => printChoice(kind, activityKinds, locale)
  return (
    <PaperList
      {...{ scope, address, filters, list }}
      title={t.title}
      path={followUpsHref}
      states={viewsIn(locale)}
      columns={[
        recordColumn(locale, list.subjects),
        {
          key: 'text',
          label: t.text,
          cell: ({ recordId, body }) => (list.subjects.has(recordId) ? shortened(body) : ''),
        },
        { key: 'kind', label: t.kind, cell: ({ kind }) => say(kind) },
        { key: 'owner', label: t.owner, cell: ({ owner }) => owner },
        {
          key: 'happenedAt',
          label: t.happenedAt,
          quiet: true,
          cell: ({ happenedAt }) => formatMoment(locale, company.timeZone, happenedAt),
        },
      ]}
      rowName={({ recordId }) => list.subjects.get(recordId)?.name ?? t.title}
      actions={<Actions {...{ scope, address, filters }} />}
      empty={
        <Empty
          icon="message-circle"
          title={isNarrowed ? t.nothing : t.empty}
          text={isNarrowed ? t.nothingText : t.emptyText}
        />
      }
    />
  )
}

const shortened = (text: string): string =>
  text.length > mostShown ? `${text.slice(0, mostShown)}…` : text

const Actions = ({ scope, address, filters }: Omit<Props, 'list'>) => {
  const t = listsText(scope.locale)
  const asked = { q: address.query, state: address.state, ...filters.params }
  return (
    <>
      <LinkButton icon="users" href={addressOf(followedHref, asked)}>
        {followUpText(scope.locale).byRecord}
      </LinkButton>
      {may(scope.user, exportDeals) && (
        <LinkButton icon="download" href={addressOf('/export/follow-ups', asked)}>
          {t.export}
        </LinkButton>
      )}
      {scope.modules.state('sales') === 'write' && may(scope.user, importDeals) && (
        <LinkButton icon="upload" href="/admin/import?kind=follow-ups">
          {t.import}
        </LinkButton>
      )}
    </>
  )
}
