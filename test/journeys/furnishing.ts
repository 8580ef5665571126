import { expect } from 'vitest'
import type { Locale, PerLocale } from '../../core/i18n/locale.ts'
import { startProgramme } from '../../flags/plan/programme.ts'
import { addDefaults } from '../../flags/risks/risks.ts'
import type { Stage } from './stage.ts'

/** What stands in the records that the walk passes, in the language of the firm. */
export const furniture: PerLocale<
  Record<'account' | 'child' | 'archived' | 'person' | 'city' | 'note' | 'tag', string>
> = {
  'zh-CN': {
    account: '上海星河科技有限公司',
    child: '苏州星河精密有限公司',
    archived: '广州木棉服饰有限公司',
    person: '欧阳思远',
    city: '上海',
    note: '已寄出样品，下周回访。',
    tag: '重点',
  },
  en: {
    account: 'Northwind Instruments',
    child: 'Southwind Castings',
    archived: 'Cotton and Sons',
    person: 'Harriet Bell',
    city: 'Leeds',
    note: 'Samples are on their way; call next week.',
    tag: 'Key',
  },
}

/** Where the furniture stands. */
export type Places = {
  account: string
  /** Below the account, and related to it. */
  child: string
  archived: string
  person: string
  waiting: string
  done: string
}

/** Makes records and files as people do, through the forms. */
export async function furnish(stage: Stage, locale: Locale): Promise<Places> {
  const { office } = stage
  const words = furniture[locale]
  const lin = office.as('lin')
  const send = async (path: string, form: Record<string, string>) => {
    const answer = await lin.post(path, form)
    expect(answer.status, `${path}: ${answer.status === 303 || (await answer.text())}`).toBe(303)
    return answer.headers.get('location') as string
  }
  const account = await send('/contacts/accounts', {
    name: words.account,
    region: words.city,
    phone: locale === 'en' ? '020 7946 0958' : '021-61008888',
    website: 'example.com',
    revenue: '1200000',
    employees: '120',
  })
  await send(`${account}/notes`, { body: words.note })
  await send(`${account}/tags`, { name: words.tag })
  const person = await send('/contacts/people', {
    name: words.person,
    account: words.account,
    email: 'mail@example.com',
  })
  await send(`${person}/dates`, {
    kind: 'birthday',
    at: '1990-03-05',
    recurs: 'yearly',
    remind: '7',
  })
  const child = await send('/contacts/accounts', { name: words.child, parent: words.account })
  await send(`${account}/relations`, { way: 'supplies.forward.account', other: words.child })
  await giveFields(stage)
  await beginRollout(stage)
  const archived = await send('/contacts/accounts', { name: words.archived })
  await send(`${archived}/archive`, {})
  const [waiting, done] = await Promise.all([
    readIn(stage, locale, words.account),
    readIn(stage, locale, words.account),
  ])
  await office.as('lin').post(`${done}/start`)
  return { account, child, archived, person, waiting, done }
}

/** Amy begins the rollout, and watches what every rollout should. */
async function beginRollout({ office }: Stage): Promise<void> {
  const { amy } = office.people
  await office.inScope('amy', async (scope) => {
    await startProgramme(scope, { sponsorId: amy, leadId: amy, size: 10, startsOn: '2026-03-02' })
    await addDefaults(scope)
  })
}

/** Amy gives accounts fields of their own, called the same in both languages. */
async function giveFields({ office }: Stage): Promise<void> {
  for (const [kind, label] of [
    ['text', 'ERP'],
    ['file', 'NDA'],
  ] as const) {
    const names = { 'label_zh-CN': label, label_en: label }
    const form = { object: 'contacts.account', kind, ...names }
    expect((await office.as('amy').post('/admin/fields', form)).status).toBe(303)
  }
}

/** A file of Lin's, one row of which cannot be taken. */
async function readIn({ office }: Stage, locale: Locale, name: string): Promise<string> {
  const form = new FormData()
  form.set('kind', 'accounts')
  const rows = [
    locale === 'en' ? 'name,employees,phone' : '公司名称,员工人数,电话',
    `${name},120,`,
    `${name} 2,-3,`,
  ]
  form.set('file', new File([rows.join('\n')], 'accounts.csv', { type: 'text/csv' }))
  const answer = await office.as('lin').post('/admin/import', form)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') as string
}
