import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSavedViews } from '../../../core/lists/saved-views.ts'
import { openContactsOffice, switchOn } from '../../modules/contacts/contacts-office.ts'
import { makeAccount } from '../../modules/contacts/make.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import type { Visitor } from '../../setup/visitor.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
  const { registry } = office.app.product
  const { emil, lin } = office.people
  const { sales } = office.departments
  await office.inScope('amy', async (scope) => {
    const mine = { ownerId: emil, departmentId: sales }
    await makeAccount(scope, registry, { name: 'Emil’s in Leeds', region: 'Leeds' }, mine)
    await makeAccount(scope, registry, { name: 'Emil’s in Hull', region: 'Hull' }, mine)
    const hers = { ownerId: lin, departmentId: sales }
    await makeAccount(scope, registry, { name: 'Lin’s in Leeds', region: 'Leeds' }, hers)
  })
})
afterAll(() => office?.close())

const list = '/contacts/accounts'

/** Saves a view and returns its address. */
async function save(who: Visitor, form: Record<string, string>): Promise<string> {
  const answer = await who.post(`${list}/views`, form)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const idIn = (address: string) => new URLSearchParams(address.split('?')[1]).get('view') ?? ''
const page = async (who: Visitor, path = list) => (await who.get(path)).text()
const as = (name: PersonName) => office.as(name)

test('a person finds a list again as they left it, under a name, and nobody else sees it', async () => {
  const emil = as('emil')
  const params = 'q=Emil&region=Leeds&sort=-updated'
  const at = await save(emil, { name: 'Leeds', params, columns: 'email,phone' })
  const shown = await page(emil, `${list}?view=${idIn(at)}`)
  expect(shown).toContain('Emil’s in Leeds')
  expect(shown).not.toContain('Emil’s in Hull')
  expect(shown).toMatch(/aria-current="true">Leeds</)
  expect(shown).toMatch(/<th scope="col"[^>]*>E-mail<th scope="col"[^>]*>Phone<tbody>/)
  expect(await page(emil)).toContain('>Leeds</a>')

  for (const other of ['amy', 'lin', 'sun'] as const) {
    expect(await page(as(other), `${list}?view=${idIn(at)}`)).toContain('not shared with you')
    expect((await as(other).get(`${list}/views/edit?id=${idIn(at)}`)).status).toBe(404)
    expect((await as(other).post(`${list}/views/${idIn(at)}/delete`)).status).toBe(404)
  }
})

test('a shared view shows everybody only what is in their own reach, and never widens it', async () => {
  const lin = as('lin')
  const sales = office.departments.sales
  const at = await save(lin, { name: 'All of Leeds', params: 'region=Leeds', department: sales })
  const address = `${list}?view=${idIn(at)}`
  expect(await page(lin, address)).toContain('Lin’s in Leeds')
  const emils = await page(as('emil'), address)
  expect(emils).toContain('All of Leeds')
  expect(emils).toContain('Emil’s in Leeds')
  expect(emils).not.toContain('Lin’s in Leeds')
  expect(await page(as('sun'))).not.toContain('All of Leeds')
  expect(await page(as('amy'))).toContain('All of Leeds')
  expect((await as('emil').get(`${list}/views/edit?id=${idIn(at)}`)).status).toBe(404)
})

test('sharing takes the permission, and reaches no further than it does', async () => {
  const { service, sales } = office.departments
  const refused = async (who: PersonName, department: string) =>
    (await as(who).post(`${list}/views`, { name: 'Mine', params: '', department })).status
  expect(await refused('emil', sales)).toBe(422)
  expect(await refused('lin', service)).toBe(422)
  expect(await refused('lin', 'no id')).toBe(422)
  const answer = await as('lin').post(`${list}/views`, { name: '', params: 'region=Hull' })
  expect(answer.status).toBe(422)
  const body = await answer.text()
  expect(body).toContain('This is needed')
  expect(body).toContain('value="region=Hull"')
})

test('a role opens the list with the view an administrator set, until its member chooses another', async () => {
  const amy = as('amy')
  const sun = as('sun')
  const at = await save(amy, { name: 'Hull first', params: 'region=Hull' })
  const set = await amy.post(`${list}/views/defaults`, { mine: '', role_member: idIn(at) })
  expect(set.status).toBe(303)
  expect(await page(sun)).toMatch(/aria-current="true">Hull first</)
  expect(await page(sun, `${list}?view=all`)).not.toMatch(/aria-current="true">Hull first</)
  // Whoever is no member is not led there; whoever takes the filter away is not led back.
  expect(await page(as('lin'))).not.toMatch(/aria-current="true">Hull first</)
  const start = await page(sun)
  const removed = /class="chip" href="([^"]+)"/.exec(start)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await page(sun, removed)).not.toContain('class="chip"')

  expect((await sun.post(`${list}/views/defaults`, { mine: 'whole' })).status).toBe(303)
  expect(await page(sun)).not.toMatch(/aria-current="true">Hull first</)
  await sun.post(`${list}/views/defaults`, { mine: '' })
  expect(await page(sun)).toMatch(/aria-current="true">Hull first</)
  // Setting it for a role is the administrators' alone.
  await as('lin').post(`${list}/views/defaults`, { role_member: '' })
  expect(await page(sun)).toMatch(/aria-current="true">Hull first</)
  await amy.post(`${list}/views/${idIn(at)}/delete`)
  expect(await page(sun)).not.toContain('Hull first')
})

