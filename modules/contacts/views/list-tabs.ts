import { conditionsText } from '../../../core/conditions/messages.ts'
import { addressOf, wholeList } from '../../../core/lists/choosing.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { isChanged, isPartlyGone, stateIn } from '../../../core/lists/view-state.ts'
import type { Scope } from '../../../core/scope.ts'
import type { ListView } from '../../../views/list-bar.tsx'
import type { RecordKind } from '../kinds.ts'
import { combinedOf } from '../lists/combined.ts'
import { listedOf } from '../lists/listed.ts'
import type { Opened } from '../lists/opening.ts'
import { hrefOf, paramsOf } from '../lists/state.ts'
import { contactsText } from '../messages.ts'

/** So many saved views stand above a list; the others are in its menu. */
const mostTabs = 6

/** The ready-made looks at a list, each keeping search and sort, and behind them the saved views. */
export function listTabs(scope: Scope, kind: RecordKind, opened: Opened): ListView[] {
  const { state, chosen } = opened
  const t = contactsText(scope.locale)[kind.list]
  const { archived } = contactsText(scope.locale)
  const looks = [
    { label: t.all, filters: {} },
    { label: t.mine, filters: { owner: 'me' } },
    { label: t.unowned, filters: { owner: 'none' } },
    { label: archived, filters: { archived: '1' } },
  ]
  const view = chosen.opensView ? wholeList : ''
  const ready = looks.map(({ label, filters }) => ({
    label,
    href: hrefOf(kind.href, state, { filters, view, columns: null }),
    current: !chosen.view && JSON.stringify(filters) === JSON.stringify(state.filters),
  }))
  return [...ready, ...savedTabs(scope, kind, opened)]
}

function savedTabs(scope: Scope, kind: RecordKind, { state, chosen }: Opened): ListView[] {
  const t = listsText(scope.locale).views
  const list = listedOf(kind)
  const now = chosen.view && stateIn(scope, list, new URLSearchParams(paramsOf(state)))
  const shown = chosen.views.filter((view, at) => at < mostTabs || view === chosen.view)
  return shown.map((view) => {
    const current = view === chosen.view
    const changed = current && now && isChanged(scope, list, view, now)
    return {
      label: view.name,
      href: `${kind.href}?${addressOf(view)}`,
      current,
      mark: changed ? t.changedMark : undefined,
    }
  })
}

/** What is to be said about the view and the filter that were asked for, if anything. */
export function viewNotice(
  scope: Scope,
  kind: RecordKind,
  { state, chosen }: Opened,
): string | undefined {
  const t = listsText(scope.locale).views
  if (chosen.gone) return t.gone
  const { view } = chosen
  if (view && isPartlyGone(scope, listedOf(kind), view)) return t.partlyGone
  const { isUnknown, faults } = combinedOf(scope, kind, state.filters)
  const { leftOut, unknown } = conditionsText(scope.locale)
  if (isUnknown) return unknown
  return faults.length > 0 ? [leftOut, ...new Set(faults)].join(' ') : undefined
}
