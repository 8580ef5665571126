import { formatAgo, formatMoment } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { avatar } from '../../../../views/avatar.tsx'
import { LinkButton } from '../../../../views/button.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { linkingText } from '../../linking/messages.ts'
import { channel } from '../../tickets/choices.ts'
import { letterOf } from '../letter.ts'
import { conversationText } from '../messages.ts'
import type { Message } from '../reading.ts'
import { MessageFiles } from './message-files.tsx'
import { Words } from './words.tsx'

type Props = {
  scope: Scope
  href: string
  messages: readonly Message[]
  older?: string
  mayEdit: boolean
}

/** What was said on a ticket, newest first. */
export const Conversation = ({ scope, href, messages, older, mayEdit }: Props) => {
  const t = conversationText(scope.locale)
  return (
    <section id="conversation" aria-label={t.title} data-testid="conversation">
      <h3 class="sr-only">{t.title}</h3>
      {messages.length === 0 && <p class="hint">{t.none}</p>}
      <ol class="conversation">
        {messages.map((message) => (
          <Line scope={scope} message={message} mayEdit={mayEdit} />
        ))}
      </ol>
      {older && (
        <LinkButton small href={`${href}?messages=${older}`}>
          {t.older}
        </LinkButton>
      )}
    </section>
  )
}

type LineProps = { scope: Scope; message: Message; mayEdit: boolean }

const Line = ({ scope, message, mayEdit }: LineProps) => {
  const { locale, company } = scope
  const t = conversationText(locale)
  const { kind, author, fromName, fromAddress, sentAt, delivery, files, doubt } = message
  const letter = letterOf(locale, message)
  // A picture that stands in the letter need not stand below it as well.
  const apart = files.filter(({ contentId }) => !contentId || !letter?.shown.has(contentId))
  const who = author ?? (fromName || fromAddress || t.kinds[kind])
  const about = [
    author ? t.kinds[kind] : fromName && fromAddress,
    // A note came on no way at all.
    kind !== 'note' && channel.print(message.channel, locale),
    delivery && t.delivery[delivery],
  ]
  return (
    <li class={`message ${kind}`} id={`message-${message.id}`}>
      <header>
        {avatar(who)}
        <strong>{who}</strong>
        <small>{about.filter(Boolean).join(' · ')}</small>
        {doubt && <Pill text={t.mail.doubted} tone="orange" />}
        <time
          datetime={sentAt.toISOString()}
          title={formatMoment(locale, company.timeZone, sentAt)}
        >
          {formatAgo(locale, company.timeZone, sentAt, scope.now())}
        </time>
      </header>
      {doubt && <p class="hint">{t.mail.doubts[doubt]}</p>}
      <Words locale={locale} message={message} html={letter} />
      <MessageFiles locale={locale} files={apart} />
      {mayEdit && kind === 'customer' && (
        <a class="split" href={`/service/messages/${message.id}/split`}>
          {linkingText(locale).split.open}
        </a>
      )}
    </li>
  )
}
