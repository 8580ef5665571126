import type { ListView } from '../../../views/list-bar.tsx'
import { conditionsText } from '../../conditions/messages.ts'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Scope } from '../../scope.ts'
import { addressOf, wholeList } from '../choosing.ts'
import { combinedOf } from '../combined.ts'
import { listsText } from '../messages.ts'
import type { Opened } from '../opening.ts'
import { type Filters, hrefOf, paramsOf } from '../state.ts'
import { stated } from '../state-of.ts'
import { isChanged, isPartlyGone, stateIn } from '../view-state.ts'

/** So many saved views stand above a list; the others are in its menu. */
const mostTabs = 6

/** The ready-made looks at a list, each keeping search and sort, and behind them the saved views. */
export function listTabs(scope: Scope, kind: RecordKind, opened: Opened): ListView[] {
  const { state, chosen } = opened
  const t = kind.text(scope.locale)
  const { archived } = recordText(scope.locale).pages
  const looks: { label: string; filters: Filters }[] = [
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
  const list = stated(kind)
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
  if (view && isPartlyGone(scope, stated(kind), view)) return t.partlyGone
  const { isUnknown, faults } = combinedOf(scope, kind, state.filters)
  const { leftOut, unknown } = conditionsText(scope.locale)
  if (isUnknown) return unknown
  return faults.length > 0 ? [leftOut, ...new Set(faults)].join(' ') : undefined
}
