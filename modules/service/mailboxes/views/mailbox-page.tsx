import type { DepartmentName } from '../../../../core/access/directory.ts'
import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Progress } from '../../../../views/progress.tsx'
import { isBeingTried } from '../asking.ts'
import type { Mailbox } from '../mailboxes.ts'
import { mailboxText } from '../messages.ts'
import type { Fault } from '../schema.ts'
import { sayFetched, statePill } from './mailboxes-page.tsx'

type Props = { scope: Scope; mailbox: Mailbox; departments: readonly DepartmentName[] }

/** One mailbox: how it is reached, how the last reading went, and whether its servers answer. */
export const MailboxPage = ({ scope, mailbox, departments }: Props) => {
  const { locale } = scope
  const t = mailboxText(locale)
  const view = viewText(locale)
  const place = `/service/mailboxes/${mailbox.id}`
  const server = (host: string, port: number, security: keyof typeof t.securities) =>
    `${host}:${port} · ${t.securities[security]}`
  return (
    <>
      <PageHead
        t={view.page}
        title={mailbox.name}
        note={statePill(scope, mailbox)}
        trail={[{ href: '/service/mailboxes', label: t.title }]}
        actions={
          <LinkButton icon="edit" href={`${place}/edit`}>
            {t.edit}
          </LinkButton>
        }
      />
      <PageBody>
        <div class="stack">
          <Card testId="mailbox">
            <Details
              empty={t.nothing}
              items={[
                { label: t.address, value: mailbox.address },
                {
                  label: t.department,
                  value:
                    departments.find(({ id }) => id === mailbox.departmentId)?.name ?? t.nobody,
                },
                {
                  label: t.imapHost,
                  value: server(mailbox.imapHost, mailbox.imapPort, mailbox.imapSecurity),
                },
                {
                  label: t.smtpHost,
                  value: server(mailbox.smtpHost, mailbox.smtpPort, mailbox.smtpSecurity),
                },
                { label: t.username, value: mailbox.username },
                ...(mailbox.checkedBy ? [{ label: t.checkedBy, value: mailbox.checkedBy }] : []),
                { label: t.fetched, value: sayFetched(scope, mailbox) },
              ]}
            />
            {mailbox.fetchFault && (
              <p class="error" role="alert">
                {t.faults[mailbox.fetchFault]}
              </p>
            )}
          </Card>
          <Tried scope={scope} mailbox={mailbox} />
          <Deeds scope={scope} mailbox={mailbox} />
        </div>
      </PageBody>
    </>
  )
}

/** What trying the servers came to; while it goes on, it asks again. */
const Tried = ({ scope, mailbox }: Omit<Props, 'departments'>) => {
  const t = mailboxText(scope.locale)
  if (isBeingTried(mailbox))
    return (
      <Progress
        t={viewText(scope.locale).progress}
        label={t.testing}
        pollHref={`/service/mailboxes/${mailbox.id}`}
      />
    )
  const say = (fault: Fault | null) => (fault ? t.faults[fault] : t.works)
  return (
    <div id="progress">
      {mailbox.triedAt && (
        <Card title={t.test} testId="tried">
          <Details
            empty={t.nothing}
            items={[
              {
                label: t.tried,
                value: formatAgo(
                  scope.locale,
                  scope.company.timeZone,
                  mailbox.triedAt,
                  scope.now(),
                ),
              },
              { label: t.incoming, value: say(mailbox.imapFault) },
              { label: t.outgoing, value: say(mailbox.smtpFault) },
            ]}
          />
        </Card>
      )}
    </div>
  )
}

const Deeds = ({ scope, mailbox }: Omit<Props, 'departments'>) => {
  const t = mailboxText(scope.locale)
  const place = `/service/mailboxes/${mailbox.id}`
  return (
    <div class="actions">
      <form method="post" action={`${place}/test`}>
        <Button icon="plug-connected">{t.test}</Button>
      </form>
      {!mailbox.pausedAt && (
        <form method="post" action={`${place}/fetch`}>
          <Button icon="refresh">{t.fetch}</Button>
        </form>
      )}
      <form method="post" action={`${place}/${mailbox.pausedAt ? 'resume' : 'pause'}`}>
        <Button icon={mailbox.pausedAt ? 'player-play' : 'player-pause'}>
          {mailbox.pausedAt ? t.resume : t.pause}
        </Button>
      </form>
      <Confirm
        t={viewText(scope.locale).confirm}
        id="remove-mailbox"
        trigger={{ label: t.remove, icon: 'trash', kind: 'quiet' }}
        title={t.removeTitle}
        text={t.removeText}
        action={`${place}/remove`}
        submit={t.remove}
        danger
      />
    </div>
  )
}
