import { isPicture, pictureHref } from '../../../core/attachments/pictures.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { type ShownHtml, showHtml } from '../mail/cleaning.ts'
import { conversationText } from './messages.ts'
import type { Message } from './reading.ts'

/** Longer mails are shown as text: cleaning them would take longer than the rest of the page. */
const longest = 60_000

/** A customer's mail in its own order, with the pictures that came in it; undefined where there is only text. */
export function letterOf(
  locale: Locale,
  { kind, htmlKept, files }: Message,
): ShownHtml | undefined {
  if (kind !== 'customer' || !htmlKept || htmlKept.length > longest) return undefined
  const byContent = new Map(
    files.filter(isPicture).flatMap(({ id, contentId }) => (contentId ? [[contentId, id]] : [])),
  )
  const addressOf = (contentId: string) => {
    const id = byContent.get(contentId)
    return id && pictureHref(id)
  }
  return showHtml(htmlKept, addressOf, conversationText(locale).mail.picture)
}
