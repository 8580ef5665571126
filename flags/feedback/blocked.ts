import type { Scope } from '../../core/scope.ts'
import { feedbackText } from './messages.ts'

/** The way to say that a page blocks one: on every page of a module that is tried where one works. */
export function blockedLink(
  scope: Scope,
  path: string,
): { href: string; label: string } | undefined {
  const module = path.split('/')[1] ?? ''
  if (!scope.modules.why(module)?.isPilot) return undefined
  const href = `/rollout/feedback/new?page=${encodeURIComponent(path)}`
  return { href, label: feedbackText(scope.locale).blocks }
}