test('a view is renamed, takes over what the list shows now, and a second save meanwhile is told', async () => {
  const emil = as('emil')
  const at = await save(emil, { name: 'Draft', params: 'region=Leeds' })
  const id = idIn(at)
  const changed = `${list}?view=${id}&sort=-name&region=Hull`
  expect(await page(emil, changed)).toContain('changed')
  await emil.post(`${list}/views/${id}/state`, { params: 'sort=-name&region=Hull', columns: '' })
  expect(await page(emil, `${list}?view=${id}`)).toContain('Emil’s in Hull')
  const form = await page(emil, `${list}/views/edit?id=${id}`)
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
  const renamed = await emil.post(`${list}/views/${id}`, { name: 'Final', version })
  expect(renamed.status).toBe(303)
  const late = await emil.post(`${list}/views/${id}`, { name: 'Late', version })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('meanwhile')
  const taken = await emil.post(`${list}/views`, { name: 'Final', params: '' })
  expect(await taken.text()).toContain('has this name already')
})

test('what others see of views stands in the audit trail; what one keeps for oneself does not', async () => {
  const trail = async () =>
    (await (await as('amy').get('/admin/audit?object=core.saved-view')).text()).match(
      /data-testid="row"/g,
    )?.length ?? 0
  const before = await trail()
  await save(as('lin'), { name: 'Quiet', params: '' })
  expect(await trail()).toBe(before)
  await save(as('lin'), { name: 'Loud', params: '', department: office.departments.east })
  expect(await trail()).toBe(before + 1)
})

test('a view that asks for what is gone says so and shows the rest', async () => {
  const emil = as('emil')
  const at = await save(emil, { name: 'Old', params: 'region=Leeds' })
  await office.inScope('emil', async ({ db, company }) => {
    await db.execute(sql`
      update core.saved_views set params = 'region=Leeds&own_grade=A'
      where company_id = ${company.id} and id = ${idIn(at)}`)
    await db.execute(sql`select pg_notify('stepwise', ${`views ${company.id}`})`)
  })
  await until('the view is read anew', async () =>
    (await page(emil, `${list}?view=${idIn(at)}`)).includes('That part is left out'),
  )
  expect(await page(emil, `${list}?view=${idIn(at)}`)).toContain('Emil’s in Leeds')
})

test('two companies never see one another’s views', async () => {
  const valley: Firm = await office.another()
  await switchOn(valley)
  const at = await save(as('amy'), {
    name: 'Harbour only',
    params: '',
    department: office.departments.company,
  })
  const amy = valley.as('amy')
  expect(await page(amy, `${list}?view=${idIn(at)}`)).toContain('not shared with you')
  expect(await page(amy, `${list}/views`)).not.toContain('Harbour only')
  expect((await amy.post(`${list}/views/${idIn(at)}/delete`)).status).toBe(404)
  const found = await valley.inScope('amy', readSavedViews)
  expect(found).toEqual({ views: [], defaults: [] })
})

test('whatever an address says of views, the list answers', async () => {
  for (const query of [
    'view=',
    'view=%00',
    'view=all&view=x',
    'columns=%00,,x',
    `view=${'9'.repeat(999)}`,
  ])
    expect((await as('emil').get(`${list}?${query}`)).status).toBe(200)
})

test('once known, views cost a list no query, until one of them changes', async () => {
  const { savedViews } = office.app.product
  await office.inScope('emil', (scope) => savedViews.of(scope))
  await office.inScope('emil', async (scope) => {
    const silent = { ...scope, db: undefined as unknown as typeof scope.db }
    expect((await savedViews.of(silent)).views.length).toBeGreaterThan(0)
  })
  await save(as('emil'), { name: 'Newest', params: 'region=Hull' })
  expect(await page(as('emil'))).toContain('Newest')
})

test('the columns of a view are the view’s, and leave everybody’s own ones as they were', async () => {
  const emil = as('emil')
  const at = await save(emil, { name: 'Narrow', params: 'region=Leeds', columns: 'email' })
  const id = idIn(at)
  const columns = await page(emil, `${list}/columns?view=${id}&columns=email&region=Leeds`)
  const state = /name="state" value="([^"]+)"/.exec(columns)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const chosen = await emil.post(`${list}/columns`, {
    state,
    order: ['email', 'phone'],
    column: ['phone'],
  })
  const to = chosen.headers.get('location') ?? ''
  expect(new URLSearchParams(to.split('?')[1]).get('columns')).toBe('phone')
  expect(await page(emil, to)).toMatch(/<th scope="col"[^>]*>Phone<tbody>/)
  expect(await page(emil, `${list}?owner=me`)).toContain('>Industry')
})
