import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import type { Mailbox } from '../mailboxes.ts'
import { mailboxText } from '../messages.ts'
import { channelTabs } from './channel-tabs.ts'

/** All mailboxes of the company, and how the last reading of each went. */
export const MailboxesPage = ({
  scope,
  mailboxes,
}: {
  scope: Scope
  mailboxes: readonly Mailbox[]
}) => {
  const t = mailboxText(scope.locale)
  const view = viewText(scope.locale)
  const add = (
    <LinkButton kind="primary" icon="plus" href="/service/mailboxes/new" tour="service-mailbox-add">
      {t.add}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        t={view.page}
        title={t.channels}
        tabs={channelTabs(scope.locale, '/service/mailboxes')}
        actions={mailboxes.length > 0 && add}
      />
      <PageBody wide>
        {mailboxes.length === 0 ? (
          <Empty icon="mail" title={t.empty} text={t.emptyText} action={add} />
        ) : (
          <>
            <p class="hint">{t.intro}</p>
            <Card flush>
              <Table
                t={view.table}
                caption={t.title}
                columns={[
                  { key: 'name', label: t.name, cell: ({ name }) => name },
                  { key: 'address', label: t.address, cell: ({ address }) => address },
                  { key: 'state', label: t.state, cell: (one) => statePill(scope, one) },
                  {
                    key: 'fetched',
                    label: t.fetched,
                    quiet: true,
                    cell: (one) => sayFetched(scope, one),
                  },
                ]}
                rows={mailboxes}
                rowId={({ id }) => id}
                rowName={({ name }) => name}
                rowHref={({ id }) => `/service/mailboxes/${id}`}
              />
            </Card>
          </>
        )}
      </PageBody>
    </>
  )
}

/** Whether a mailbox is read, paused, or cannot be read. */
export function statePill({ locale }: Pick<Scope, 'locale'>, mailbox: Mailbox) {
  const { states } = mailboxText(locale)
  if (mailbox.pausedAt) return pill(states.paused, 'grey')
  return mailbox.fetchFault ? pill(states.faulty, 'red') : pill(states.reading, 'green')
}

/** When a mailbox was read last, and how much came. */
export function sayFetched(scope: Scope, { fetchedAt, fetchedCount, fetchFault }: Mailbox): string {
  const t = mailboxText(scope.locale)
  if (!fetchedAt) return t.never
  const ago = formatAgo(scope.locale, scope.company.timeZone, fetchedAt, scope.now())
  return fetchFault ? ago : `${ago} · ${t.fetchedCount(fetchedCount)}`
}
