import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeRecords } from '../../../modules/contacts/merging/merging.ts'
import { undoMerge } from '../../../modules/contacts/merging/undoing.ts'
import { readPerson } from '../../../modules/contacts/people/person-record.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { type Json, programOf } from '../../setup/program.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry
const read = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()

const person = async (name: string, who: PersonName = 'emil') =>
  `/contacts/people/${await office.inScope(who, (scope) => makePerson(scope, registry(), { name }))}`
const account = async (name: string, who: PersonName = 'emil') =>
  `/contacts/accounts/${await office.inScope(who, (scope) => makeAccount(scope, registry(), { name }))}`
const idOf = (path: string) => path.split('/').at(-1) ?? ''

const relate = (path: string, way: string, other: string, more: Record<string, string> = {}) =>
  office.as('emil').post(`${path}/relations`, { way, other, ...more })

/** What stands in the panel of relations: the other one, and what it is. */
const panelOf = async (path: string, who: PersonName = 'emil') => {
  const [, panel = ''] = (await read(path, who)).split('<h2>Relations')
  return [
    ...(panel.split('</section>')[0] ?? '').matchAll(
      /title">([^<]+)<\/span><span class="note">([^<]+)/g,
    ),
  ].map(([, name, what]) => `${what}: ${name}`)
}

test('a manager stands on the page of the report, and the report on the manager’s, each in their words', async () => {
  const [wang, zhang] = [await person('王总'), await person('小张')]
  expect(
    (await relate(zhang, 'reports_to.forward.person', '王总', { note: 'since May' })).status,
  ).toBe(303)
  expect(await panelOf(zhang)).toEqual(['Manager · since May: 王总'])
  expect(await panelOf(wang)).toEqual(['Direct report · since May: 小张'])
  expect(await read(zhang)).toContain('noted a relation: Manager')
  expect(await read(wang)).toContain('noted a relation: Direct report')
  const again = await relate(wang, 'reports_to.backward.person', '小张')
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('This relation is noted already.')
  const trail = await office.inScope('amy', ({ db }) =>
    db.execute<{ record: string; after: object }>(sql`
      select record_id as record, after from core.audit
      where action = 'linked' and record_id in (${idOf(wang)}, ${idOf(zhang)}) order by id`),
  )
  expect(trail.map(({ record }) => record).sort()).toEqual([idOf(wang), idOf(zhang)].sort())
})

test('what is mutual reads the same on both, whoever notes it, and only once', async () => {
  const [a, b] = [await account('甲公司'), await account('乙公司')]
  await relate(a, 'partner.forward.account', '乙公司')
  expect((await relate(b, 'partner.forward.account', '甲公司')).status).toBe(422)
  expect([await panelOf(a), await panelOf(b)]).toEqual([['Partner: 乙公司'], ['Partner: 甲公司']])
})

test('an adviser is a contact of an account; ways that do not fit are not offered and not taken', async () => {
  const [firm, adviser] = [await account('求教公司'), await person('顾问老师')]
  const form = await read(`${firm}/relations/new`)
  expect(form).toContain('Adviser (a contact)')
  expect(form).not.toContain('Manager')
  expect((await relate(firm, 'reports_to.forward.person', '顾问老师')).status).toBe(422)
  expect((await relate(firm, 'adviser_to.backward.person', '顾问老师')).status).toBe(303)
  expect(await panelOf(adviser)).toEqual(['Adviser to: 求教公司'])
  const lost = await relate(firm, 'adviser_to.backward.person', '没有这个人')
  expect(lost.status).toBe(422)
  expect(await lost.text()).toContain('value="没有这个人"')
  expect(await (await relate(firm, 'partner.forward.account', '求教公司')).text()).toContain(
    'no relation to itself',
  )
})

test('a form sent twice notes one relation, and taking it away takes it from both', async () => {
  const [a, b] = [await person('双击甲'), await person('双击乙')]
  const once = hiddenOf(await read(`${a}/relations/new`), '_once')
  for (const _ of [1, 2])
    expect((await relate(a, 'family.forward.person', '双击乙', { _once: once })).status).toBe(303)
  expect(await panelOf(b)).toEqual(['Spouse or family: 双击甲'])
  const remove = /action="([^"]+\/relations\/[^"]+\/remove)"/.exec(await read(b))?.[1] ?? ''
  expect((await office.as('emil').post(remove)).status).toBe(303)
  expect([await panelOf(a), await panelOf(b)]).toEqual([[], []])
  expect(await read(a)).toContain('removed a relation: Spouse or family')
  expect((await office.as('emil').post(remove)).status).toBe(404)
})

