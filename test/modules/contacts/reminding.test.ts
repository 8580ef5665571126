import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { remindOfTasks } from '../../../modules/contacts/tasks/reminding.ts'
import { planTask } from '../../../modules/contacts/tasks/tasks.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const plan = (who: PersonName, title: string, dueOn: string) =>
  office.inScope(who, (scope) =>
    planTask(scope, office.app.product.registry, null, { title, dueOn, ownerId: scope.user.id }),
  )

/** Lets the product remind as it would at a moment of UTC; the company's day is eight hours ahead. */
const remindAt = (moment: string) =>
  asOperator(office.app.product, office.company, 'test', (scope) =>
    remindOfTasks({
      ...scope,
      company: { ...scope.company, timeZone: 'Asia/Shanghai' },
      now: () => new Date(moment),
    }),
  )

const told = async (who: PersonName) =>
  [
    ...(await (await office.as(who).get('/notifications')).text()).matchAll(/Due: ([^<]+?) ?</g),
  ].map(([, title]) => title)

test('emil is reminded on the morning of the day, once, and not in the night before', async () => {
  await plan('emil', 'Due on the fifth', '2027-03-05')
  await plan('emil', 'Due on the sixth', '2027-03-06')
  await remindAt('2027-03-04T23:30:00Z')
  expect(await told('emil')).toEqual([])
  await remindAt('2027-03-05T00:10:00Z')
  await remindAt('2027-03-05T01:10:00Z')
  expect(await told('emil')).toEqual(['Due on the fifth'])
  expect(await told('lin')).toEqual([])
})

test('what became due while nothing ran is told of later, what is done is not', async () => {
  await plan('sun', 'Missed', '2027-03-07')
  const done = await plan('sun', 'Done already', '2027-03-07')
  await office.as('sun').post(`/contacts/tasks/${done}/done`)
  await remindAt('2027-03-09T02:00:00Z')
  expect(await told('sun')).toEqual(['Missed'])
})

test('a task that moves to another day is told of again on that day', async () => {
  const id = await plan('lin', 'Moving', '2027-03-10')
  await remindAt('2027-03-10T02:00:00Z')
  const form = await (await office.as('lin').get(`/contacts/tasks/${id}/edit`)).text()
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
  await office
    .as('lin')
    .post(`/contacts/tasks/${id}`, { title: 'Moving', dueOn: '2027-03-12', version })
  await remindAt('2027-03-11T02:00:00Z')
  expect(await told('lin')).toEqual(['Moving'])
  await remindAt('2027-03-12T02:00:00Z')
  expect(await told('lin')).toEqual(['Moving', 'Moving'])
})
