import { phoneCell } from '../../../../core/lists/views/list-columns.ts'
import type { Scope } from '../../../../core/scope.ts'
import { pill } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { leadFields } from '../lead-fields.ts'
import type { LeadRow } from '../lead-list.ts'
import { leadsText } from '../messages.ts'
import { status, statusTones } from '../statuses.ts'

export const usualLeadColumns = ['state', 'person', 'mobile', 'source', 'owner', 'updated']

/** What the list of leads shows of its own; the first column leads to the record. */
export function leadColumnsFor({ locale }: Scope): Column<LeadRow>[] {
  const label = (field: string) =>
    leadFields.find((one) => one.field === field)?.label[locale] ?? field
  return [
    { key: 'name', label: label('name'), sort: true, cell: (row) => row.name },
    {
      key: 'state',
      label: label('status'),
      cell: ({ converted, status: key }) =>
        converted
          ? pill(leadsText(locale).converted, statusTones.converted)
          : pill(status.print(key, locale), statusTones[key]),
    },
    { key: 'person', label: label('person'), cell: (row) => row.person },
    { key: 'title', label: label('title'), quiet: true, cell: (row) => row.title },
    { key: 'mobile', label: label('mobile'), cell: (row) => phoneCell(row.mobile || row.phone) },
    { key: 'email', label: label('email'), quiet: true, cell: (row) => row.email },
    { key: 'industry', label: label('industry'), quiet: true, cell: (row) => row.industry },
    { key: 'region', label: label('region'), quiet: true, cell: (row) => row.region },
    { key: 'source', label: label('source'), cell: (row) => row.source },
  ]
}
