import type { Scope } from '../../../../core/scope.ts'
import { Panel, PanelItem } from '../../../../views/panel.tsx'
import type { ImportantDate } from '../dates.ts'
import { datesText } from '../messages.ts'
import { bySoonest, describeDate, nameOf } from '../words.ts'

type Props = {
  scope: Scope
  /** The record's page. */
  href: string
  dates: readonly ImportantDate[]
  mayEdit: boolean
}

/** Days worth remembering about a record, those that come soonest first. */
export const DatesPanel = ({ scope, href, dates, mayEdit }: Props) => {
  const t = datesText(scope.locale)
  return (
    <Panel
      title={t.title}
      count={dates.length > 0 ? String(dates.length) : undefined}
      add={mayEdit ? { href: `${href}/dates/new`, label: t.add } : undefined}
      empty={t.none}
    >
      {dates.length > 0
        ? bySoonest(scope, dates).map((date) => (
            <PanelItem
              href={mayEdit ? `/contacts/dates/${date.id}/edit` : undefined}
              title={nameOf(scope.locale, date)}
              note={describeDate(scope, date)}
            />
          ))
        : undefined}
    </Panel>
  )
}
