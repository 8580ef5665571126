import { formatAgo, formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { Card } from '../../views/card.tsx'
import { Empty } from '../../views/empty.tsx'
import { icon } from '../../views/icon.tsx'
import { type Markup, markup } from '../../views/markup.ts'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { pill, type Tone } from '../../views/pill.tsx'
import { type Column, Table } from '../../views/table.tsx'
import { flagsText } from '../messages.ts'
import type { Directory } from '../names.ts'
import type { Stand, Standing } from '../standing.ts'
import { saySubjects } from '../words.ts'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  standings: readonly Standing[]
  people: number
  directory: Directory
}

/** All modules: how each stands, for whom it is open, how many have it. */
export const ModulesPage = ({ standings, ...props }: Props) => {
  const t = flagsText(props.locale).modules
  const view = viewText(props.locale)
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      {standings.length === 0 ? (
        <Empty icon="toggle-right" title={t.none} text={t.noneText} />
      ) : (
        <PageBody wide>
          <Card flush>
            <Table
              t={view.table}
              caption={t.title}
              columns={columns(props)}
              rows={standings}
              rowId={({ module }) => module.id}
              rowName={({ module }) => module.title[props.locale]}
              rowHref={({ module }) => `/admin/modules/${module.id}`}
            />
          </Card>
        </PageBody>
      )}
    </>
  )
}

const columns = ({ locale, timeZone, now, people, directory }: Omit<Props, 'standings'>) => {
  const t = flagsText(locale).modules
  const list: Column<Standing>[] = [
    {
      key: 'module',
      label: t.module,
      cell: ({ module }) =>
        markup`<span class="person">${icon(module.icon)}<span>${module.title[locale]}</span></span>`,
    },
    { key: 'state', label: t.state, cell: ({ stand }) => standPill(locale, stand) },
    {
      key: 'open',
      label: t.openFor,
      quiet: true,
      cell: ({ rows }) =>
        rows.audiences.length > 0 ? saySubjects(locale, rows.audiences, directory) : t.nobody,
    },
    {
      key: 'people',
      label: t.people,
      align: 'end',
      cell: ({ members }) =>
        t.count(formatNumber(locale, members.length), formatNumber(locale, people)),
    },
    {
      key: 'changed',
      label: t.changed,
      align: 'end',
      quiet: true,
      cell: ({ latest }) => (latest ? formatAgo(locale, timeZone, latest.at, now) : t.never),
    },
  ]
  return list
}

const tones: Record<Stand, Tone> = {
  off: 'grey',
  some: 'blue',
  all: 'green',
  waiting: 'orange',
  stopped: 'red',
}

/** How a module stands, as a pill. */
export const standPill = (locale: Locale, stand: Stand): Markup =>
  pill(flagsText(locale).modules.states[stand], tones[stand])
