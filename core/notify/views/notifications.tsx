import { Button, LinkButton } from '../../../views/button.tsx'
import { Empty } from '../../../views/empty.tsx'
import { icon } from '../../../views/icon.tsx'
import { joined, type Markup, markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { type NotifyText, notifyText } from '../messages.ts'
import type { Notice, Notices } from '../reading.ts'

type Props = { locale: Locale; notices: Notices; first: boolean }

/** What somebody was told, newest first. Its first page fetches itself anew when there is more. */
export const NotificationsPage = ({ locale, notices: { rows, next }, first }: Props) => {
  const t = notifyText(locale)
  const anyUnread = rows.some(({ unread }) => unread)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody>
        <section
          id="notices"
          hx-get={first ? '/notifications' : undefined}
          hx-trigger={first ? 'notified from:#bell' : undefined}
          hx-swap={first ? 'outerHTML' : undefined}
        >
          {anyUnread && (
            <form method="post" action="/notifications/read" class="notices-all">
              <Button small icon="checkbox">
                {t.readAll}
              </Button>
            </form>
          )}
          {rows.length === 0 ? (
            <Empty icon="bell" title={t.emptyTitle} text={t.emptyText} />
          ) : (
            <ol class="notices">{joined(rows.map((row) => item(t, row)))}</ol>
          )}
          {next && (
            <LinkButton small href={`/notifications?before=${next}`}>
              {t.older}
            </LinkButton>
          )}
        </section>
      </PageBody>
    </>
  )
}

const item = (t: NotifyText, notice: Notice): Markup => markup`
  <li class="${notice.unread ? 'notice fresh' : 'notice'}" data-testid="notice">
    <span class="timeline-icon">${icon(notice.icon)}</span>
    <div>
      <p>${notice.unread && markup`<span class="sr-only">${t.unread} </span>`}${notice.who && markup`<strong>${notice.who}</strong> `}${whatHappened(t, notice)}</p>
      ${notice.text && markup`<p class="notice-text" dir="auto" hx-ignore>${notice.text}</p>`}
      <time datetime="${notice.at.toISOString()}" title="${notice.exact}">${notice.when}</time>
    </div>
    ${notice.unread && markup`<form method="post" action="/notifications/${notice.id}/read"><button type="submit" class="ghost-icon" aria-label="${t.read}" title="${t.read}">${icon('check')}</button></form>`}
  </li>`

/** The sentence, and what it is about, as a way there; opening it is reading it. */
function whatHappened(t: NotifyText, notice: Notice): Markup {
  const { subject, href, did } = notice
  if (subject === null) return markup`${did} <i class="nothing">${t.hidden}</i>`
  if (subject) return markup`${did} ${wayTo(notice, subject.href, subject.name)}`
  return href ? wayTo(notice, href, did) : markup`${did}`
}

const wayTo = ({ id, unread }: Notice, href: string, words: string): Markup =>
  unread
    ? markup`<button type="submit" class="notice-way" form="open-${id}">${words}</button><form id="open-${id}" method="post" action="/notifications/${id}/open" hidden></form>`
    : markup`<a class="notice-way" href="${href}">${words}</a>`
