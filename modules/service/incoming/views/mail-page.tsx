import { printSize } from '../../../../core/attachments/size.ts'
import { formatMoment } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import { incomingText } from '../messages.ts'
import type { IncomingMail } from '../reading.ts'
import { sayFrom } from './mails-page.tsx'

/** One mail: who sent it, why it waits, and what can be done with it. */
export const MailPage = ({ scope, mail }: { scope: Scope; mail: IncomingMail }) => {
  const { locale, company } = scope
  const t = incomingText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={mail.subject || t.noSubject}
        note={pill(t.views[mail.state], mail.state === 'aside' ? 'orange' : 'grey')}
        trail={[{ href: '/service/mails', label: t.title }]}
      />
      <PageBody>
        <div class="stack">
          <Card testId="mail">
            <Details
              empty="–"
              items={[
                { label: t.from, value: sayFrom(mail) || t.unknownSender },
                { label: t.mailbox, value: mail.mailbox },
                {
                  label: t.received,
                  value: formatMoment(locale, company.timeZone, mail.receivedAt),
                },
                { label: t.size, value: printSize(locale, mail.bytes) },
                ...(mail.reason ? [{ label: t.reason, value: t.reasons[mail.reason] }] : []),
                ...(mail.detail ? [{ label: t.detail, value: mail.detail }] : []),
              ]}
            />
          </Card>
          {mail.state === 'aside' && <Deeds scope={scope} mail={mail} />}
          {mail.ticketId && (
            <div class="actions">
              <LinkButton icon="ticket" href={`${ticketKind.href}/${mail.ticketId}`}>
                {t.openTicket} {mail.number}
              </LinkButton>
            </div>
          )}
        </div>
      </PageBody>
    </>
  )
}

const Deeds = ({ scope, mail: { id, reason } }: { scope: Scope; mail: IncomingMail }) => {
  const t = incomingText(scope.locale)
  return (
    <>
      <div class="actions">
        {reason !== 'large' && (
          <form method="post" action={`/service/mails/${id}/take`}>
            <Button kind="primary" icon="ticket">
              {reason === 'broken' ? t.retry : t.take}
            </Button>
          </form>
        )}
        <form method="post" action={`/service/mails/${id}/drop`}>
          <Button>{t.drop}</Button>
        </form>
      </div>
      <p class="hint">{t.drops}</p>
    </>
  )
}
