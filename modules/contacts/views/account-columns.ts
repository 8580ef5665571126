import { phoneCell } from '../../../core/lists/views/list-columns.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { printNumber } from '../../../core/values/number.ts'
import type { Column } from '../../../views/table.tsx'
import { accountFields } from '../accounts/account-fields.ts'
import type { AccountRow } from '../accounts/account-list.ts'

export const usualAccountColumns = ['industry', 'region', 'level', 'owner', 'phone', 'updated']

/** What the list of accounts shows of its own; the first column leads to the record. */
export function accountColumnsFor(scope: Scope): Column<AccountRow>[] {
  const label = (field: string) =>
    accountFields.find((one) => one.field === field)?.label[scope.locale] ?? field
  return [
    { key: 'name', label: label('name'), sort: true, cell: (row) => row.name },
    { key: 'industry', label: label('industry'), sort: true, cell: (row) => row.industry },
    { key: 'region', label: label('region'), sort: true, cell: (row) => row.region },
    { key: 'level', label: label('level'), cell: (row) => row.level },
    { key: 'phone', label: label('phone'), cell: (row) => phoneCell(row.phone) },
    { key: 'email', label: label('email'), quiet: true, cell: (row) => row.email },
    { key: 'source', label: label('source'), quiet: true, cell: (row) => row.source },
    { key: 'creditCode', label: label('creditCode'), quiet: true, cell: (row) => row.creditCode },
    {
      key: 'employees',
      label: label('employees'),
      align: 'end',
      cell: ({ employees }) => employees !== null && printNumber(employees, scope.locale),
    },
    { key: 'stockCode', label: label('stockCode'), quiet: true, cell: (row) => row.stockCode },
    { key: 'listedOn', label: label('listedOn'), quiet: true, cell: (row) => row.listedOn },
    {
      key: 'foundedYear',
      label: label('foundedYear'),
      align: 'end',
      quiet: true,
      cell: (row) => row.foundedYear,
    },
    {
      key: 'revenue',
      label: label('revenue'),
      align: 'end',
      cell: ({ revenueMinor, revenueCurrency }) =>
        revenueCurrency !== null &&
        printMoney({ minor: Number(revenueMinor), currency: revenueCurrency }, scope.locale),
    },
  ]
}
