import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDirectory } from '../../../core/access/directory.ts'
import { announce } from '../../../core/db/changes.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'

let office: Office
let other: Firm
beforeAll(async () => {
  office = await openOffice()
  other = await office.another()
})
afterAll(() => office.close())

const ask = (firm: Firm) => firm.inScope('amy', (scope) => office.app.product.directories.of(scope))

const rename = (name: string, tell: boolean) =>
  office.inScope('amy', async (scope) => {
    await scope.db.execute(sql`
      update core.users set name = ${name}
      where company_id = ${office.company} and id = ${office.people.emil}`)
    if (tell) await announce(scope.db, 'access', office.company)
  })

const nameOfEmil = async (firm: Firm) =>
  (await ask(firm)).colleagues.find(({ id }) => id === office.people.emil)?.name

test('a directory is read once, and anew as soon as anything about people changed', async () => {
  const before = await nameOfEmil(office)
  await rename('艾二', false)
  expect(await nameOfEmil(office)).toBe(before)
  await rename('艾三', true)
  const heard = async () => (await nameOfEmil(office)) === '艾三' || undefined
  expect(await until('the new name is heard of', heard)).toBe(true)
})

test('nobody of one company stands in the directory of another', async () => {
  const [ours, theirs] = [await ask(office), await ask(other)]
  const ids = new Set(ours.colleagues.map(({ id }) => id))
  expect(theirs.colleagues.length).toBeGreaterThan(3)
  expect(theirs.colleagues.filter(({ id }) => ids.has(id))).toEqual([])
  expect(await ask(other)).toEqual(await other.inScope('amy', readDirectory))
})
