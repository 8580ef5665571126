import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { Tabs } from '../../../../views/tabs.tsx'
import { mailboxText } from '../../mailboxes/messages.ts'
import { channelTabs } from '../../mailboxes/views/channel-tabs.ts'
import { incomingText } from '../messages.ts'
import type { IncomingMail } from '../reading.ts'
import { type MailState, mailStates } from '../schema.ts'

type Props = { scope: Scope; state: MailState; mails: readonly IncomingMail[]; older?: string }

const path = '/service/mails'

/** What came by mail, by what became of it. */
export const MailsPage = ({ scope, state, mails, older }: Props) => {
  const { locale, company } = scope
  const t = incomingText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={mailboxText(locale).channels}
        tabs={channelTabs(locale, path)}
      />
      <PageBody wide>
        <p class="hint">{t.intro}</p>
        <Tabs
          label={t.title}
          tabs={mailStates.map((one) => ({
            href: one === 'aside' ? path : `${path}?state=${one}`,
            label: t.views[one],
            current: one === state,
          }))}
        />
        {mails.length === 0 ? (
          <Empty icon="inbox" title={t.empty[state]} text={t.emptyText} />
        ) : (
          <Card flush>
            <Table
              t={view.table}
              caption={t.title}
              columns={[
                { key: 'subject', label: t.subject, cell: ({ subject }) => subject || t.noSubject },
                { key: 'from', label: t.from, cell: (mail) => sayFrom(mail) || t.unknownSender },
                state === 'taken'
                  ? { key: 'ticket', label: t.ticket, cell: ({ number }) => number ?? '' }
                  : {
                      key: 'reason',
                      label: t.reason,
                      cell: ({ reason }) => (reason ? t.reasons[reason] : ''),
                    },
                { key: 'mailbox', label: t.mailbox, hideOnPhone: true, cell: (one) => one.mailbox },
                {
                  key: 'received',
                  label: t.received,
                  quiet: true,
                  cell: ({ receivedAt }) =>
                    formatAgo(locale, company.timeZone, receivedAt, scope.now()),
                },
              ]}
              rows={mails}
              rowId={({ id }) => id}
              rowName={({ subject }) => subject || t.noSubject}
              rowHref={({ id }) => `${path}/${id}`}
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

/** Who sent a mail, as far as it says. */
export const sayFrom = ({ fromName, fromAddress }: IncomingMail): string =>
  fromName && fromAddress ? `${fromName} <${fromAddress}>` : fromAddress
