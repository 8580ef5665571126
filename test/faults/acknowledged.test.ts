import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startProduct } from '../setup/product.ts'
import { until } from '../setup/until.ts'
import { eyesInto, foundCompany, get, openContacts } from './office.ts'
import { letThemSave, type Savers } from './savers.ts'

const people = 6
const rounds = 3

/** Some 20 s on an idle machine. */
const timeout = 150_000

/** Until everybody is at work again, and then until any moment. */
async function anyMoment(savers: Savers): Promise<void> {
  const before = savers.confirmed().length
  const saving = async () => savers.confirmed().length > before + people
  await until('everybody saves again', saving, 60)
  await wait(Math.random() * 800)
}

/** Somebody who reads while others save. */
function read(url: string, cookie: string, seen: Set<number>) {
  let done = false
  const reader = (async () => {
    while (!done) {
      const answer = await get(url, '/contacts/accounts', cookie)
      await answer.arrayBuffer()
      seen.add(answer.status)
      await wait(20)
    }
  })()
  return {
    finish: () => {
      done = true
      return reader
    },
  }
}

/** What was confirmed and is not there, and what is there twice. */
async function faultsIn(folder: string, savers: Savers) {
  const eyes = await eyesInto(folder)
  const rows = await eyes<{ name: string; count: number }[]>`
    select name, count(*)::int as count from contacts.accounts group by name`
  await eyes.end()
  const there = new Set(rows.map((row) => row.name))
  return {
    lost: savers.confirmed().filter((name) => !there.has(name)),
    twice: rows.filter((row) => row.count > 1).map((row) => row.name),
  }
}

test('whatever was confirmed is there, once, after the product was killed at any moment', {
  timeout,
}, async () => {
  let product = await startProduct()
  const { folder } = product
  const cookie = await foundCompany(product)
  await openContacts(product.url, cookie)
  const savers = letThemSave(product.url, cookie, people)
  for (let round = 1; round <= rounds; round++) {
    await anyMoment(savers)
    process.kill(await product.serverPid(), 'SIGKILL')
    await product.exited
    product = await startProduct({ folder })
    savers.moveTo(product.url)
  }
  await savers.finish()
  expect(await faultsIn(folder, savers)).toEqual({ lost: [], twice: [] })
  expect([...savers.answers().keys()].sort()).toEqual(['303', 'cut'])
  expect(product.said()).not.toContain('set up your company')
})

test('while PostgreSQL is dead people are asked for patience, and what was confirmed is there, once', {
  timeout,
}, async () => {
  const { folder, url, postgresPid, ...product } = await startProduct()
  const cookie = await foundCompany({ url, ...product })
  await openContacts(url, cookie)
  const savers = letThemSave(url, cookie, people)
  const seen = new Set<number>()
  const reading = read(url, cookie, seen)
  for (let round = 1; round <= rounds; round++) {
    await anyMoment(savers)
    process.kill(await postgresPid(), 'SIGKILL')
  }
  await anyMoment(savers)
  await savers.finish()
  await reading.finish()
  expect(await faultsIn(folder, savers)).toEqual({ lost: [], twice: [] })
  expect([...savers.answers().keys()].sort()).toEqual(['303', '503'])
  expect([...seen].sort()).toEqual([200, 503])
})
