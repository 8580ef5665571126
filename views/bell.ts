import { icon } from './icon.tsx'
import { type Markup, markup } from './markup.ts'
import type { ViewText } from './messages.ts'

type Text = ViewText['shell']

/** The way to the notifications, with how many wait; this alone is sent when there are more. */
export const bellLink = (t: Text, count: number): Markup => markup`
  <a class="ghost-icon" href="/notifications" aria-label="${count > 0 ? t.unread(said(count)) : t.notifications}">
    ${icon('bell')}
    ${count > 0 && markup`<span class="bell-count" data-testid="unread">${said(count)}</span>`}
  </a>`

const said = (count: number): string => (count > 99 ? '99+' : String(count))

/**
 * The bell of the shell. It hears of more while its tab is in sight (client/bell.ts); without scripts it stands still.
 * @param userId whose it is: tabs that somebody else left open are told nothing
 */
export const bell = (t: Text, count: number, userId: string): Markup => markup`
  <div id="bell" aria-live="polite" data-count="${count}" data-stream="/notifications/stream?for=${userId}">${bellLink(t, count)}</div>`
