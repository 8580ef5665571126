import type { Locale } from '../../core/i18n/locale.ts'
import { avatar } from '../../views/avatar.tsx'
import { LinkButton } from '../../views/button.tsx'
import { Empty } from '../../views/empty.tsx'
import { Field } from '../../views/field.tsx'
import { List } from '../../views/list.tsx'
import { markup } from '../../views/markup.ts'
import { viewText } from '../../views/messages.ts'
import { PageHead } from '../../views/page.tsx'
import { pill, type Tone } from '../../views/pill.tsx'
import { type Column, Table } from '../../views/table.tsx'
import { type Row, say, someRows, stageNames } from './gallery-words.ts'

const tones: Tone[] = ['grey', 'blue', 'violet', 'orange', 'green']

/** The columns of the picture that the look is taken from. */
export function someColumns(locale: Locale): Column<Row>[] {
  const stages = stageNames(locale)
  return [
    {
      key: 'name',
      label: say(locale, '姓名', 'Name'),
      sort: true,
      cell: (row) => markup`${avatar(row.name)}<span>${row.name}</span>`,
    },
    {
      key: 'company',
      label: say(locale, '客户', 'Account'),
      sort: true,
      quiet: true,
      cell: (row) => row.company,
    },
    {
      key: 'stage',
      label: say(locale, '阶段', 'Stage'),
      cell: (row) => pill(stages[row.stage] as string, tones[row.stage]),
    },
    {
      key: 'owner',
      label: say(locale, '负责人', 'Owner'),
      hideOnPhone: true,
      cell: (row) => row.owner,
    },
    {
      key: 'phone',
      label: say(locale, '手机', 'Phone'),
      quiet: true,
      cell: (row) => markup`<bdi dir="ltr" class="num">${row.phone}</bdi>`,
    },
    { key: 'city', label: say(locale, '城市', 'City'), hideOnPhone: true, cell: (row) => row.city },
    {
      key: 'last',
      label: say(locale, '最近跟进', 'Last touch'),
      quiet: true,
      hideOnPhone: true,
      cell: (row) => row.last,
    },
    {
      key: 'amount',
      label: say(locale, '商机金额', 'Deal value'),
      align: 'end',
      sort: true,
      cell: (row) => row.amount,
    },
  ]
}

type Props = { locale: Locale; query: Record<string, string> }

export const ListPage = ({ locale, query }: Props) => {
  const t = viewText(locale)
  const path = `/${locale}/list`
  const q = query.q ?? ''
  const rows = someRows(locale).filter((row) => row.name.includes(q))
  const direction = query.dir === 'desc' ? 'desc' : 'asc'
  if (direction === 'desc') rows.reverse()
  return (
    <>
      <PageHead
        t={t.page}
        title={say(locale, '联系人', 'Contacts')}
        actions={
          <>
            <LinkButton href="#import" icon="upload">
              {say(locale, '导入', 'Import')}
            </LinkButton>
            <LinkButton href={`/${locale}/edit`} kind="primary" icon="plus">
              {say(locale, '新建联系人', 'New contact')}
            </LinkButton>
          </>
        }
      />
      <List
        t={t.list}
        action={path}
        params={[['sort', 'name']]}
        views={[
          { href: path, label: say(locale, '全部', 'All'), current: true },
          { href: `${path}?view=mine`, label: say(locale, '我的', 'Mine'), current: false },
          {
            href: `${path}?view=key`,
            label: say(locale, '重点客户', 'Key accounts'),
            current: false,
          },
          {
            href: `${path}?view=idle`,
            label: say(locale, '30 天未跟进', 'Idle 30+ days'),
            current: false,
          },
        ]}
        search={{ value: q }}
        chips={[
          {
            label: say(locale, '负责人：林岚、艾米尔', 'Owner: Lin Lan, Emil Ai'),
            removeHref: path,
          },
        ]}
        clearHref={path}
        filter={{
          names: ['city'],
          fields: (
            <Field
              t={t.form}
              form="filter"
              kind="select"
              name="city"
              label={say(locale, '城市', 'City')}
              none={t.form.choose}
              options={[{ value: 'sh', label: say(locale, '上海', 'Shanghai') }]}
            />
          ),
        }}
        columnsHref={`${path}/columns`}
        pager={{
          total: q ? String(rows.length) : '12,846',
          nextHref: `${path}?after=x`,
        }}
        bulk={{
          action: '/bulk',
          actions: [
            { label: say(locale, '分配', 'Assign'), icon: 'user-share', value: 'assign' },
            { label: say(locale, '打标签', 'Tag'), icon: 'tag', value: 'tag' },
            { label: say(locale, '导出', 'Export'), icon: 'download', value: 'export' },
          ],
        }}
        empty={<p>—</p>}
      >
        <Table
          t={t.table}
          caption={say(locale, '联系人列表', 'Contacts')}
          columns={someColumns(locale)}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          rowHref={() => `/${locale}/record`}
          bulkForm="bulk"
          sorted={{ key: 'name', direction }}
          sortHref={(key, dir) => `${path}?sort=${key}&dir=${dir}`}
        />
      </List>
    </>
  )
}

export const EmptyListPage = ({ locale }: { locale: Locale }) => {
  const t = viewText(locale)
  return (
    <>
      <PageHead t={t.page} title={say(locale, '客户', 'Accounts')} />
      <List
        t={t.list}
        action={`/${locale}/empty`}
        search={{ value: '' }}
        pager={{ total: '0' }}
        empty={
          <Empty
            icon="building"
            title={say(locale, '还没有客户', 'No accounts yet')}
            text={say(
              locale,
              '把现有的客户表格导入进来，或先新建一个客户。',
              'Import the spreadsheet you have, or create the first one by hand.',
            )}
            action={
              <>
                <LinkButton href="#import" kind="primary" icon="upload">
                  {say(locale, '导入客户', 'Import accounts')}
                </LinkButton>
                <LinkButton href="#new">{say(locale, '新建客户', 'New account')}</LinkButton>
              </>
            }
          />
        }
      />
    </>
  )
}
