import type { Locale } from '../../core/i18n/locale.ts'
import { Button, CopyButton, LinkButton } from '../../views/button.tsx'
import { Card } from '../../views/card.tsx'
import { Confirm } from '../../views/confirm.tsx'
import { Details, Phone } from '../../views/details.tsx'
import { Field } from '../../views/field.tsx'
import { Form } from '../../views/form.tsx'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { Panel, PanelItem } from '../../views/panel.tsx'
import { Pill, tag } from '../../views/pill.tsx'
import { Progress } from '../../views/progress.tsx'
import { Record, RecordHead, RecordSteps } from '../../views/record.tsx'
import { Stats } from '../../views/stat.tsx'
import { Table } from '../../views/table.tsx'
import { Tabs } from '../../views/tabs.tsx'
import { Timeline } from '../../views/timeline.tsx'
import { someColumns } from './gallery-list.tsx'
import { say, someRows } from './gallery-words.ts'

type Props = { locale: Locale }

export const RecordPage = ({ locale }: Props) => {
  const t = viewText(locale)
  const name = say(locale, '上海星河科技有限公司', 'Northwind Traders')
  return (
    <>
      <PageHead
        t={t.page}
        title={name}
        note={<Pill text={say(locale, '重点客户', 'Key account')} tone="green" />}
        trail={[{ href: `/${locale}/list`, label: say(locale, '客户', 'Accounts') }]}
        actions={
          <>
            <RecordSteps t={t.record} nextHref={`/${locale}/record`} />
            <LinkButton href={`/${locale}/edit`} icon="pencil">
              {say(locale, '编辑', 'Edit')}
            </LinkButton>
          </>
        }
      />
      <Record
        summary={<Summary locale={locale} name={name} />}
        main={<Events locale={locale} />}
        panels={
          <Panel
            title={say(locale, '联系人', 'People')}
            count="2"
            add={{ href: '#new', label: say(locale, '新建联系人', 'New person') }}
          >
            <PanelItem
              href="#1"
              title={say(locale, '张三', 'Ada Chen')}
              note={say(locale, '采购经理', 'Head of buying')}
            />
            <PanelItem
              href="#2"
              title={say(locale, '李雪梅', 'Priya Raman')}
              note={say(locale, '财务', 'Finance')}
              aside={<Pill text={say(locale, '决策人', 'Decides')} tone="violet" />}
            />
          </Panel>
        }
      />
    </>
  )
}

const Summary = ({ locale, name }: Props & { name: string }) => {
  const t = viewText(locale)
  return (
    <>
      <RecordHead
        name={name}
        note={say(locale, '医疗器械 · 上海', 'Medical devices · Shanghai')}
        actions={
          <>
            <LinkButton href="tel:+8613810005000" icon="phone" small>
              {say(locale, '打电话', 'Call')}
            </LinkButton>
            <Confirm
              t={t.confirm}
              id="archive"
              trigger={{ label: say(locale, '归档', 'Archive'), icon: 'archive', small: true }}
              title={say(locale, '归档这个客户？', 'Archive this account?')}
              text={say(
                locale,
                '归档后不再出现在列表中，随时可以恢复。',
                'It leaves the lists and can be restored at any time.',
              )}
              action="/archive"
              submit={say(locale, '归档', 'Archive')}
              danger
            />
          </>
        }
      />
      <Details
        empty={t.record.empty}
        items={[
          {
            label: say(locale, '电话', 'Phone'),
            value: <Phone shown="138 1000 5000" dial="+8613810005000" />,
          },
          { label: say(locale, '信用代码', 'Credit code'), value: '91310000MA1FL0000X' },
          { label: say(locale, '负责人', 'Owner'), value: say(locale, '林岚', 'Lin Lan') },
          { label: say(locale, '标签', 'Tags'), value: tag(say(locale, '老客户', 'Regular')) },
          { label: say(locale, '网址', 'Website'), value: undefined },
        ]}
      />
    </>
  )
}

