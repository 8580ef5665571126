import { raw } from 'hono/utils/html'
import { type IconName, icon } from './icon.tsx'
import { escapeText, joined, type Markup, markup, type Printable } from './markup.ts'
import type { ViewText } from './messages.ts'

export type Change = { label: string; before: string; after: string }

export type TimelineItem = {
  icon: IconName
  who: string
  /** What they did, without the name: 写了一条备注. */
  did: Printable
  /** When, as people read it, with the exact moment for machines and on hover. */
  when: string
  at: Date
  exact: string
  /** Fields that changed. */
  changes?: readonly Change[]
  /** A note or a text that was written; line breaks are kept. */
  text?: string
  /** Anything else below, e.g. actions. */
  more?: Markup
}

export type TimelineGroup = { label?: string; items: readonly TimelineItem[] }

type Props = { t: ViewText['timeline']; groups: readonly TimelineGroup[] }

/** What happened, newest first, in groups such as days. Drawn by the fast renderer. */
export const Timeline = ({ t, groups }: Props): Markup =>
  joined(
    groups.map(
      (group) =>
        markup`${group.label && markup`<h3 class="timeline-day">${group.label}</h3>`}<ol class="timeline">${joined(group.items.map((item) => event(t, item)))}</ol>`,
    ),
  )

const event = (t: ViewText['timeline'], item: TimelineItem): Markup =>
  markup`<li data-testid="event"><span class="timeline-icon">${icon(item.icon)}</span><p><strong>${item.who}</strong> ${item.did}</p><time datetime="${item.at.toISOString()}" title="${item.exact}">${item.when}</time>${item.changes && changeList(t, item.changes)}${item.text && quoted(item.text)}${item.more}</li>`

/** Written by people: htmx must find nothing to obey in it, whatever it says. */
const quoted = (text: string): Markup =>
  markup`<div class="quoted" dir="auto" hx-ignore>${text}</div>`

const changeList = (t: ViewText['timeline'], changes: readonly Change[]): Markup => {
  const nothing = `<i class="nothing">${escapeText(t.nothing)}</i>`
  const side = (tag: 'del' | 'ins', text: string) =>
    text === '' ? nothing : `<${tag}>${escapeText(text)}</${tag}>`
  return raw(
    `<dl class="changes">${changes
      .map(
        ({ label, before, after }) =>
          `<div><dt>${escapeText(label)}</dt><dd>${side('del', before)} ${icon('arrow-right')} ${side('ins', after)}</dd></div>`,
      )
      .join('')}</dl>`,
  )
}
