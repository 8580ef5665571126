import { listed } from '../../../../core/i18n/punctuation.ts'
import type { Scope } from '../../../../core/scope.ts'
import { type Markup, markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { pill } from '../../../../views/pill.tsx'
import { type Column, Table } from '../../../../views/table.tsx'
import type { ContactsKind } from '../../kinds.ts'
import { duplicatesText } from '../messages.ts'
import type { Half, PairRow } from '../pairs.ts'

type Props = { scope: Scope; kind: ContactsKind; rows: readonly PairRow[] }

/** Where two records are laid side by side. */
const compareHref = ({ list }: ContactsKind, { first, second }: PairRow): string =>
  `/contacts/duplicates/compare?kind=${list}&a=${first.id}&b=${second.id}`

export const PairTable = ({ scope, kind, rows }: Props) => {
  const t = duplicatesText(scope.locale)
  const half = ({ name, note, owner }: Half): Markup => {
    const notes = [note, owner ? t.queue.owner(owner) : t.queue.nobodys].filter(Boolean).join(' · ')
    return markup`<span class="pair-half">${name}<small>${notes}</small></span>`
  }
  const columns: Column<PairRow>[] = [
    { key: 'first', label: t.queue.first, cell: ({ first }) => half(first) },
    { key: 'second', label: t.queue.second, cell: ({ second }) => half(second) },
    {
      key: 'shared',
      label: t.queue.shared,
      quiet: true,
      cell: ({ reasons }) =>
        listed(
          scope.locale,
          reasons.map((reason) => t.similar.reasons[reason]),
        ),
    },
    {
      key: 'likely',
      label: t.queue.likely,
      align: 'end',
      cell: ({ score }) => pill(`${score}%`, score >= 85 ? 'red' : score >= 65 ? 'orange' : 'grey'),
    },
  ]
  return (
    <Table
      t={viewText(scope.locale).table}
      caption={t.queue.caption}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ first, second }) => `${first.name} / ${second.name}`}
      rowHref={(row) => compareHref(kind, row)}
      bulkForm="bulk"
    />
  )
}
