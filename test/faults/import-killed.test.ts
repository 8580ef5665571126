import { expect, onTestFinished, test } from 'vitest'
import { startProduct } from '../setup/product.ts'
import { until } from '../setup/until.ts'
import { beginImport, eyesInto, foundCompany, openContacts, progressOf } from './office.ts'

/** Some 20 s on an idle machine. */
const timeout = 150_000
const rows = 20_000

test('an import goes on where it was after the product and then its database were killed', {
  timeout,
}, async () => {
  let product = await startProduct()
  const { folder } = product
  const cookie = await foundCompany(product)
  await openContacts(product.url, cookie)
  await beginImport(product.url, cookie, rows)

  const reached = (share: number) => async () => {
    const eyes = await eyesInto(folder)
    try {
      const found = await progressOf(eyes)
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
    const found = await progressOf(eyes).catch(() => undefined)
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
