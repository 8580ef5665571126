import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import { type Printable, print } from './markup.ts'

type Props = {
  title: string
  count?: string
  /** The sign beside the title that leads to adding to it, or to changing it. */
  add?: { href: string; label: string; icon?: IconName }
  /** Words for when nothing is in it. */
  empty?: string
  tour?: string
  children?: Child
}

/** Related records beside a record, as the modules contribute them. */
export const Panel = ({ title, count, add, empty, tour, children }: Props) => (
  <section class="panel" data-tour={tour}>
    <header>
      <h2>
        {title}
        {count && <span class="count">{count}</span>}
      </h2>
      {add && (
        <a class="ghost-icon" href={add.href} aria-label={add.label} title={add.label}>
          <Icon name={add.icon ?? 'plus'} />
        </a>
      )}
    </header>
    {/* Several pieces may all be nothing. */}
    {print(children as Printable) === '' ? empty && <p class="hint">{empty}</p> : children}
  </section>
)

type ItemProps = { href?: string; title: string; note?: string; aside?: Child }

/** One related record in a panel: a small card that leads there, if it leads anywhere. */
export const PanelItem = ({ href, title, note, aside }: ItemProps) => {
  const inner = (
    <>
      <span class="title">{title}</span>
      {aside}
      {note && <span class="note">{note}</span>}
    </>
  )
  return href ? (
    <a class="panel-item" href={href}>
      {inner}
    </a>
  ) : (
    <div class="panel-item">{inner}</div>
  )
}
