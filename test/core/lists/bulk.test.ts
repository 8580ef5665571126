import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../../core/access/as-person.ts'
import { doBatch, takeOn } from '../../../core/bulk/running.ts'
import { type BulkRun, beginRun, findRun } from '../../../core/bulk/runs.ts'
import { accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { openContactsOffice, switchOn } from '../../modules/contacts/contacts-office.ts'
import { makeAccount } from '../../modules/contacts/make.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'
import { until } from '../../setup/until.ts'
import { account, choicesOf, giveField } from '../own-fields/giving.ts'

const list = '/contacts/accounts'
const count = 230
let office: Office
let tier = ''
let code = ''
beforeAll(async () => {
  office = await openContactsOffice()
  tier = (await giveField(office, 'choice', 'Tier', choicesOf('Silver', 'Gold'), account)).field
  code = (await giveField(office, 'text', 'Code', { unique: '1' }, account)).field
  const { registry } = office.app.product
  const { emil, sun } = office.people
  const { sales, service } = office.departments
  await office.inScope('amy', async (scope) => {
    for (let at = 0; at < count; at++)
      await makeAccount(
        scope,
        registry,
        { name: `Firm ${at}`, region: at % 2 ? 'Leeds' : 'Hull' },
        at < 220 ? { ownerId: emil, departmentId: sales } : { ownerId: sun, departmentId: service },
      )
  })
}, 120_000)
afterAll(() => office?.close())

/** Starts a deed by the pages and waits for its end. */
async function done(who: PersonName, form: Record<string, string>): Promise<BulkRun> {
  const answer = await office.as(who).post(`${list}/bulk/start`, form)
  expect(answer.status, (await answer.clone().text()).slice(-3000)).toBe(303)
  const id = answer.headers.get('location')?.split('/').at(-1) ?? ''
  return until('the run has ended', async () => {
    const run = await office.inScope(who, (scope) => findRun(scope, id))
    return run.state !== 'running' && run
  })
}

const sums = ({ total, changed, unchanged, refused }: BulkRun) => ({
  total,
  changed,
  unchanged,
  refused,
})
const asAmy = <T extends Record<string, unknown>>(ask: ReturnType<typeof sql>) =>
  office.inScope('amy', async ({ db }) => [...(await db.execute<T>(ask))])

test('a field of all of a list gets a value, with the traces of single saves, and the numbers add up', async () => {
  const before = await traces()
  const first = await done('emil', {
    do: 'edit',
    field: 'level',
    level: 'A',
    state: 'region=Leeds',
  })
  expect(sums(first)).toEqual({ total: 110, changed: 110, unchanged: 0, refused: 0 })
  const [row] = await asAmy<{ leeds: number; others: number }>(sql`
    select count(*) filter (where region = 'Leeds' and owner_id = ${office.people.emil})::int as leeds,
      count(*) filter (where region <> 'Leeds' or owner_id <> ${office.people.emil})::int as others
    from contacts.accounts where level = 'A' and version = 2`)
  expect(row).toEqual({ leeds: 110, others: 0 })
  const after = await traces()
  expect(after).toEqual({
    audit: before.audit + 110,
    lines: before.lines + 110,
    events: before.events + 110,
  })
  const again = await done('emil', { do: 'edit', field: 'level', level: 'A', state: '' })
  expect(sums(again)).toEqual({ total: 220, changed: 110, unchanged: 110, refused: 0 })
  expect((await traces()).audit).toBe(after.audit + 110)
  const emptied = await done('emil', {
    do: 'edit',
    field: 'level',
    empty: '1',
    state: 'region=Hull',
  })
  expect(sums(emptied)).toEqual({ total: 110, changed: 110, unchanged: 0, refused: 0 })
})

const traces = async () => {
  const [row] = await asAmy<{ audit: number; lines: number; events: number }>(sql`
    select (select count(*)::int from core.audit where object = ${account} and action = 'changed') as audit,
      (select count(*)::int from core.timeline where kind = 'contacts.changed') as lines,
      (select count(*)::int from core.events where name = 'contacts.account.changed') as events`)
  return row ?? { audit: 0, lines: 0, events: 0 }
}

test('own fields, tags, owners and the archive are changed alike, by any filter', async () => {
  const where = `1*all*region.is.Hull*name.contains.1`
  const state = new URLSearchParams({ where }).toString()
  const own = await done('emil', { do: 'edit', field: tier, [tier]: 'gold', state })
  expect(own.changed).toBe(own.total)
  expect(own.total).toBeGreaterThan(20)
  const [entries] = await asAmy<{ count: number }>(sql`
    select count(*)::int as count from core.own_entries where text = 'gold'`)
  expect(entries?.count).toBe(own.total)

  const tagged = await done('emil', { do: 'tag', name: 'fair', state })
  expect(sums(tagged)).toEqual({ ...sums(own), unchanged: 0 })
  expect((await done('emil', { do: 'tag', name: 'fair', state })).unchanged).toBe(own.total)

  const { lin } = office.people
  const given = await done('lin', { do: 'assign', owner: lin, state: 'tag=fair' })
  expect(sums(given)).toEqual(sums(own))
  // What is lin’s by now is out of emil’s reach, and no list of his shows it.
  const gone = await office.as('emil').get(`${list}/bulk?do=archive&tag=fair`)
  expect(await gone.text()).toContain('nothing would be changed')
  const archived = await done('lin', { do: 'archive', state: 'tag=fair' })
  expect(sums(archived)).toEqual(sums(own))
  const back = await done('lin', { do: 'restore', state: 'tag=fair&archived=1' })
  expect(sums(back)).toEqual(sums(own))
})

test('a run reaches no further than who began it does now, and says what it refused', async () => {
  const { emil } = office.people
  const { product } = office.app
  const id = await office.inScope('amy', async (scope) => {
    const all = await accountList.bulk.ids(scope, new URLSearchParams())
    const run = await beginRun(
      scope,
      'contacts.accounts',
      { deed: 'tag', name: 'all' },
      all ?? sql``,
    )
    // As if emil had begun it when he reached more.
    await scope.db.execute(sql`
      update core.bulk_runs set started_by = ${emil} where id = ${run ?? null}`)
    return run ?? ''
  })
  const ended = await until('the run has ended', async () => {
    const run = await office.inScope('amy', (scope) => findRun(scope, id))
    return run.state !== 'running' && run
  })
  expect(ended.total).toBe(count)
  expect(ended.refused).toBeGreaterThanOrEqual(10)
  expect(ended.changed + ended.unchanged + ended.refused).toBe(count)
  const [tagged] = await asAmy<{ foreign: number }>(sql`
    select count(*)::int as foreign from core.taggings g join core.tags t on t.id = g.tag_id
    join contacts.accounts a on a.id = g.record_id
    where t.name = 'all' and a.owner_id = ${office.people.sun}`)
  expect(tagged?.foreign).toBe(0)
  const page = await (await office.as('emil').get(`/lists/runs/${id}`)).text()
  expect(page).toContain('records that you may not see')
  expect(page).not.toContain('Firm 225')
  expect((await office.as('sun').get(`/lists/runs/${id}`)).status).toBe(404)
  expect(product.registry.modules.length).toBe(1)
})

test('gone on with after a crash in the middle, no record is done twice and none is left out', async () => {
  const { product } = office.app
  const { amy } = office.people
  const as = <T>(work: Parameters<typeof asPerson<T>>[4]) =>
    asPerson(product, office.company, amy, 'test', work)
  const id = await office.inScope('amy', async (scope) => {
    const all = await accountList.bulk.ids(scope, new URLSearchParams())
    const run = await beginRun(
      scope,
      'contacts.accounts',
      { deed: 'edit', field: 'source', typed: 'Fair' },
      all ?? sql``,
    )
    return run ?? ''
  })
  const crash = new Error('the process died')
  await expect(
    as(async (scope) => {
      await doBatch(product.registry, scope, id)
      throw crash
    }),
  ).rejects.toThrow(crash)
  // The queue and this test go on with it at once: each batch is done by one of them.
  await takeOn(product, office.company, { id, startedBy: amy }, 'test')
  const run = await office.inScope('amy', (scope) => findRun(scope, id))
  expect(sums(run)).toEqual({ total: count, changed: count, unchanged: 0, refused: 0 })
  const [twice] = await asAmy<{ most: number }>(sql`
    select max(times)::int as most from (select count(*) as times from core.audit
      where action = 'changed' and after ->> 'source' = 'Fair' group by record_id) audited`)
  expect(twice?.most).toBe(1)
})

test('cancelled, it stops before its next batch; what is done stays, and the sum says so', async () => {
  const id = await office.inScope('amy', async (scope) => {
    const all = await accountList.bulk.ids(scope, new URLSearchParams())
    const run = await beginRun(
      scope,
      'contacts.accounts',
      { deed: 'tag', name: 'never' },
      all ?? sql``,
    )
    await scope.db.execute(sql`
      update core.bulk_runs set state = 'cancelled', finished_at = now() where id = ${run ?? null}`)
    return run ?? ''
  })
  await takeOn(office.app.product, office.company, { id, startedBy: office.people.amy }, 'test')
  const page = await (await office.as('amy').get(`/lists/runs/${id}`)).text()
  expect(page).toContain('were not reached')
  expect(await asAmy(sql`select from core.tags where name = 'never'`)).toEqual([])
})

test('it asks first, says for how many, and refuses what makes no sense beside the field', async () => {
  const emil = office.as('emil')
  const ask = await (await emil.get(`${list}/bulk?do=archive&region=Leeds`)).text()
  expect(ask).toContain('Region: Leeds')
  expect(ask).toMatch(/Archive: \d+ records/)
  const refused = async (form: Record<string, string>) => {
    const answer = await emil.post(`${list}/bulk/start`, { state: '', ...form })
    expect(answer.status).toBe(422)
    return answer.text()
  }
  expect(await refused({ do: 'edit' })).toContain('Which field is to be changed?')
  expect(await refused({ do: 'edit', field: 'level', level: '' })).toContain(
    'or choose to empty it',
  )
  expect(await refused({ do: 'edit', field: 'employees', employees: 'many' })).toContain('many')
  expect(await refused({ do: 'edit', field: code, [code]: 'X' })).toContain('can only be emptied')
  expect(await refused({ do: 'tag', name: '' })).toContain('needed')
  expect(await refused({ do: 'assign' })).toContain('Choose a person')
  expect(await refused({ do: 'archive', state: 'where=nonsense' })).toContain('cannot be read')
  // Its name is each record's own.
  expect(await refused({ do: 'edit', field: 'name', name: 'X' })).toContain('Which field')
  expect((await emil.post(`${list}/bulk/start`, { do: 'destroy', state: '' })).status).toBe(404)
  expect((await office.as('tara').get(`${list}/bulk?do=archive`)).status).toBe(404)
})

test('sent twice, it runs once; and who began it is told at its end', async () => {
  const _once = crypto.randomUUID()
  const form = { do: 'tag', name: 'once', state: 'region=Leeds', _once }
  const [one, two] = await Promise.all([
    office.as('emil').post(`${list}/bulk/start`, form),
    office.as('emil').post(`${list}/bulk/start`, form),
  ])
  expect(one.headers.get('location')).toBe(two.headers.get('location'))
  await until('emil is told', async () =>
    (await (await office.as('emil').get('/notifications')).text()).includes('Add a tag'),
  )
})

test('another company’s runs are not there, and cannot be cancelled', async () => {
  const valley = await office.another()
  await switchOn(valley)
  const [run] = await query<{ id: string }>(
    office,
    (ask) => ask`select id from core.bulk_runs limit 1`,
  )
  expect((await valley.as('amy').get(`/lists/runs/${run?.id}`)).status).toBe(404)
  expect((await valley.as('amy').post(`/lists/runs/${run?.id}/cancel`)).status).toBe(404)
})
