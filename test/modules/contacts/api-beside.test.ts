import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeRecords } from '../../../modules/contacts/merging/merging.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { type Json, type Program, programOf } from '../../setup/program.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
const programs = {} as Record<PersonName, Program>
beforeAll(async () => {
  office = await openContactsOffice()
  for (const name of ['lin', 'emil', 'sun'] as const)
    programs[name] = await programOf(office.app, office, name)
})
afterAll(() => office?.close())

const add = async (path: string, body: object): Promise<Json> => {
  const answer = await programs.emil.post(path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

const errorsOf = ({ body }: { body: Json }): string[] =>
  body.errors.map(({ pointer }: Json) => pointer)

test('a program notes important dates as a person would, changes and takes them away', async () => {
  const { emil } = programs
  const birthday = { kind: 'birthday', day: '1990-03-05', remindBefore: 7 }
  const made = await add('/contacts', {
    name: '王芳',
    dates: [birthday, { kind: 'other', name: '入职', day: '--09-01' }],
  })
  expect(made.dates).toMatchObject([
    { ...birthday, name: '', recurs: 'yearly' },
    { kind: 'other', name: '入职', day: '--09-01', remindBefore: null },
  ])
  const path = `/contacts/${made.id}`
  const [first] = made.dates
  const changed = await emil.patch(path, { dates: [{ ...first, remindBefore: null }] }, 1)
  expect(changed.body.dates).toEqual([{ ...first, remindBefore: null }])
  expect((await emil.patch(path, { title: 'Buyer' }, '*')).body.dates).toHaveLength(1)
  const page = await (await office.as('emil').get(`/contacts/people/${made.id}`)).text()
  expect(page).toContain('5 Mar 1990')

  const wrong = [
    { kind: 'other', day: '2026-02-30' },
    { kind: 'birthday', day: '--03-05', recurs: 'once' },
    { id: office.company, kind: 'birthday', day: '--03-05' },
  ]
  const answer = await emil.patch(path, { dates: wrong }, '*')
  expect([answer.status, errorsOf(answer)]).toEqual([
    422,
    ['#/dates/0/name', '#/dates/0/day', '#/dates/1/day', '#/dates/2/id'],
  ])
  expect((await emil.get(path)).body.dates).toHaveLength(1)
})

test('a program notes relations, each end reads them, and none leads out of reach', async () => {
  const { emil, sun } = programs
  const harbour = await add('/accounts', { name: 'Harbour Tools' })
  const valley = await add('/accounts', { name: 'Valley Steel' })
  const supplies = { kind: 'supplies', side: 'forward', resource: 'accounts', note: 'since 2019' }
  const partner = { kind: 'partner', side: 'forward', resource: 'accounts', id: valley.id }
  const path = `/accounts/${harbour.id}`
  const noted = await emil.patch(
    path,
    { relations: [{ ...supplies, id: valley.id }, partner] },
    '*',
  )
  expect(noted.body.relations).toMatchObject([
    { ...supplies, id: valley.id, name: 'Valley Steel' },
    { kind: 'partner', note: '' },
  ])
  const [back] = (await emil.get(`/accounts/${valley.id}`)).body.relations
  expect(back).toMatchObject({ kind: 'supplies', side: 'backward', id: harbour.id })

  const again = await emil.patch(path, { relations: [{ ...partner, note: 'signed' }] }, '*')
  expect(again.body.relations).toMatchObject([{ kind: 'partner', note: 'signed' }])
  expect((await emil.get(`/accounts/${valley.id}`)).body.relations).toHaveLength(1)

  const hidden = await office.inScope('amy', (scope) =>
    makeAccount(
      scope,
      office.app.product.registry,
      { name: 'Hidden' },
      {
        ownerId: office.people.sun,
        departmentId: office.departments.service,
      },
    ),
  )
  const answer = await emil.patch(
    path,
    {
      relations: [
        { ...partner, id: hidden },
        { ...partner, id: harbour.id },
        { ...partner, kind: 'nonsense' },
        { ...partner, resource: 'contacts' },
      ],
    },
    '*',
  )
  expect(answer.status).toBe(422)
  expect(errorsOf(answer)).toEqual(
    expect.arrayContaining(['#/relations/0/id', '#/relations/1/id', '#/relations/2/kind']),
  )
  expect((await emil.get(path)).body.relations).toHaveLength(1)
  expect((await sun.patch(path, { relations: [] }, '*')).status).toBe(404)
  expect((await emil.patch(path, { relations: [] }, '*')).body.relations).toEqual([])
})

test('what DELETE put away comes back by restore, with the version it was read with', async () => {
  const { emil, sun } = programs
  const { id } = await add('/accounts', { name: 'Put away' })
  const path = `/accounts/${id}`
  await emil.ask('DELETE', path)
  expect((await emil.get(path)).body.archivedAt).not.toBeNull()
  expect((await sun.ask('POST', `${path}/restore`)).status).toBe(404)
  expect((await emil.ask('POST', `${path}/restore`, undefined, { 'if-match': '"1"' })).status).toBe(
    412,
  )
  const back = await emil.ask('POST', `${path}/restore`, undefined, { 'if-match': '"2"' })
  expect([back.status, back.body.archivedAt, back.body.version]).toEqual([200, null, 3])
  expect((await emil.ask('POST', `${path}/restore`)).body.version).toBe(3)
  expect((await emil.ask('GET', `${path}/restore`)).status).toBe(405)
})

test('the number of a record that was merged away leads to the one it is part of, for who may see that', async () => {
  const { emil, sun } = programs
  const winner = await add('/accounts', { name: 'Star River' })
  const loser = await add('/accounts', { name: 'Star River plc' })
  await office.inScope('emil', (scope) =>
    mergeRecords(
      scope,
      office.app.product.registry,
      'accounts',
      { id: winner.id },
      { id: loser.id },
      {},
    ),
  )
  const answer = await emil.get(`/accounts/${loser.id}`)
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe(`/api/v1/accounts/${winner.id}`)
  expect(answer.body).toMatchObject({ type: 'urn:stepwise:problem:moved', status: 301 })
  expect((await sun.get(`/accounts/${loser.id}`)).status).toBe(404)
  expect((await emil.patch(`/accounts/${loser.id}`, { region: 'Hull' }, '*')).status).toBe(404)
})
