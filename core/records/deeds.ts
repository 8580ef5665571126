import { type ChangedFields, sayChanges } from '../fields/changes.ts'
import { formatDay } from '../i18n/format.ts'
import type { NotificationKind, TimelineKind } from '../module.ts'
import type { Scope } from '../scope.ts'
import { printDate } from '../values/date.ts'
import type { RecordKind } from './kind.ts'
import { recordText } from './messages.ts'

type Data = Record<string, unknown>

const deeds = (scope: Scope) => recordText(scope.locale).pages.deeds

/**
 * The fields that a change touched, of whichever kind its record is: `story` of the kinds of a module
 * (kind.ts) tells them apart by `of`, which one of them may leave out.
 */
export const changesOf =
  (kinds: readonly RecordKind[]): NonNullable<TimelineKind['changes']> =>
  (scope, data) => {
    const kind = kinds.find(({ story }) => story?.of === data.of)
    if (!kind) return []
    const fields = [...kind.fields, ...scope.own.all(kind.object)]
    return sayChanges(fields, (data.changed ?? {}) as ChangedFields, scope.locale)
  }

/** Names of colleagues and departments before and after, as they were at the time. */
function assigned(scope: Scope, data: Data): string {
  const [, owner] = data.owner as [string | null, string | null]
  const [, department] = data.department as [string | null, string | null]
  return owner ? deeds(scope).assigned(owner) : deeds(scope).released(department ?? '')
}

/** An imported record tells whose it was and since when, as its file said. */
function imported(scope: Scope, { originally }: Data): string {
  const { imported: brought, originallyBy } = deeds(scope)
  const { by, at, zone } = (originally ?? {}) as { by?: string; at?: string; zone?: string }
  if (!by && !at) return brought
  const day = at && zone && printDate(formatDay(zone, new Date(at)), scope.locale)
  return originallyBy(by, day || undefined)
}

function changed(scope: Scope, data: Data): string {
  if (data.undone) return deeds(scope).undoneByImport
  return data.imported ? deeds(scope).updatedByImport : deeds(scope).changed
}

/**
 * How what is done to the records of a module reads in their timelines.
 * @param changes the fields that a change touched; see `changesOf`
 * @param tellChanged what a change is called where it is more than one of fields
 */
export const recordTimeline = <Id extends string>(
  id: Id,
  changes: NonNullable<TimelineKind['changes']>,
  tellChanged: (scope: Scope, data: Data) => string | undefined = () => undefined,
): readonly TimelineKind<Id>[] => [
  { kind: `${id}.created`, icon: 'plus', tell: (scope) => deeds(scope).created },
  { kind: `${id}.imported`, icon: 'file-import', tell: imported },
  {
    kind: `${id}.changed`,
    icon: 'pencil',
    tell: (scope, data) => tellChanged(scope, data) ?? changed(scope, data),
    changes,
  },
  {
    kind: `${id}.archived`,
    icon: 'archive',
    tell: (scope, data) => (data.undone ? deeds(scope).removedByUndo : deeds(scope).archived),
  },
  { kind: `${id}.restored`, icon: 'archive-restore', tell: (scope) => deeds(scope).restored },
  { kind: `${id}.assigned`, icon: 'user-share', tell: assigned },
  {
    kind: `${id}.shared`,
    icon: 'users',
    tell: (scope, { name }) => deeds(scope).shared(String(name ?? '')),
  },
  {
    kind: `${id}.unshared`,
    icon: 'users',
    tell: (scope, { name }) => deeds(scope).unshared(String(name ?? '')),
  },
]

/** What people are told of about the records of a module: who calls them in a note, who shares one. */
export const recordNotices = <Id extends string>(id: Id): readonly NotificationKind<Id>[] => [
  {
    kind: `${id}.mentioned`,
    icon: 'at',
    tell: ({ locale }) => recordText(locale).pages.notices.mentioned,
    text: ({ text }) => String(text ?? ''),
  },
  {
    kind: `${id}.shared`,
    icon: 'users',
    tell: ({ locale }) => recordText(locale).pages.notices.shared,
  },
]
