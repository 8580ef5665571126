import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may } from '../../../core/access/person.ts'
import { accountCard } from '../../../modules/contacts/accounts/account-card.tsx'
import { askAboutAccount } from '../../../modules/contacts/duplicates/asking.ts'
import { findAccounts, findPeople } from '../../../modules/contacts/finding.ts'
import { transfers } from '../../../modules/contacts/transfers.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { openContactsOffice, switchOn } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

/** Accounts of one firm, named after whose they are; each has a contact of the same place. */
const names = ['emils', 'lins', 'suns', 'salesPool', 'eastPool', 'servicePool', 'nobodys'] as const
type Name = (typeof names)[number]
type Ids = Record<Name, { account: string; person: string }>

/** Who sees what: administrators all, leads their tree, members their own and their pools. */
const sees: Record<PersonName, readonly Name[]> = {
  amy: names,
  lin: ['emils', 'lins', 'salesPool', 'eastPool', 'nobodys'],
  emil: ['emils', 'salesPool', 'nobodys'],
  sun: ['suns', 'servicePool', 'nobodys'],
  tara: [],
}
const people = Object.keys(sees) as PersonName[]

let office: Office
let ids: Ids
let foreign: string
beforeAll(async () => {
  office = await openContactsOffice()
  ids = await fill(office)
  const other = await office.another()
  await switchOn(other)
  foreign = (await fill(other)).nobodys.account
})
afterAll(() => office?.close())

function placesOf({ people: ids, departments }: Firm) {
  return {
    emils: { ownerId: ids.emil, departmentId: departments.sales },
    lins: { ownerId: ids.lin, departmentId: departments.sales },
    suns: { ownerId: ids.sun, departmentId: departments.service },
    salesPool: { departmentId: departments.sales },
    eastPool: { departmentId: departments.east },
    servicePool: { departmentId: departments.service },
    nobodys: {},
  }
}

async function fill(firm: Firm): Promise<Ids> {
  const { registry } = office.app.product
  const places = placesOf(firm)
  return firm.inScope('amy', async (scope) => {
    const made = {} as Ids
    for (const name of names) {
      const account = await makeAccount(scope, registry, { name: `marker ${name}` }, places[name])
      const person = await makePerson(
        scope,
        registry,
        { name: `marker ${name}` },
        account,
        places[name],
      )
      made[name] = { account, person }
    }
    return made
  })
}

/** The markers a text shows. */
const markersIn = (text: string): Name[] =>
  names.filter((name) => text.includes(`marker ${name}`)).sort()

const allowed = (who: PersonName): Name[] => [...sees[who]].sort()

