import { FilterForm } from '../../../views/list-menus.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Directory } from '../../access/directory.ts'
import { conditionsText } from '../../conditions/messages.ts'
import type { Suggestions } from '../../fields/suggestions.ts'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'
import { hrefOf, type ListState, paramsOf } from '../state.ts'
import { FilterFields } from './filters.tsx'

type Props = {
  scope: Scope
  kind: RecordKind
  state: ListState
  directory: Directory
  suggestions: Suggestions
  tags: readonly string[]
}

/** The filter of a list: a page of its own, and with scripts a menu above the list. */
export const FilterPage = ({ scope, kind, state, ...known }: Props) => {
  const view = viewText(scope.locale)
  const { where } = state.filters
  return (
    <>
      <PageHead
        t={view.page}
        title={view.list.filter}
        trail={[{ href: hrefOf(kind.href, state), label: kind.text(scope.locale).title }]}
      />
      <PageBody>
        <FilterForm
          t={view.list}
          action={kind.href}
          params={paramsOf(state, { filters: where ? { where } : {} })}
          clearHref={hrefOf(kind.href, state, { filters: {} })}
        >
          <FilterFields scope={scope} kind={kind} filters={state.filters} {...known} />
          <a class="clear" href={hrefOf(`${kind.href}/conditions`, state)}>
            {conditionsText(scope.locale).builder.open}
          </a>
        </FilterForm>
      </PageBody>
    </>
  )
}
