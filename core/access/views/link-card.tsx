import { Button, CopyButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { ConfirmField } from '../../auth/views/confirm-field.tsx'
import { formatAgo, formatMoment } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { accessText } from '../messages.ts'
import type { PersonRecord } from '../person-record.ts'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  person: PersonRecord
  link?: string
  confirm: boolean
  confirmError?: string
}

/** The way in for somebody without a password: a link that is shown once, and a button to make one. */
export const LinkCard = ({ locale, timeZone, now, person, link, ...props }: Props) => {
  const t = accessText(locale).people
  const until = person.linkExpiresAt && formatMoment(locale, timeZone, person.linkExpiresAt)
  return (
    <Card title={t.link} testId="link-card">
      <div class="stack">
        {link ? (
          <>
            <p>{t.linkIntro(person.name)}</p>
            <FreshLink locale={locale} link={link} />
            <p class="hint">{t.linkLasts[person.joined ? 'reset' : 'invite']}</p>
          </>
        ) : (
          <>
            {person.askedAt && (
              <p>{t.askedSince(formatAgo(locale, timeZone, person.askedAt, now))}</p>
            )}
            <p>{person.joined ? t.linkForOld : t.linkForNew}</p>
            <p class="hint">{until ? t.linkOpen(until) : t.noLink}</p>
          </>
        )}
        <form method="post" action={`/admin/people/${person.id}/link`} class="form">
          {props.confirm && <ConfirmField locale={locale} form="link" error={props.confirmError} />}
          <div class="actions">
            <Button icon="link" kind={person.askedAt ? 'primary' : 'plain'}>
              {person.joined ? t.makeResetLink : t.makeLink}
            </Button>
          </div>
        </form>
      </div>
    </Card>
  )
}

/** A link to send on, with a button that copies it. */
export const FreshLink = ({ locale, link }: { locale: Locale; link: string }) => {
  const t = accessText(locale).people
  return (
    <p class="fresh-link">
      <code data-testid="link" dir="ltr">
        {link}
      </code>
      <CopyButton text={link} label={t.copyLink} />
    </p>
  )
}
