import type { Locale } from '../../../core/i18n/locale.ts'
import { labelled } from '../../../core/i18n/punctuation.ts'
import { printDate } from '../../../core/values/date.ts'
import { Button } from '../../../views/button.tsx'
import { Icon } from '../../../views/icon.tsx'
import { Pill } from '../../../views/pill.tsx'
import { planText } from '../messages.ts'
import type { ItemOutlook } from '../slip.ts'
import { saySlip, titleOf } from '../wording.ts'
import type { WorkItem } from '../work-items.ts'

type Props = {
  locale: Locale
  work: readonly WorkItem[]
  outlook: ReadonlyMap<string, ItemOutlook>
  /** Where marking leads back to. */
  back: string
  mayMark: boolean
}

/** Pieces of work by day: what, whose, by when, how late; each can be marked as done. */
export const WorkList = ({ work, ...shared }: Props) => {
  const t = planText(shared.locale)
  if (work.length === 0) return <p class="card-note">{t.noWork}</p>
  return (
    <ul class="work-list">
      {work.map((item) => (
        <Line item={item} {...shared} />
      ))}
    </ul>
  )
}

const Line = ({ item, ...props }: Omit<Props, 'work'> & { item: WorkItem }) => {
  const { locale } = props
  const t = planText(locale)
  const title = titleOf(locale, item)
  const state = item.dropped ? 'dropped' : item.doneOn ? 'done' : 'open'
  return (
    <li class={state} data-testid="row">
      <MarkButton item={item} {...props} />
      <span class="work-title">
        <a href={`/rollout/plan/items/${item.id}`}>{title}</a>
        {item.note && <small>{item.note}</small>}
        {state === 'open' && <Blocked item={item} {...props} />}
      </span>
      <span class="work-facts">
        {item.origin !== 'template' && <Pill text={t.origins[item.origin]} tone="violet" />}
        {item.files > 0 && (
          <span>
            <Icon name="paperclip" /> {t.files(String(item.files))}
          </span>
        )}
        <span>{item.owner ?? t.nobody}</span>
        <Due item={item} {...props} />
      </span>
    </li>
  )
}

const Blocked = ({ item, locale }: LineProps) => {
  if (item.blockedBy.length === 0) return null
  const names = item.blockedBy.map((before) => titleOf(locale, before))
  const list = new Intl.ListFormat(locale).format(names)
  return <small class="late">{planText(locale).blocked(list)}</small>
}

type LineProps = Omit<Props, 'work'> & { item: WorkItem }

const Due = ({ item, locale, outlook }: LineProps) => {
  const t = planText(locale)
  if (item.dropped) return <span>{t.dropped}</span>
  if (item.doneOn) return <span>{t.doneOn(printDate(item.doneOn, locale))}</span>
  const slip = outlook.get(item.id)?.slip ?? 0
  return (
    <span>
      {t.dueOn(printDate(item.dueOn, locale))}
      {slip > 0 && <strong class="late">{saySlip(locale, slip)}</strong>}
    </span>
  )
}

/** A round box that a form stands behind, so that it works without scripts. */
const MarkButton = ({ item, locale, back, mayMark }: LineProps) => {
  const t = planText(locale)
  const done = item.doneOn !== null
  if (!mayMark)
    return <Icon name={done ? 'circle-check' : item.dropped ? 'circle-x' : 'circle-dashed'} />
  const open = item.dropped || done
  const label = labelled(locale, open ? t.reopen : t.markDone, titleOf(locale, item))
  return (
    <form method="post" action={`/rollout/plan/items/${item.id}/mark`}>
      <input type="hidden" name="mark" value={open ? 'open' : 'done'} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" class="ghost-icon" aria-label={label} title={label}>
        <Icon name={done ? 'circle-check' : item.dropped ? 'circle-x' : 'circle'} />
      </button>
    </form>
  )
}

/** Dropping work, or taking it up again, from the page of it. */
export const DropForm = ({ locale, item }: { locale: Locale; item: WorkItem }) => {
  const t = planText(locale)
  const open = item.dropped || item.doneOn !== null
  return (
    <form method="post" action={`/rollout/plan/items/${item.id}/mark`}>
      <input type="hidden" name="mark" value={open ? 'open' : 'dropped'} />
      <input type="hidden" name="back" value={`/rollout/plan?stage=${item.stage}`} />
      <Button>{open ? t.reopen : t.drop}</Button>
    </form>
  )
}
