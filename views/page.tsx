import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'
import { type Tab, Tabs } from './tabs.tsx'

type Props = {
  t: ViewText['page']
  title: string
  /** A state beside the title, e.g. a pill. */
  note?: Child
  /** The pages above this one, outermost first. */
  trail?: readonly { href: string; label: string }[]
  actions?: Child
  tabs?: readonly Tab[]
}

/** The top bar of a page: where one is, its heading, what one can do. */
export const PageHead = ({ t, title, note, trail = [], actions, tabs }: Props) => (
  <header class="page-head">
    <div class="bar">
      {trail.length > 0 && (
        <nav class="trail" aria-label={t.trail}>
          {trail.map((step) => (
            <>
              <a href={step.href}>{step.label}</a>
              <Icon name="chevron-right" />
            </>
          ))}
        </nav>
      )}
      <h1>{title}</h1>
      {note}
      {actions && <div class="actions">{actions}</div>}
    </div>
    {tabs && <Tabs label={t.tabs} tabs={tabs} />}
  </header>
)

/** The body of a page that is not a list: text width, or the full width. */
export const PageBody = ({ wide, children }: { wide?: boolean; children?: Child }) => (
  <div class={wide ? 'page-body wide' : 'page-body'}>{children}</div>
)