test('a related record out of reach, or put away, appears not at all', async () => {
  const [mine, hidden] = [await person('看得见'), await person('看不见', 'sun')]
  const told = await relate(mine, 'family.forward.person', '看不见')
  expect(told.status, 'emil cannot even name whom he may not see').toBe(422)
  await office
    .as('amy')
    .post(`${mine}/relations`, { way: 'family.forward.person', other: '看不见' })
  expect(await panelOf(mine, 'amy')).toHaveLength(1)
  expect(await read(mine)).not.toContain('看不见')
  expect(await read(hidden, 'sun')).not.toContain('看得见')
  const remove =
    /action="([^"]+\/relations\/[^"]+\/remove)"/.exec(await read(mine, 'amy'))?.[1] ?? ''
  expect((await office.as('emil').post(remove)).status, 'what he does not see').toBe(404)
  await office.as('amy').post(`${hidden}/archive`)
  expect(await panelOf(mine, 'amy')).toEqual([])
})

test('nobody notes anything on a record they may not change, in this firm or the next', async () => {
  const [mine, suns] = [await person('艾米尔的'), await person('孙悦的', 'sun')]
  const next = await office.another()
  for (const visitor of [office.as('emil'), office.as('tara'), next.as('amy')]) {
    expect((await visitor.get(`${suns}/relations/new`)).status).toBe(404)
    const answer = await visitor.post(`${suns}/relations`, {
      way: 'family.forward.person',
      other: '艾米尔的',
    })
    expect(answer.status).toBe(404)
  }
  expect(await panelOf(mine)).toEqual([])
})

test('amy names kinds in both languages, hides one, and what is noted stays', async () => {
  expect((await office.as('emil').get('/contacts/relations/kinds')).status).toBe(404)
  const kinds = '/contacts/relations/kinds'
  const words = { forward_en: 'Mentor', 'forward_zh-CN': '导师', backward_en: 'Mentee' }
  const empty = await office
    .as('amy')
    .post(kinds, { from: 'person', to: 'person', forward_en: 'Mentor' })
  expect(empty.status).toBe(422)
  await office.as('amy').post(kinds, { from: 'person', to: 'person', ...words })
  const key = /kinds\/(own_[0-9a-f]+)\/hide/.exec(await read(kinds, 'amy'))?.[1] ?? ''
  const [teacher, student] = [await person('师父'), await person('徒弟')]
  await relate(student, `${key}.forward.person`, '师父')
  expect(await panelOf(teacher)).toEqual(['Mentee: 徒弟'])
  await office.as('amy').post(`${kinds}/${key}`, { ...words, forward_en: 'Coach' })
  await office
    .as('amy')
    .post(`${kinds}/family`, { forward_en: 'Relative', backward_en: 'Relative' })
  expect(await panelOf(student)).toEqual(['Coach: 师父'])
  expect(await read(`${student}/relations/new`)).toContain('Relative (a contact)')
  await office.as('amy').post(`${kinds}/${key}/hide`)
  expect(await read(`${student}/relations/new`)).not.toContain('Coach')
  expect(await panelOf(student)).toEqual(['Coach: 师父'])
  await office.as('amy').post(`${kinds}/${key}/show`)
  expect(await read(`${student}/relations/new`)).toContain('Coach (a contact)')
  expect((await office.as('amy').get(`${kinds}/edit?kind=nothing`)).status).toBe(404)
  const next = await office.another()
  expect((await next.as('amy').get(`${kinds}/edit?kind=${key}`)).status).toBe(404)
})

