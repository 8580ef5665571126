import { person } from '../../../views/avatar.tsx'
import { externalAddress, markup, type Printable } from '../../../views/markup.ts'
import type { Column } from '../../../views/table.tsx'
import { printed } from '../../fields/changes.ts'
import type { Scope } from '../../scope.ts'
import type { FileValue } from '../files.ts'
import type { OwnField } from '../own-field.ts'
import { isSortable } from '../sorting.ts'

/** A row of a list with its own values, where the company has such fields. */
type Row = { own?: Record<string, unknown> }

/** The columns that a list can have besides, one for each own field but long texts. */
export const ownColumns = <R extends Row>(scope: Scope, object: string): Column<R>[] =>
  scope.own
    .live(object)
    .filter(({ own }) => own.kind !== 'long_text')
    .map((field) => ({
      key: field.field,
      label: field.label[scope.locale],
      sort: isSortable(field),
      align: field.own.kind === 'number' || field.own.kind === 'money' ? 'end' : undefined,
      cell: (row) => cellOf(field, row.own?.[field.own.key], scope),
    }))

function cellOf(field: OwnField, value: unknown, { locale }: Scope): Printable {
  const shown = printed(field, value, locale)
  if (shown === '') return ''
  if (field.own.kind === 'person') return person(shown)
  if (field.own.kind === 'file')
    return markup`<a href="/files/${(value as FileValue).id}" download>${shown}</a>`
  const address = field.own.kind === 'link' && externalAddress(shown)
  return address
    ? markup`<a href="${address}" rel="noreferrer noopener" target="_blank">${shown}</a>`
    : shown
}
