import { icon } from './icon.tsx'
import { type Markup, markup } from './markup.ts'
import type { ViewText } from './messages.ts'

type Text = ViewText['shell']

/** The way to the notifications, with how many wait; this alone is sent when there are more. */
export const bellLink = (t: Text, count: number): Markup => markup`
  <a class="ghost-icon" href="/notifications" title="${t.notifications}">
    ${icon('bell')}
    <span class="sr-only">${t.notifications}</span>
    ${count > 0 && markup`<span class="bell-count" data-testid="unread">${count > 99 ? '99+' : count}<span class="sr-only"> ${t.unread}</span></span>`}
  </a>`

/** The bell of the shell. It listens for as long as its tab is in sight; without scripts it stands still. */
export const bell = (t: Text, count: number): Markup => markup`
  <div id="bell" aria-live="polite" hx-sse:connect="/notifications/stream?shown=${count}" hx-sse:close="over" hx-swap="innerHTML">${bellLink(t, count)}</div>`
