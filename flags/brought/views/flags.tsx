import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Empty } from '../../../views/empty.tsx'
import { List } from '../../../views/list.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { broughtText } from '../messages.ts'
import { type Feature, sayStrategies } from '../strategies.ts'

type Props = {
  locale: Locale
  query: string
  features: readonly Feature[]
  total: number
  /** Nothing has been brought in at all. */
  isEmpty: boolean
  page: number
  pageSize: number
}

/** All imported flags with their rules in words, and the way in and out. */
export const FlagsPage = ({ locale, query, features, total, ...props }: Props) => {
  const t = broughtText(locale)
  const view = viewText(locale)
  const { page, pageSize, isEmpty } = props
  const at = (to: number) => `/admin/flags?${new URLSearchParams({ q: query, page: String(to) })}`
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        actions={
          <>
            {!isEmpty && (
              <LinkButton href="/admin/flags/export" icon="download">
                {t.export}
              </LinkButton>
            )}
            <LinkButton href="/admin/flags/new" icon="upload" kind="primary">
              {t.bring}
            </LinkButton>
          </>
        }
      />
      <List
        t={view.list}
        action="/admin/flags"
        search={{ value: query, placeholder: t.find }}
        pager={{
          total: formatNumber(locale, total),
          previousHref: page > 1 ? at(page - 1) : undefined,
          nextHref: page * pageSize < total ? at(page + 1) : undefined,
        }}
        empty={
          <Empty
            icon="toggle-right"
            title={isEmpty ? t.none : t.notFound}
            text={isEmpty ? t.noneText : t.about}
          />
        }
      >
        {features.length > 0 && (
          <Table
            t={view.table}
            caption={t.title}
            columns={columns(locale)}
            rows={features}
            rowId={({ name }) => name}
            rowName={({ name }) => name}
            rowHref={({ name }) => `/admin/flags?${new URLSearchParams({ flag: name })}`}
          />
        )}
      </List>
    </>
  )
}

const columns = (locale: Locale): Column<Feature>[] => {
  const t = broughtText(locale)
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name },
    {
      key: 'state',
      label: t.state,
      cell: ({ enabled }) => (enabled ? pill(t.on, 'green') : pill(t.off)),
    },
    {
      key: 'rules',
      label: t.rules,
      quiet: true,
      cell: (feature) => sayStrategies(locale, feature).join(locale === 'en' ? '; ' : '；'),
    },
  ]
}