const Events = ({ locale }: Props) => {
  const t = viewText(locale)
  const who = say(locale, '林岚', 'Lin Lan')
  const at = new Date('2026-03-12T02:20:00Z')
  const exact = '2026-03-12 10:20:05'
  return (
    <>
      <Form t={t.form} id="note" action="/note" submit={say(locale, '添加', 'Add')}>
        <Field
          t={t.form}
          form="note"
          kind="textarea"
          name="text"
          label={say(locale, '写一条备注', 'Write a note')}
          rows={2}
        />
      </Form>
      <Timeline
        t={t.timeline}
        groups={[
          {
            label: say(locale, '今天', 'Today'),
            items: [
              {
                icon: 'phone',
                who,
                did: say(locale, '拨打了电话 · 12 分钟', 'called · 12 minutes'),
                when: '10:20',
                at,
                exact,
              },
              {
                icon: 'pencil',
                who,
                did: say(locale, '修改了资料', 'changed the record'),
                when: '09:02',
                at,
                exact,
                changes: [
                  {
                    label: say(locale, '负责人', 'Owner'),
                    before: say(locale, '艾米尔', 'Emil Ai'),
                    after: who,
                  },
                  {
                    label: say(locale, '城市', 'City'),
                    before: '',
                    after: say(locale, '上海', 'Shanghai'),
                  },
                ],
              },
            ],
          },
          {
            label: say(locale, '昨天', 'Yesterday'),
            items: [
              {
                icon: 'note',
                who,
                did: say(locale, '写了一条备注', 'wrote a note'),
                when: '13:23',
                at,
                exact,
                text: say(
                  locale,
                  '客户希望本季度内完成部署，关注数据迁移与培训。\n预算已获批，下周二与 IT 负责人对接。',
                  'They want to go live this quarter and ask about migration and training.\nThe budget is approved; we meet their IT lead next Tuesday.',
                ),
              },
            ],
          },
        ]}
      />
    </>
  )
}

export const PiecesPage = ({ locale }: Props) => {
  const t = viewText(locale)
  return (
    <>
      <PageHead
        t={t.page}
        title={say(locale, '报表', 'Reports')}
        actions={<Button kind="primary">{t.form.save}</Button>}
      />
      <PageBody wide>
        <Tabs
          label="tabs"
          tabs={[
            { href: '#a', label: say(locale, '跟进记录', 'Activity'), current: true },
            { href: '#b', label: say(locale, '任务', 'Tasks'), current: false, count: '3' },
          ]}
        />
        <Stats
          stats={[
            {
              label: say(locale, '培训完成', 'Trained'),
              value: '37 / 41',
              note: '90%',
              href: '#f',
            },
            {
              label: say(locale, '本周活跃', 'Active this week'),
              value: '1,284',
              note: '+212',
              tone: 'good',
            },
            {
              label: say(locale, '数据缺失', 'Gaps in data'),
              value: '12%',
              note: '+3',
              tone: 'bad',
            },
            { label: say(locale, '赢单率', 'Win rate'), value: say(locale, '样本不足', 'Too few') },
          ]}
        />
        <Card
          title={say(locale, '导入', 'Import')}
          actions={<Button small>{t.form.cancel}</Button>}
        >
          <Progress
            t={t.progress}
            label={say(locale, '正在导入 客户.csv', 'Importing accounts.csv')}
            share={0.42}
            note={say(
              locale,
              '5,040 / 12,000 行，约剩 2 秒',
              '5,040 of 12,000 rows, about 2 seconds left',
            )}
          />
        </Card>
        <Card title={say(locale, '最近成交', 'Latest deals')} flush>
          <Table
            t={t.table}
            caption={say(locale, '最近成交', 'Latest deals')}
            columns={someColumns(locale).slice(0, 4)}
            rows={someRows(locale, 3)}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            rowHref={() => '#row'}
          />
        </Card>
        <p>
          <code>stw_9f2c…</code>{' '}
          <CopyButton text="stw_9f2c" label={say(locale, '复制令牌', 'Copy the token')} />{' '}
          <Button kind="quiet">{say(locale, '次要操作', 'Quiet')}</Button>{' '}
          <Button kind="danger" icon="trash">
            {say(locale, '删除', 'Delete')}
          </Button>
        </p>
      </PageBody>
    </>
  )
}