test('a form that is old by now overwrites nothing: what was noted or put away meanwhile is said', async () => {
  const [one, other, away] = [
    await person('旧表甲'),
    await person('旧表乙'),
    await person('旧表丙'),
  ]
  const relation = async () => {
    const html = await read(one)
    return /relations\/([0-9a-f-]{36})\/remove/.exec(html)?.[1] ?? ''
  }
  await relate(one, 'family.forward.person', '旧表乙', { note: 'the first' })
  const late = await relate(other, 'family.forward.person', '旧表甲', { note: 'the second' })
  expect([late.status, await late.text()]).toEqual([
    422,
    expect.stringContaining('This relation is noted already.'),
  ])
  expect(await panelOf(one)).toEqual(['Relative · the first: 旧表乙'])

  await office.as('emil').post(`${away}/archive`, {})
  const gone = await relate(one, 'family.forward.person', '旧表丙', { note: 'kept as typed' })
  expect(gone.status).toBe(422)
  const html = await gone.text()
  expect(html).toContain('There is no such record that you may see')
  expect(html).toContain('value="kept as typed"')

  const id = await relation()
  const remove = () => office.as('emil').post(`${one}/relations/${id}/remove`)
  expect([(await remove()).status, (await remove()).status]).toEqual([303, 404])
})

test('while emil types, names are offered that the chosen way can lead to, and none out of his reach', async () => {
  const one = await person('挑选甲')
  await person('挑选乙')
  await account('挑选公司')
  await office.inScope('amy', (scope) =>
    makePerson(scope, registry(), { name: '挑选丙' }, undefined, {
      ownerId: office.people.sun,
      departmentId: office.departments.service,
    }),
  )
  const offered = async (query: string, who: PersonName = 'emil') => {
    const html = await read(`${one}/relations/names?${query}`, who)
    return [...html.matchAll(/<option value="(挑选[^"]*)"/g)].map(([, name]) => name)
  }
  expect(await offered('other=挑选&way=family.forward.person')).toEqual(['挑选甲', '挑选乙'].sort())
  expect(await offered('other=tiaoxuan&way=adviser_to.forward.account')).toEqual(['挑选公司'])
  expect((await offered('other=挑选&way=')).sort()).toEqual(['挑选公司', '挑选乙', '挑选甲'].sort())
  expect(await offered('other=挑选', 'sun')).toEqual([])
  expect(await read(`${one}/relations/new`)).toContain(`data-names="${one}/relations/names"`)
})

test('merging two contacts says each relation once and none to itself; undoing gives all back', async () => {
  const [stays, goes, third] = [await person('并甲'), await person('并乙'), await person('并丙')]
  await relate(stays, 'family.forward.person', '并乙')
  await relate(stays, 'recommended_by.forward.person', '并丙')
  await relate(goes, 'recommended_by.forward.person', '并丙')
  await relate(goes, 'reports_to.forward.person', '并丙')
  const merge = await office.inScope('emil', async (scope) => {
    const [a, b] = [await readPerson(scope, idOf(stays)), await readPerson(scope, idOf(goes))]
    return mergeRecords(scope, registry(), 'people', a, b, {})
  })
  expect((await panelOf(stays)).sort()).toEqual(['Manager: 并丙', 'Recommended by: 并丙'])
  expect((await panelOf(third)).sort()).toEqual(['Direct report: 并甲', 'Recommended: 并甲'])
  await office.inScope('emil', (scope) => undoMerge(scope, registry(), 'people', merge))
  expect((await panelOf(goes)).sort()).toEqual([
    'Manager: 并丙',
    'Recommended by: 并丙',
    'Relative: 并甲',
  ])
  expect((await panelOf(stays)).sort()).toEqual(['Recommended by: 并丙', 'Relative: 并乙'])
})

test('programs read relations and dates of the records they may see', async () => {
  const [firm, one] = [await account('接口公司'), await person('接口人')]
  await relate(firm, 'recommended_by.forward.person', '接口人')
  const date = { kind: 'birthday', recurs: 'yearly', at: '3月5日', remind: '' }
  await office.as('emil').post(`${one}/dates`, date)
  const emil = await programOf(office.app, office, 'emil')
  const { body } = await emil.get(`/accounts/${idOf(firm)}`)
  expect(body.relations).toEqual([
    {
      ...{ kind: 'recommended_by', side: 'forward', resource: 'contacts', id: idOf(one) },
      ...{ label: 'Recommended by', name: '接口人', note: '' },
    },
  ])
  const found = await emil.get(`/contacts?q=${encodeURIComponent('接口人')}`)
  expect(found.body.items.map(({ dates, relations }: Json) => [dates, relations[0].label])).toEqual(
    [
      [
        [expect.objectContaining({ kind: 'birthday', name: '', day: '--03-05', recurs: 'yearly' })],
        'Recommended',
      ],
    ],
  )
})
