import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

type Props = {
  icon: IconName
  title: string
  /** What to do about it, in a sentence. */
  text: string
  /** The button that does it. */
  action?: Child
}

/** What stands where nothing is yet: it says why, and what to do. */
export const Empty = ({ icon, title, text, action }: Props) => (
  <div class="empty" data-testid="empty">
    <Icon name={icon} size="large" />
    <p class="title">{title}</p>
    <p>{text}</p>
    {action && <div class="actions">{action}</div>}
  </div>
)
