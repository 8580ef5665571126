import type { IconName } from '../../views/icon.tsx'
import { viewText } from '../../views/messages.ts'
import type { TimelineItem } from '../../views/timeline.tsx'
import { formatAgo, formatMoment } from '../i18n/format.ts'
import { coreText } from '../i18n/messages.ts'
import type { TimelineKind } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { tellableKinds } from './kinds.ts'
import { type Entry, readTimeline } from './timeline.ts'

const note = 'core.note'
const pageSize = 30

/** Parts of a timeline that can be looked at alone. */
export const timelineParts = ['activities', 'notes', 'changes', 'files'] as const
export type TimelinePart = (typeof timelineParts)[number]

/** Which part of a timeline is wanted, and behind which entry. */
export type TimelineView = { part?: TimelinePart; before?: string }

/** A page of a timeline; `older` is the last entry when there are more behind it. */
export type ToldTimeline = { items: TimelineItem[]; older: string | undefined } & TimelineView

/**
 * A record's timeline in the reader's words, newest first, ready for views/timeline.tsx: what
 * happened in every module that is on for them, and the notes.
 */
export async function tellTimeline(
  registry: Registry,
  scope: Scope,
  object: string,
  recordId: string,
  view: TimelineView = {},
): Promise<ToldTimeline> {
  const kinds = tellableKinds(registry, scope)
  const wanted = kindsOf(kinds, view.part)
  const entries = await readTimeline(scope, object, recordId, wanted, view.before, pageSize + 1)
  const shown = entries.slice(0, pageSize)
  return {
    ...view,
    items: shown.map((entry) => told(scope, entry, kinds.get(entry.kind))),
    older: entries.length > pageSize ? shown.at(-1)?.id : undefined,
  }
}

function kindsOf(kinds: ReadonlyMap<string, TimelineKind>, part?: TimelinePart): string[] {
  if (part === 'notes') return [note]
  const all = [...kinds.values()]
  if (part === undefined) return [note, ...kinds.keys()]
  return all.filter(({ group = 'changes' }) => group === part).map(({ kind }) => kind)
}

function told(scope: Scope, entry: Entry, kind: TimelineKind | undefined): TimelineItem {
  const { locale, company } = scope
  return {
    icon: kind?.iconOf?.(entry.data) ?? kind?.icon ?? ('note' satisfies IconName),
    who: entry.actorName ?? viewText(locale).productName,
    did: kind ? kind.tell(scope, entry.data) : coreText(locale).wroteNote,
    when: formatAgo(locale, company.timeZone, entry.at, scope.now()),
    at: entry.at,
    exact: formatMoment(locale, company.timeZone, entry.at),
    changes: kind?.changes?.(scope, entry.data),
    text: entry.kind === note ? String(entry.data.body ?? '') : kind?.text?.(entry.data),
    more: kind?.more?.(scope, entry),
  }
}
