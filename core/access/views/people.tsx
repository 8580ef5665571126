import { person as named } from '../../../views/avatar.tsx'
import { LinkButton } from '../../../views/button.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { List } from '../../../views/list.tsx'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { type Markup, markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { pill, tag } from '../../../views/pill.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { formatNumber } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { roles } from '../../module.ts'
import type { Branch } from '../department-tree.ts'
import { type AccessText, accessText } from '../messages.ts'
import { type PeopleFilter, type PeopleList, type PersonRow, peopleViews } from '../people-list.ts'
import { roleWords } from '../roles.ts'
import { shownPhone } from '../shown-phone.ts'
import { departmentOptions } from './department-options.ts'

type Props = {
  locale: Locale
  list: PeopleList
  filter: PeopleFilter
  page: number
  pageSize: number
  departments: readonly Branch[]
}

/** Everybody in the company; those who wait for a new password stand first. */
export const PeoplePage = ({ locale, list, filter, page, pageSize, departments }: Props) => {
  const t = accessText(locale).people
  const view = viewText(locale)
  const shown = list.rows.slice((page - 1) * pageSize, page * pageSize)
  const at = (change: Partial<PeopleFilter> & { page?: number }) => address(filter, change)
  return (
    <>
      <PageHead t={view.page} title={t.title} actions={<AddButtons t={t} />} />
      <List
        t={view.list}
        action="/admin/people"
        params={[...query({ ...filter, query: '' })]}
        search={{ value: filter.query, placeholder: t.find }}
        views={peopleViews.map((one) => ({
          href: at({ view: one }),
          label: t.views[one],
          current: one === filter.view,
          count: formatNumber(locale, list.counts[one]),
        }))}
        chips={chips(locale, filter, departments)}
        clearHref={at({ department: '', role: '' })}
        filter={{
          names: ['department', 'role'],
          fields: <Filters locale={locale} filter={filter} departments={departments} />,
        }}
        pager={{
          total: formatNumber(locale, list.rows.length),
          previousHref: page > 1 ? at({ page: page - 1 }) : undefined,
          nextHref: page * pageSize < list.rows.length ? at({ page: page + 1 }) : undefined,
        }}
        empty={<Empty icon="users" title={t.nobody} text={t.nobodyText} />}
      >
        {shown.length > 0 && (
          <Table
            t={view.table}
            caption={t.title}
            columns={columns(locale, t)}
            rows={shown}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            rowHref={(row) => `/admin/people/${row.id}`}
          />
        )}
      </List>
    </>
  )
}

const AddButtons = ({ t }: { t: AccessText['people'] }) => (
  <>
    <LinkButton href="/admin/people/several" icon="users-group">
      {t.addSeveral}
    </LinkButton>
    <LinkButton href="/admin/people/new" kind="primary" icon="user-plus" tour="people.add">
      {t.add}
    </LinkButton>
  </>
)

const columns = (locale: Locale, t: AccessText['people']): Column<PersonRow>[] => [
  { key: 'name', label: t.name, cell: (row) => named(row.name) },
  { key: 'login', label: t.login, quiet: true, cell: login },
  { key: 'department', label: t.department, cell: (row) => row.departmentName },
  { key: 'roles', label: t.roles, cell: (row) => marks(locale, t, row) },
  { key: 'state', label: t.state, align: 'end', cell: (row) => state(t, row) },
]

const login = (row: PersonRow): Markup =>
  markup`<bdi dir="ltr">${[row.email, row.phone && shownPhone(row.phone)].filter(Boolean).join(' · ')}</bdi>`

const marks = (locale: Locale, t: AccessText['people'], row: PersonRow): Markup =>
  markup`<span class="tags">${row.roles.map((role) => tag(roleWords[role].title[locale]))}${row.champion && pill(t.champion, 'violet')}</span>`

const state = (t: AccessText['people'], row: PersonRow): Markup => {
  if (row.disabled) return pill(t.disabled, 'grey')
  if (row.askedAt)
    return markup`<form method="post" action="/admin/people/${row.id}/link" class="in-row">${pill(t.asked, 'orange')}<button class="btn btn-sm">${t.makeResetLink}</button></form>`
  return row.joined ? pill(t.active, 'green') : pill(t.invited, 'blue')
}

type FilterProps = { locale: Locale; filter: PeopleFilter; departments: readonly Branch[] }

const Filters = ({ locale, filter, departments }: FilterProps) => {
  const t = accessText(locale).people
  const form = viewText(locale).form
  return (
    <>
      <Field
        t={form}
        form="filter"
        kind="select"
        name="department"
        label={t.department}
        value={filter.department}
        none=""
        options={departmentOptions(departments)}
      />
      <Field
        t={form}
        form="filter"
        kind="select"
        name="role"
        label={t.role}
        value={filter.role}
        none=""
        options={roles.map((role) => ({ value: role, label: roleWords[role].title[locale] }))}
      />
    </>
  )
}

function chips(locale: Locale, filter: PeopleFilter, departments: readonly Branch[]): FilterChip[] {
  const department = departments.find(({ id }) => id === filter.department)
  const role = roles.find((one) => one === filter.role)
  return [
    ...(department
      ? [{ label: department.name, removeHref: address(filter, { department: '' }) }]
      : []),
    ...(role
      ? [{ label: roleWords[role].title[locale], removeHref: address(filter, { role: '' }) }]
      : []),
  ]
}

/** The filter as fields of an address; what is empty or standard is left out. */
function query(filter: PeopleFilter & { page?: number }): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.query) params.set('q', filter.query)
  if (filter.view !== 'active') params.set('view', filter.view)
  if (filter.department) params.set('department', filter.department)
  if (filter.role) params.set('role', filter.role)
  if (filter.page && filter.page > 1) params.set('page', String(filter.page))
  return params
}

function address(filter: PeopleFilter, change: Partial<PeopleFilter> & { page?: number }): string {
  const params = query({ ...filter, ...change })
  return params.size > 0 ? `/admin/people?${params}` : '/admin/people'
}
