import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { Tabs } from '../../../../views/tabs.tsx'
import { mailboxText } from '../../mailboxes/messages.ts'
import { channelTabs } from '../../mailboxes/views/channel-tabs.ts'
import { ticketKind } from '../../tickets/kind.ts'
import { outgoingText } from '../messages.ts'
import type { OutgoingMail } from '../reading.ts'
import { type OutgoingState, outgoingStates } from '../schema.ts'

type Props = { scope: Scope; state: OutgoingState; mails: readonly OutgoingMail[]; older?: string }

const path = '/service/outgoing-mails'

/** What goes out by mail: what waits, what could not be sent and why, what was sent. */
export const OutgoingPage = ({ scope, state, mails, older }: Props) => {
  const { locale, company } = scope
  const t = outgoingText(locale)
  const { channels, faults } = mailboxText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead t={view.page} title={channels} tabs={channelTabs(locale, path)} />
      <PageBody wide>
        <p class="hint">{t.intro}</p>
        <Tabs
          label={t.title}
          tabs={outgoingStates.map((one) => ({
            href: one === 'waiting' ? path : `${path}?state=${one}`,
            label: t.views[one],
            current: one === state,
          }))}
        />
        {mails.length === 0 ? (
          <Empty icon="send" title={t.empty[state]} text={t.emptyText} />
        ) : (
          <Card flush>
            <Table
              t={view.table}
              caption={t.title}
              columns={[
                { key: 'ticket', label: t.ticket, cell: ({ number }) => number },
                { key: 'to', label: t.to, cell: ({ toAddress }) => toAddress },
                { key: 'kind', label: t.kind, cell: ({ kind }) => t.kinds[kind] },
                { key: 'fault', label: t.fault, cell: ({ fault }) => (fault ? faults[fault] : '') },
                { key: 'attempts', label: t.attempts, align: 'end', cell: (one) => one.attempts },
                {
                  key: 'written',
                  label: t.written,
                  quiet: true,
                  cell: (one) => formatAgo(locale, company.timeZone, one.createdAt, scope.now()),
                },
                ...(state === 'failed'
                  ? [
                      {
                        key: 'again',
                        label: '',
                        align: 'end' as const,
                        cell: ({ id }: OutgoingMail) =>
                          markup`<form method="post" action="${path}/${id}/again"><button class="btn btn-sm">${t.again}</button></form>`,
                      },
                    ]
                  : []),
              ]}
              rows={mails}
              rowId={({ id }) => id}
              rowName={({ number }) => number}
              rowHref={({ ticketId }) => `${ticketKind.href}/${ticketId}`}
            />
          </Card>
        )}
        {older && (
          <LinkButton href={`${path}?state=${state}&before=${older}`}>{t.older}</LinkButton>
        )}
      </PageBody>
    </>
  )
}
