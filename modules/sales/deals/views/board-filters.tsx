import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Tabs } from '../../../../views/tabs.tsx'
import { type BoardState, boardHref } from '../board-state.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

type Props = { scope: Scope; state: BoardState }

/** Which pipeline, whose deals, and what they are searched for: links and one form. */
export const BoardFilters = ({ scope, state }: Props) => {
  const t = dealsText(scope.locale)
  const { pipelines, pipeline, query, filters } = state
  const owners = [
    { owner: '', label: t.everybodys },
    { owner: 'me', label: t.onlyMine },
  ]
  return (
    <div class="board-bar">
      {pipelines.length > 1 && (
        <Tabs
          label={t.pipeline}
          tabs={pipelines.map((one) => ({
            href: boardHref({ ...state, pipeline: one }),
            label: one.name,
            current: one === pipeline,
          }))}
        />
      )}
      <Tabs
        label={t.list.title}
        tabs={owners.map(({ owner, label }) => ({
          href: boardHref(state, { owner }),
          label,
          current: (filters.owner ?? '') === owner,
        }))}
      />
      <search>
        <form method="get" action={dealKind.href} class="inline-form">
          <input type="hidden" name="view" value="board" />
          {pipeline && pipeline !== pipelines[0] && (
            <input type="hidden" name="pipeline" value={pipeline.name} />
          )}
          {Object.entries(filters).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input
            type="search"
            name="q"
            class="input"
            value={query}
            placeholder={t.list.searchHint}
            aria-label={t.list.searchHint}
          />
          <Button icon="search">{t.search}</Button>
        </form>
      </search>
    </div>
  )
}
