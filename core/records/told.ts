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

/**
 * A record's timeline in the reader's words, newest first, ready for views/timeline.tsx: what
 * happened in every module that is on for them, and the notes.
 */
export async function tellTimeline(
  registry: Registry,
  scope: Scope,
  object: string,
  recordId: string,
): Promise<TimelineItem[]> {
  const kinds = tellableKinds(registry, scope)
  const entries = await readTimeline(scope, object, recordId, [note, ...kinds.keys()])
  return entries.map((entry) => told(scope, entry, kinds.get(entry.kind)))
}

function told(scope: Scope, entry: Entry, kind: TimelineKind | undefined): TimelineItem {
  const { locale, company } = scope
  return {
    icon: kind?.icon ?? ('note' satisfies IconName),
    who: entry.actorName ?? viewText(locale).productName,
    did: kind ? kind.tell(scope, entry.data) : coreText(locale).wroteNote,
    when: formatAgo(locale, company.timeZone, entry.at, scope.now()),
    at: entry.at,
    exact: formatMoment(locale, company.timeZone, entry.at),
    changes: kind?.changes?.(scope, entry.data),
    text: entry.kind === note ? String(entry.data.body ?? '') : undefined,
  }
}
