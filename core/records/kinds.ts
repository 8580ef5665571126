import { fileTimeline } from '../attachments/told.ts'
import type { TimelineKind } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/**
 * The kinds of timeline entries that can be told to this person, with the words for each: those of
 * the modules that are on for them, and of files. Entries of the others stay where they are, unread.
 */
export function tellableKinds(registry: Registry, scope: Scope): Map<string, TimelineKind> {
  const kinds = registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap((module) => module.timeline ?? [])
  return new Map([...fileTimeline, ...kinds].map((one) => [one.kind, one]))
}
