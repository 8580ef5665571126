import type { PersonRow } from '../../core/access/people-list.ts'
import { formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import type { ModuleState } from '../../core/switchboard.ts'
import { person } from '../../views/avatar.tsx'
import { Empty } from '../../views/empty.tsx'
import { List } from '../../views/list.tsx'
import { type Markup, markup } from '../../views/markup.ts'
import { viewText } from '../../views/messages.ts'
import { PageHead } from '../../views/page.tsx'
import { pill, type Tone } from '../../views/pill.tsx'
import { type Column, Table } from '../../views/table.tsx'
import { flagsText } from '../messages.ts'

export type WhoRow = Pick<PersonRow, 'id' | 'name' | 'departmentName'> & {
  states: ModuleState[]
}

type Props = {
  locale: Locale
  query: string
  rows: readonly WhoRow[]
  total: number
  page: number
  pageSize: number
  modules: readonly Module[]
}

/** Everybody and every module: who has what. Each person leads to the reasons. */
export const WhoPage = ({ locale, query, rows, total, page, pageSize, modules }: Props) => {
  const t = flagsText(locale).who
  const view = viewText(locale)
  const at = (to: number) => `/rollout/who?${new URLSearchParams({ q: query, page: String(to) })}`
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <List
        t={view.list}
        action="/rollout/who"
        search={{ value: query, placeholder: t.find }}
        pager={{
          total: formatNumber(locale, total),
          previousHref: page > 1 ? at(page - 1) : undefined,
          nextHref: page * pageSize < total ? at(page + 1) : undefined,
        }}
        empty={<Empty icon="users" title={t.nobody} text={t.nobodyText} />}
      >
        {rows.length > 0 && (
          <Table
            t={view.table}
            caption={t.title}
            columns={columns(locale, modules)}
            rows={rows}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            rowHref={(row) => `/rollout/who?person=${row.id}`}
          />
        )}
      </List>
    </>
  )
}

const columns = (locale: Locale, modules: readonly Module[]): Column<WhoRow>[] => {
  const t = flagsText(locale).who
  return [
    { key: 'person', label: t.person, cell: (row) => person(row.name) },
    {
      key: 'department',
      label: t.department,
      quiet: true,
      cell: (row) => row.departmentName ?? t.noDepartment,
    },
    ...modules.map(
      (module, at): Column<WhoRow> => ({
        key: module.id,
        label: module.title[locale],
        cell: (row) =>
          markup`<span class="narrow-only">${module.title[locale]}</span>${statePill(locale, row.states[at] ?? 'off')}`,
      }),
    ),
  ]
}

const tones: Record<ModuleState, Tone> = { off: 'grey', read: 'blue', write: 'green' }

/** What somebody may do with a module, as a pill. */
export const statePill = (locale: Locale, state: ModuleState): Markup =>
  pill(flagsText(locale).who.states[state], tones[state])
