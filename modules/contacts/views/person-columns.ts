import { phoneCell } from '../../../core/lists/views/list-columns.ts'
import type { Scope } from '../../../core/scope.ts'
import { person } from '../../../views/avatar.tsx'
import type { Column } from '../../../views/table.tsx'
import { contactsText } from '../messages.ts'
import { type LawfulBasis, lawfulBasis } from '../people/lawful-bases.ts'
import { personFields } from '../people/person-fields.ts'
import type { PersonRow } from '../people/person-list.ts'
import { retentionText } from './retention.ts'

export const usualPersonColumns = ['account', 'title', 'mobile', 'owner', 'updated']

/** What the list of contacts shows of its own; the first column leads to the record. */
export function personColumnsFor(scope: Scope): Column<PersonRow>[] {
  const label = (field: string) =>
    personFields.find((one) => one.field === field)?.label[scope.locale] ?? field
  const { account } = contactsText(scope.locale).people
  return [
    { key: 'name', label: label('name'), sort: true, cell: ({ name }) => person(name) },
    { key: 'account', label: account, cell: (row) => row.account },
    { key: 'title', label: label('title'), cell: (row) => row.title },
    { key: 'mobile', label: label('mobile'), cell: (row) => phoneCell(row.mobile) },
    { key: 'phone', label: label('phone'), quiet: true, cell: (row) => phoneCell(row.phone) },
    { key: 'email', label: label('email'), quiet: true, cell: (row) => row.email },
    { key: 'wechat', label: label('wechat'), quiet: true, cell: (row) => row.wechat },
    { key: 'region', label: label('region'), quiet: true, cell: (row) => row.region },
    { key: 'source', label: label('source'), quiet: true, cell: (row) => row.source },
    ...privacyColumns(scope, label),
  ]
}

/** On what ground their data are held; a retention that has ended says so. */
const privacyColumns = (scope: Scope, label: (field: string) => string): Column<PersonRow>[] => [
  {
    key: 'lawfulBasis',
    label: label('lawfulBasis'),
    quiet: true,
    cell: (row) =>
      row.lawfulBasis && lawfulBasis.print(row.lawfulBasis as LawfulBasis, scope.locale),
  },
  { key: 'noticedOn', label: label('noticedOn'), quiet: true, cell: (row) => row.noticedOn },
  {
    key: 'retainUntil',
    label: label('retainUntil'),
    quiet: true,
    cell: ({ retainUntil }) => retainUntil && retentionText(scope, retainUntil, retainUntil),
  },
]
