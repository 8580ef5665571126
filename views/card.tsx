import type { Child } from 'hono/jsx'

type Props = {
  title?: string
  /** Stands at the end of the title's line. */
  actions?: Child
  /** The content draws its own padding, as a table does. */
  flush?: boolean
  testId?: string
  tour?: string
  children?: Child
}

/** A box with a hairline around it. */
export const Card = ({ title, actions, flush, testId, tour, children }: Props) => (
  <section class="card" data-testid={testId} data-tour={tour}>
    {(title || actions) && (
      <header>
        {title && <h2>{title}</h2>}
        {actions && <div class="actions">{actions}</div>}
      </header>
    )}
    <div class={flush ? 'card-flush' : 'card-body'}>{children}</div>
  </section>
)
