import { may } from '../../../core/access/person.ts'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Empty } from '../../../views/empty.tsx'
import type { RecordKind } from '../kinds.ts'
import type { ListFrame } from '../lists/frame.ts'
import { type ListState, paramsOf, usualSort } from '../lists/state.ts'
import { contactsText } from '../messages.ts'

type Props = {
  scope: Scope
  kind: RecordKind
  state: ListState
  /** The columns the person chose for the list; an export offers them first. */
  frame?: Pick<ListFrame, 'columns'>
  empty?: boolean
}

/** What can be done with the list as a whole, as far as this person may. */
export function Actions({ scope, kind, state, frame, empty }: Props) {
  const t = contactsText(scope.locale)
  const files = kind.list === 'people' ? 'contacts' : kind.list
  const writes = scope.modules.state('contacts') === 'write'
  const has = (right: string) => may(scope.user, `contacts.${kind.list}.${right}`)
  const params = new URLSearchParams(paramsOf(state, { sort: usualSort, view: '', columns: null }))
  const columns = state.columns ?? frame?.columns
  if (columns) params.set('columns', ['name', ...columns].join(','))
  const query = params.toString()
  return (
    <>
      {!empty && has('export') && (
        <LinkButton href={`/export/${files}${query && `?${query}`}`} icon="download">
          {t.export}
        </LinkButton>
      )}
      {writes && has('import') && (
        <LinkButton href={`/admin/import?kind=${files}`} icon="upload" tour={`import-${files}`}>
          {t.import}
        </LinkButton>
      )}
      {writes && has('edit') && (
        <LinkButton kind="primary" href={`${kind.href}/new`} icon="plus" tour={`new-${files}`}>
          {t[kind.list].add}
        </LinkButton>
      )}
    </>
  )
}

/** Says why there is no row, and what to do: nothing fits, or nothing is there yet. */
export function Nothing(props: Props) {
  const { scope, kind, state } = props
  const t = contactsText(scope.locale)
  if (state.query || state.cursor || Object.keys(state.filters).length > 0)
    return (
      <Empty
        icon="search"
        title={t.nothingFits}
        text={t.nothingFitsText}
        action={<LinkButton href={kind.href}>{t.showAll}</LinkButton>}
      />
    )
  return (
    <Empty
      icon={kind.list === 'accounts' ? 'building' : 'users'}
      title={t[kind.list].emptyTitle}
      text={t[kind.list].emptyText}
      action={<Actions {...props} empty />}
    />
  )
}
