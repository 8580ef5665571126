import type { Child } from 'hono/jsx'
import type { ViewText } from './messages.ts'

type Props = {
  t: ViewText['progress']
  /** What is being done: 导入 客户.csv. */
  label: string
  /** Between 0 and 1; unknown when left out. */
  share?: number
  /** What is left or done, in words: 3,200 / 12,000 行. */
  note?: string
  /** The address of this very fragment, asked again every second; left out once it is done. */
  pollHref?: string
  /** Cancel, or what to do next. */
  actions?: Child
}

/**
 * Long work: a bar, what is left, a way to cancel. It refreshes itself while pollHref is given;
 * without scripts its label is a link that does the same by hand.
 */
export const Progress = ({ t, label, share, note, pollHref, actions }: Props) => {
  const percent = share === undefined ? undefined : Math.floor(share * 100)
  const words = percent === undefined ? t.working : t.percent(String(percent))
  return (
    <div id="progress" class="progress-box" data-testid="progress">
      <p>
        {pollHref ? (
          <a href={pollHref} hx-get={pollHref} hx-trigger="click, every 1s" hx-target="#progress">
            {label}
          </a>
        ) : (
          label
        )}
        <span>{words}</span>
      </p>
      <progress class="progress" max="100" value={percent} aria-label={label}>
        {words}
      </progress>
      {note && <p class="hint">{note}</p>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  )
}
