import type { Scope } from '../../../../core/scope.ts'
import { Button, CopyButton, LinkButton } from '../../../../views/button.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { TicketRecord } from '../../tickets/ticket-record.ts'
import { ratingText } from '../messages.ts'

type Props = { scope: Scope; ticket: TicketRecord; link: string | undefined }

/** The link that was just made for a customer, this once; or a way to make one. */
export const LinkPage = ({ scope, ticket, link }: Props) => {
  const t = ratingText(scope.locale).panel
  const href = `${ticketKind.href}/${ticket.id}`
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        trail={[
          { href: ticketKind.href, label: ticketKind.text(scope.locale).title },
          { href, label: ticket.values.number },
        ]}
        actions={<LinkButton href={href}>{t.back}</LinkButton>}
      />
      <PageBody>
        <p>{t.hint}</p>
        {link && (
          <p data-testid="rating-link">
            {t.link} <code>{link}</code> <CopyButton text={link} label={t.copy} />
          </p>
        )}
        <form method="post" action={`${href}/ratings`}>
          <Button kind={link ? 'plain' : 'primary'} icon="link">
            {t.make}
          </Button>
        </form>
      </PageBody>
    </>
  )
}
