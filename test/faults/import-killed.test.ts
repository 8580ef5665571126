import { expect, onTestFinished, test } from 'vitest'
import type { Pool } from '../../core/db/connection.ts'
import { startProduct } from '../setup/product.ts'
import { until } from '../setup/until.ts'
import { eyesInto, foundCompany, openContacts, post } from './office.ts'

/** Some 20 s on an idle machine. */
const timeout = 150_000
const rows = 20_000

type Progress = { state: string; done: number; created: number; skipped: number; updated: number }

async function progress(eyes: Pool): Promise<Progress | undefined> {
  const [found] = await eyes<Progress[]>`
    select state, done_rows as done, created, skipped, updated from core.imports`
  return found
}

/** Uploads a list of accounts and starts its import. */
async function beginImport(url: string, cookie: string): Promise<void> {
  const names = Array.from({ length: rows }, (_, at) => `Firm ${at + 1}`)
  const form = new FormData()
  form.set('kind', 'accounts')
  form.set('file', new File([['Name', ...names].join('\n')], 'firms.csv'))
  const taken = await fetch(`${url}/admin/import`, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: form,
    redirect: 'manual',
  })
  await post(url, `${taken.headers.get('location')}/start`, cookie, {})
}

test('an import goes on where it was after the product and then its database were killed', {
  timeout,
}, async () => {
  let product = await startProduct()
  const { folder } = product
  const cookie = await foundCompany(product)
  await openContacts(product.url, cookie)
  await beginImport(product.url, cookie)

  const reached = (share: number) => async () => {
    const eyes = await eyesInto(folder)
    try {
      const found = await progress(eyes)
      return found && found.done >= rows * share && found
    } finally {
      await eyes.end()
    }
  }
  expect(await until('a tenth is imported', reached(0.1), 30)).toMatchObject({ state: 'running' })
  process.kill(await product.serverPid(), 'SIGKILL')
  await product.exited
  product = await startProduct({ folder })
  expect(await until('a third is imported', reached(0.33), 60)).toMatchObject({ state: 'running' })
  process.kill(await product.postgresPid(), 'SIGKILL')

  const eyes = await until(
    'the database is back',
    () => eyesInto(folder).catch(() => undefined),
    30,
  )
  onTestFinished(() => eyes.end())
  const isDone = async () => {
    const found = await progress(eyes).catch(() => undefined)
    return found?.state === 'done' && found
  }
  expect(await until('the import is done', isDone, 90)).toMatchObject({
    done: rows,
    created: rows,
    updated: 0,
    skipped: 0,
  })
  const [stored] = await eyes`
    select count(*)::int as firms, count(distinct name)::int as names from contacts.accounts`
  expect(stored).toEqual({ firms: rows, names: rows })
})
