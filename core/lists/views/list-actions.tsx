import { LinkButton } from '../../../views/button.tsx'
import { Empty } from '../../../views/empty.tsx'
import { may } from '../../access/person.ts'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'
import type { ListFrame } from '../frame.ts'
import { listsText } from '../messages.ts'
import { type ListState, paramsOf, usualSort } from '../state.ts'

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
  const t = listsText(scope.locale)
  const { files } = kind
  const writes = scope.modules.state(kind.module) === 'write'
  const params = new URLSearchParams(paramsOf(state, { sort: usualSort, view: '', columns: null }))
  const columns = state.columns ?? frame?.columns
  if (columns) params.set('columns', ['name', ...columns].join(','))
  const query = params.toString()
  return (
    <>
      {!empty && files && may(scope.user, files.export) && (
        <LinkButton href={`/export/${files.kind}${query && `?${query}`}`} icon="download">
          {t.export}
        </LinkButton>
      )}
      {writes && files && may(scope.user, files.import) && (
        <LinkButton
          href={`/admin/import?kind=${files.kind}`}
          icon="upload"
          tour={`import-${files.kind}`}
        >
          {t.import}
        </LinkButton>
      )}
      {writes && may(scope.user, kind.edit) && (
        <LinkButton
          kind="primary"
          href={`${kind.href}/new`}
          icon="plus"
          tour={`new-${files?.kind ?? kind.list}`}
        >
          {kind.text(scope.locale).add}
        </LinkButton>
      )}
    </>
  )
}

/** Says why there is no row, and what to do: nothing fits, or nothing is there yet. */
export function Nothing(props: Props) {
  const { scope, kind, state } = props
  const t = listsText(scope.locale)
  const said = kind.text(scope.locale)
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
      icon={kind.listIcon}
      title={said.emptyTitle}
      text={said.emptyText}
      action={<Actions {...props} empty />}
    />
  )
}