describe.each(people)('%s', (who) => {
  test.each(['/contacts/accounts', '/contacts/people'])(
    'sees exactly theirs at %s',
    async (path) => {
      const answer = await office.as(who).get(path)
      if (sees[who].length === 0) return expect(answer.status).toBe(404)
      const html = await answer.text()
      expect(markersIn(html)).toEqual(allowed(who))
      expect(html).toContain(`${sees[who].length} in all`)
    },
  )

  test.each(['accounts', 'people'] as const)('opens exactly theirs among %s', async (list) => {
    const random = '01890000-0000-7000-8000-000000000000'
    const nothing = await masked(await office.as(who).get(`/contacts/${list}/${random}`))
    for (const name of names) {
      const id = ids[name][list === 'accounts' ? 'account' : 'person']
      for (const page of ['', '/edit']) {
        const answer = await office.as(who).get(`/contacts/${list}/${id}${page}`)
        const mine = sees[who].includes(name)
        expect(answer.status, `${name}${page}`).toBe(mine ? 200 : 404)
        if (!mine && page === '') expect(await masked(answer)).toBe(nothing)
      }
    }
    const theirs = await office.as(who).get(`/contacts/${list}/${foreign}`)
    expect([theirs.status, await masked(theirs)]).toEqual([404, nothing])
  })

  test('finds, exports and is told of exactly theirs', async () => {
    await office.inScope(who, async (scope) => {
      for (const find of [findAccounts, findPeople]) {
        const hits = await find(scope, 'marker', 50)
        expect(markersIn(hits.map(({ title }) => title).join())).toEqual(allowed(who))
      }
      for (const transfer of transfers) {
        const rows = await transfer.read(scope, new URLSearchParams(), undefined, 100)
        const taken = may(scope.user, transfer.exportPermission) ? allowed(who) : []
        expect(markersIn(JSON.stringify(rows))).toEqual(taken)
        expect(await transfer.count(scope, new URLSearchParams())).toBe(taken.length)
      }
      const card = String((await accountCard(scope)) ?? '')
      for (const shown of markersIn(card)) expect(sees[who]).toContain(shown)
    })
  })

  test('is told whole of no record like a new one but theirs, and of others no name', async () => {
    await office.inScope(who, async (scope) => {
      const open: Name[] = []
      for (const name of names) {
        const { similar } = await askAboutAccount(scope, { name: `marker ${name}` })
        expect(similar.length, name).toBe(1)
        for (const one of similar)
          if (one.kind === 'masked') expect(JSON.stringify(one), name).not.toContain(name)
          else open.push(name)
      }
      expect(open.sort()).toEqual(allowed(who))
    })
  })

  test('changes nothing of others', async () => {
    for (const name of names.filter((one) => !sees[who].includes(one))) {
      const account = `/contacts/accounts/${ids[name].account}`
      const person = `/contacts/people/${ids[name].person}`
      for (const [path, form] of [
        [account, { name: 'taken', version: '1' }],
        [`${account}/archive`, {}],
        [`${account}/notes`, { body: 'taken' }],
        [`${account}/tags`, { name: 'taken' }],
        [person, { name: 'taken', version: '1' }],
        [`${person}/restore`, {}],
        [`${person}/unlink`, { account: ids[name].account }],
        ['/contacts/accounts/assign', { id: ids[name].account, owner: office.people.emil }],
        ['/contacts/accounts/bulk', { id: ids[name].account, do: 'archive' }],
        ['/contacts/people/tag', { id: ids[name].person, name: 'taken' }],
      ] as const)
        expect((await office.as(who).post(path, form)).status, path).toBe(404)
    }
    const html = await (await office.as('amy').get('/contacts/accounts')).text()
    expect(markersIn(html)).toEqual([...names].sort())
  })
})

test('a name is offered, as a parent or an employer, only of what may be seen', async () => {
  const offered = async (who: PersonName) =>
    (await office.as(who).get('/contacts/accounts/names?parent=marker')).text()
  expect(markersIn(await offered('sun'))).toEqual(allowed('sun'))
  const taken = await office
    .as('sun')
    .post('/contacts/accounts', { name: 'new', parent: 'marker emils' })
  const unknown = await office
    .as('sun')
    .post('/contacts/accounts', { name: 'new', parent: 'marker unknown' })
  expect([taken.status, unknown.status]).toEqual([422, 422])
  expect(await masked(taken, 'marker emils')).toBe(await masked(unknown, 'marker unknown'))
})

test('sun sees a contact of hers without the account of emil they also work for', async () => {
  const { registry } = office.app.product
  const person = await office.inScope('amy', (scope) =>
    makePerson(scope, registry, { name: 'go-between' }, ids.emils.account, {
      ownerId: office.people.sun,
      departmentId: office.departments.service,
    }),
  )
  for (const path of [`/contacts/people/${person}`, '/contacts/people?q=go-between']) {
    expect(await (await office.as('sun').get(path)).text(), path).not.toContain('marker emils')
    expect(await (await office.as('amy').get(path)).text(), path).toContain('marker emils')
  }
})

/** The page without what differs from one request to the next. */
async function masked(answer: Response, typed = ''): Promise<string> {
  const html = await answer.text()
  return html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll(typed || '\0', 'typed')
}
