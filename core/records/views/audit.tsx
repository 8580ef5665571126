import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { List } from '../../../views/list.tsx'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { Table } from '../../../views/table.tsx'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { labelled } from '../../i18n/punctuation.ts'
import type { AuditChoices, AuditFilter, AuditRow } from '../audit-list.ts'
import { recordText } from '../messages.ts'
import { type Namer, tellAction, tellObject, tellRecord } from '../telling.ts'

type Props = {
  locale: Locale
  timeZone: string
  /** They name the records they audit. */
  modules: readonly Namer[]
  filter: AuditFilter
  rows: readonly AuditRow[]
  more: boolean
  total: number
  choices: AuditChoices
}

const most = 10_000

/** The audit trail, newest first. */
export const AuditPage = ({ locale, timeZone, modules, filter, rows, ...list }: Props) => {
  const { more, total, choices } = list
  const t = recordText(locale)
  const view = viewText(locale)
  const count = formatNumber(locale, Math.min(total, most))
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <List
        t={view.list}
        action="/admin/audit"
        chips={chips(locale, modules, filter, choices)}
        clearHref={filter.q ? `/admin/audit?q=${encodeURIComponent(filter.q)}` : '/admin/audit'}
        params={Object.entries(filter).filter(
          ([name, value]) => value && name !== 'q' && name !== 'before',
        )}
        search={{ value: filter.q, placeholder: t.find }}
        filter={{
          names: ['person', 'object', 'action', 'from', 'to'],
          fields: <Filters locale={locale} modules={modules} filter={filter} choices={choices} />,
        }}
        pager={{
          total: total > most ? t.more(count) : count,
          previousHref: filter.before ? address({ ...filter, before: '' }) : undefined,
          nextHref: more ? address({ ...filter, before: rows.at(-1)?.id ?? '' }) : undefined,
        }}
        empty={<Empty icon="history" title={t.empty} text={t.emptyText} />}
      >
        {rows.length > 0 && (
          <Table
            t={view.table}
            caption={t.title}
            rows={rows}
            rowId={(row) => row.id}
            rowName={(row) => tellAction(locale, modules, row.action, row.object)}
            rowHref={(row) => `/admin/audit/${row.id}`}
            columns={[
              {
                key: 'when',
                label: t.when,
                cell: (row) =>
                  markup`<time datetime="${row.at.toISOString()}">${formatMoment(locale, timeZone, row.at)}</time>`,
              },
              { key: 'who', label: t.who, cell: (row) => row.actor ?? t.nobody },
              {
                key: 'did',
                label: t.did,
                cell: (row) => tellAction(locale, modules, row.action, row.object),
              },
              {
                key: 'object',
                label: t.object,
                cell: (row) => tellObject(locale, modules, row.object),
              },
              { key: 'record', label: t.record, cell: (row) => tellRecord(locale, modules, row) },
              { key: 'reason', label: t.reason, quiet: true, cell: (row) => row.reason },
              {
                key: 'address',
                label: t.address,
                quiet: true,
                hideOnPhone: true,
                cell: (row) => row.address,
              },
            ]}
          />
        )}
      </List>
    </>
  )
}

type FilterProps = Pick<Props, 'locale' | 'modules' | 'filter' | 'choices'>

const Filters = ({ locale, modules, filter, choices }: FilterProps) => {
  const t = recordText(locale)
  const shared = { t: viewText(locale).form, form: 'filter', none: '' }
  const day = { t: shared.t, form: 'filter', kind: 'date' } as const
  return (
    <>
      <Field
        {...shared}
        kind="person"
        name="person"
        label={t.who}
        value={filter.person}
        options={[
          ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'nobody', label: t.nobody },
        ]}
      />
      <Field
        {...shared}
        kind="select"
        name="action"
        label={t.did}
        value={filter.action}
        options={choices.actions.map((one) => ({
          value: one,
          label: tellAction(locale, modules, one),
        }))}
      />
      <Field
        {...shared}
        kind="select"
        name="object"
        label={t.object}
        value={filter.object}
        options={choices.objects.map((one) => ({
          value: one,
          label: tellObject(locale, modules, one),
        }))}
      />
      <Field {...day} name="from" label={t.from} value={filter.from} />
      <Field {...day} name="to" label={t.to} value={filter.to} />
    </>
  )
}

function chips(
  locale: Locale,
  modules: readonly Namer[],
  filter: AuditFilter,
  choices: AuditChoices,
): FilterChip[] {
  const t = recordText(locale)
  const person = choices.people.find(({ id }) => id === filter.person)?.name ?? t.nobody
  const labels: Partial<Record<keyof AuditFilter, string>> = {
    person,
    action: tellAction(locale, modules, filter.action, filter.object || undefined),
    object: tellObject(locale, modules, filter.object),
    record: labelled(locale, t.record, filter.record.slice(0, 8)),
    from: `≥ ${filter.from}`,
    to: `≤ ${filter.to}`,
  }
  return Object.entries(labels)
    .filter(([name]) => filter[name as keyof AuditFilter])
    .map(([name, label]) => ({ label, removeHref: address({ ...filter, [name]: '', before: '' }) }))
}

function address(filter: AuditFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== '')
  return set.length > 0 ? `/admin/audit?${new URLSearchParams(set)}` : '/admin/audit'
}
