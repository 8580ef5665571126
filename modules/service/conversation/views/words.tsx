import { raw } from 'hono/utils/html'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { markdown } from '../../../../views/markdown.ts'
import type { ShownHtml } from '../../mail/cleaning.ts'
import { conversationText } from '../messages.ts'
import type { Message } from '../reading.ts'

type Props = { locale: Locale; message: Message; html: ShownHtml | undefined }

/**
 * Written by people: htmx must find nothing to obey in it. What customers wrote is no Markdown; a mail
 * of theirs keeps its order, and its text alone stands below.
 */
export const Words = ({ locale, message: { kind, text }, html }: Props) => {
  const t = conversationText(locale).mail
  if (kind !== 'customer')
    return (
      <div class="words prose" dir="auto" hx-ignore>
        {markdown(text)}
      </div>
    )
  const plain = (
    <div class="words plain" dir="auto" hx-ignore>
      {text}
    </div>
  )
  if (!html) return plain
  return (
    <>
      <div class="words prose letter" dir="auto" hx-ignore data-testid="letter">
        {raw(html.html)}
      </div>
      {html.left > 0 && <p class="hint">{t.picturesLeft(html.left)}</p>}
      <details class="as-text">
        <summary>{t.asText}</summary>
        {plain}
      </details>
    </>
  )
}
