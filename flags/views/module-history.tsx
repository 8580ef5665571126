import { formatAgo, formatMoment } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { IconName } from '../../views/icon.tsx'
import { type Markup, markup } from '../../views/markup.ts'
import { viewText } from '../../views/messages.ts'
import { Timeline } from '../../views/timeline.tsx'
import type { Change } from '../history.ts'
import { matrixText } from '../matrix/messages.ts'
import { flagsText } from '../messages.ts'
import type { Directory } from '../names.ts'
import type { Action } from '../schema.ts'
import { saySubjects } from '../words.ts'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  changes: readonly Change[]
  directory: Directory
}

/** What was changed about a module, newest first. */
export const ModuleHistory = ({ locale, timeZone, now, changes, directory }: Props) => {
  const t = flagsText(locale)
  if (changes.length === 0) return <p class="hint">{t.history.none}</p>
  const items = changes.map((change) => ({
    icon: icons[change.action],
    who: directory.person(change.by) ?? t.preview.operator,
    did: sayChange(locale, change, directory),
    when: formatAgo(locale, timeZone, change.at, now),
    at: change.at,
    exact: formatMoment(locale, timeZone, change.at),
    text: change.reason,
    more: sayHow(locale, change, directory),
  }))
  return <Timeline t={viewText(locale).timeline} groups={[{ items }]} />
}

/** How it was decided: under which strictness, by which second person, at which gate. */
function sayHow(locale: Locale, change: Change, directory: Directory): Markup | undefined {
  const { strictness, gate } = change
  if (!strictness) return undefined
  const t = matrixText(locale)
  const second = directory.person(change.secondBy)
  const said = [t.asks.by(t.strictness.names[strictness]), second && t.asks.confirmedBy(second)]
  const link = gate && markup` <a href="/rollout/gates/${gate}">${t.asks.gatePassed(gate)}</a>`
  return markup`<p class="hint">${said.filter(Boolean).join(' ')}${link}</p>`
}

const icons: Record<Action, IconName> = {
  opened: 'toggle-right',
  closed: 'toggle-left',
  set: 'toggle-right',
  killed: 'ban',
  frozen: 'ban',
  thawed: 'player-play',
  explained: 'pencil',
  revived: 'player-play',
  undone: 'arrow-back-up',
}

/** What somebody did, to stand behind their name: "opened it for the department Sales". */
export function sayChange(locale: Locale, change: Change, directory: Directory): string {
  const t = flagsText(locale).history
  const subjects = saySubjects(locale, change.after.audiences, directory)
  const place = change.department ? directory.department(change.department) : t.wholeCompany
  switch (change.action) {
    case 'opened':
      return t.opened(subjects)
    case 'set':
      return t.set(place, t.states[change.state ?? 'off'])
    case 'frozen':
    case 'thawed':
      return t[change.action](place)
    case 'undone':
      return subjects ? t.undone(subjects) : t.undoneClosed
    default:
      return t[change.action]
  }
}
