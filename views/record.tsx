import type { Child } from 'hono/jsx'
import { avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'

type Props = {
  /** Who or what it is, its fields. */
  summary: Child
  /** The timeline, or the current tab. */
  main: Child
  /** Related records. */
  panels?: Child
}

/** A record page: what it is, what happened, what belongs to it; one column on phones. */
export const Record = ({ summary, main, panels }: Props) => (
  <div class="record">
    <div class="record-summary">{summary}</div>
    <div class="record-main">{main}</div>
    {panels && <div class="record-panels">{panels}</div>}
  </div>
)

type HeadProps = {
  name: string
  /** It is a firm's name, not a person's. */
  firm?: boolean
  note?: Child
  /** Small buttons: call, write, plan. */
  actions?: Child
}

/** The name of the record at the top of its summary. */
export const RecordHead = ({ name, firm, note, actions }: HeadProps) => (
  <header class="record-head">
    {avatar(name, 'large', firm)}
    <div>
      <h2>{name}</h2>
      {note && <p>{note}</p>}
    </div>
    {actions && <div class="actions">{actions}</div>}
  </header>
)

type StepsProps = { t: ViewText['record']; previousHref?: string; nextHref?: string }

/** The way to the records beside this one in the list it was opened from. */
export const RecordSteps = ({ t, previousHref, nextHref }: StepsProps) => (
  <span class="record-steps">
    <a
      class="ghost-icon"
      href={previousHref}
      aria-disabled={previousHref ? undefined : 'true'}
      data-key="k"
    >
      <Icon name="arrow-up" />
      <span class="sr-only">{t.previous}</span>
    </a>
    <a
      class="ghost-icon"
      href={nextHref}
      aria-disabled={nextHref ? undefined : 'true'}
      data-key="j"
    >
      <Icon name="arrow-down" />
      <span class="sr-only">{t.next}</span>
    </a>
  </span>
)
