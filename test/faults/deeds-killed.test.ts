import { expect, onTestFinished, test } from 'vitest'
import type { Pool } from '../../core/db/connection.ts'
import { type Running, startProduct } from '../setup/product.ts'
import { until } from '../setup/until.ts'
import { beginImport, eyesInto, foundCompany, openContacts, post, progressOf } from './office.ts'

/** Some 25 s on an idle machine. */
const timeout = 150_000
const rows = 6_000
const twos = 300

type Course = { state: string; done: number; total: number }

/** Founds a company with so many accounts. */
async function furnish(product: Running): Promise<{ cookie: string; eyes: Pool }> {
  const cookie = await foundCompany(product)
  await openContacts(product.url, cookie)
  await beginImport(product.url, cookie, rows)
  const eyes = await eyesInto(product.folder)
  await until('the accounts are in', async () => (await progressOf(eyes))?.state === 'done', 90)
  return { cookie, eyes }
}

/** Kills the product once so much is done, starts it again, and waits for the end. */
async function killAt(
  product: Running,
  eyes: Pool,
  at: number,
  of: (eyes: Pool) => Promise<Course | undefined>,
) {
  await until('some of it is done', async () => ((await of(eyes))?.done ?? 0) >= at, 60)
  process.kill(await product.serverPid(), 'SIGKILL')
  await product.exited
  await eyes.end()
  const again = await startProduct({ folder: product.folder })
  const eyesAgain = await eyesInto(again.folder)
  onTestFinished(() => eyesAgain.end())
  const before = await of(eyesAgain)
  const end = await until(
    'all of it is done',
    async () => {
      const now = await of(eyesAgain)
      return now && now.state !== 'running' && now
    },
    90,
  )
  return { before, end, eyes: eyesAgain }
}

test('a deed on a whole list goes on where it was after a kill: no record is done twice, none is left out', {
  timeout,
}, async () => {
  const product = await startProduct()
  const { cookie, eyes } = await furnish(product)
  const form = { do: 'archive', state: '' }
  const begun = await post(product.url, '/contacts/accounts/bulk/start', cookie, form)
  expect(begun.status).toBe(303)
  const killed = await killAt(product, eyes, 600, async (ask) => {
    const [run] = await ask<Course[]>`select state, done, total from core.bulk_runs`
    return run
  })
  expect(killed.before).toMatchObject({ state: 'running', total: rows })
  expect(killed.before?.done).toBeLessThan(rows)
  expect(killed.end).toEqual({ state: 'done', done: rows, total: rows })
  const [row] = await killed.eyes`
    select (select count(*)::int from contacts.accounts where archived_at is not null) as away,
      (select max(version)::int from contacts.accounts) as version,
      (select count(*)::int from core.audit where action = 'archived') as audits,
      (select count(distinct record_id)::int from core.audit where action = 'archived') as records`
  expect(row).toEqual({ away: rows, version: 2, audits: rows, records: rows })
})

test('merging all certain pairs goes on where it was after a kill: each pair became one, and nothing else', {
  timeout,
}, async () => {
  const product = await startProduct()
  const { cookie, eyes } = await furnish(product)
  await eyes`
    insert into contacts.duplicate_pairs
      (company_id, id, object, first_id, second_id, score, reasons, run_id)
    select one.company_id, gen_random_uuid(), 'contacts.account', one.id, two.id, 99, '{}',
      gen_random_uuid()
    from (select *, row_number() over (order by id) as place from contacts.accounts) one
    join (select *, row_number() over (order by id) as place from contacts.accounts) two
      on two.place = one.place + 1
    where one.place % 2 = 1 and one.place <= ${twos * 2}`
  const begun = await post(product.url, '/contacts/duplicates/certain', cookie, { score: '95' })
  expect(begun.status).toBe(303)
  const killed = await killAt(product, eyes, 30, async (ask) => {
    const [run] = await ask<Course[]>`
      select state, done, total from contacts.duplicate_runs where task = 'merge'`
    return run
  })
  expect(killed.before).toMatchObject({ state: 'running', total: twos })
  expect(killed.before?.done).toBeLessThan(twos)
  expect(killed.end).toEqual({ state: 'done', done: twos, total: twos })
  const [row] = await killed.eyes`
    select (select count(*)::int from contacts.accounts) as accounts,
      (select count(*)::int from core.merges) as merges,
      (select count(distinct loser_id)::int from core.merges) as losers,
      (select count(*)::int from core.audit where action = 'merged') as audits`
  expect(row).toMatchObject({ accounts: rows - twos, merges: twos, losers: twos })
})
