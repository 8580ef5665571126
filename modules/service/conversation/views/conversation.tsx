import { printSize } from '../../../../core/attachments/size.ts'
import { formatAgo, formatMoment } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { avatar } from '../../../../views/avatar.tsx'
import { LinkButton } from '../../../../views/button.tsx'
import { Icon } from '../../../../views/icon.tsx'
import { markdown } from '../../../../views/markdown.ts'
import { linkingText } from '../../linking/messages.ts'
import { channel } from '../../tickets/choices.ts'
import { conversationText } from '../messages.ts'
import type { Message } from '../reading.ts'

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
  const { kind, author, fromName, fromAddress, sentAt, delivery, files } = message
  const who = author ?? (fromName || fromAddress || t.kinds[kind])
  const about = [
    author ? t.kinds[kind] : fromName && fromAddress,
    channel.print(message.channel, locale),
    delivery && t.delivery[delivery],
  ]
  return (
    <li class={`said ${kind}`} id={`message-${message.id}`}>
      <header>
        {avatar(who)}
        <strong>{who}</strong>
        <small>{about.filter(Boolean).join(' · ')}</small>
        <time
          datetime={sentAt.toISOString()}
          title={formatMoment(locale, company.timeZone, sentAt)}
        >
          {formatAgo(locale, company.timeZone, sentAt, scope.now())}
        </time>
      </header>
      <Words message={message} />
      {files.length > 0 && (
        <ul class="files">
          {files.map(({ id, fileName, bytes }) => (
            <li>
              <a href={`/files/${id}`} download>
                <Icon name="paperclip" />
                <span>{fileName}</span>
              </a>
              <small>{printSize(locale, bytes)}</small>
            </li>
          ))}
        </ul>
      )}
      {mayEdit && kind === 'customer' && (
        <a class="split" href={`/service/messages/${message.id}/split`}>
          {linkingText(locale).split.open}
        </a>
      )}
    </li>
  )
}

/** Written by people: htmx must find nothing to obey in it. What customers wrote is no Markdown. */
const Words = ({ message: { kind, text } }: { message: Message }) =>
  kind === 'customer' ? (
    <div class="words plain" dir="auto" hx-ignore>
      {text}
    </div>
  ) : (
    <div class="words prose" dir="auto" hx-ignore>
      {markdown(text)}
    </div>
  )
