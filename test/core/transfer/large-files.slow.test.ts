import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { foundCompany, get, openContacts, post } from '../../faults/office.ts'
import { type Running, startProduct, until } from '../../setup/product.ts'

const rows = 100_000
const most = 400
/** Milliseconds between two looks of somebody who is at work meanwhile. */
const lookEvery = 200
const timeout = 14 * 60_000

const header = ['客户名称', '行业', '地区', '电话']
/** Every thousandth has no phone that could be read: it must come back with its reason. */
const rowOf = (at: number): string[] => [
  `深圳鼎盛精密机械${at}有限公司`,
  `行业${at % 40}`,
  '广东深圳',
  at % 1_000 === 0 ? '没有电话的一行'.repeat(20) : `0755-${String(20_000_000 + at)}`,
]

/** The most memory that the serving process has had so far, in MiB. */
async function peakOf(product: Running): Promise<number> {
  const status = await readFile(`/proc/${await product.serverPid()}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** Brings a file, has it checked and imported, and looks at a page all the while. */
async function importFile(product: Running, cookie: string, name: string, content: Uint8Array) {
  const { url } = product
  const form = new FormData()
  form.set('kind', 'accounts')
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], name))
  const taken = await fetch(`${url}/admin/import`, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: form,
    redirect: 'manual',
  })
  expect(taken.status).toBe(303)
  const at = taken.headers.get('location') ?? ''
  expect(await (await get(url, at, cookie)).text()).toContain('data-testid="progress"')
  const whenOver = () =>
    until(
      async () => {
        const [page, progress] = await Promise.all(
          ['/contacts/accounts', `${at}/progress`].map((path) => get(url, path, cookie)),
        )
        expect(page?.status).toBe(200)
        await Promise.all([page?.text(), progress?.text(), wait(lookEvery)])
        return progress?.status !== 200
      },
      () => `${name} did not come to its end`,
      timeout,
    )
  await whenOver()
  const check = await (await get(url, at, cookie)).text()
  expect(check).toContain('99,900 rows are ready, 100 have problems')
  await post(url, `${at}/start`, cookie, {})
  await whenOver()
  return (await (await get(url, at, cookie)).text()).replaceAll(/<[^>]*>|\s+/g, ' ')
}

test('a hundred thousand rows of text and as a workbook come in within 400 MB, while pages are answered', {
  timeout,
}, async () => {
  const product = await startProduct()
  const cookie = await foundCompany(product)
  await openContacts(product.url, cookie)
  const all = [header, ...Array.from({ length: rows }, (_, at) => rowOf(at))]
  const text = Buffer.from(all.map((cells) => cells.join(',')).join('\r\n'))
  const created = await importFile(product, cookie, 'firms.csv', text)
  expect(created).toMatch(/Created\s+99,900\s+Updated\s+0\s+Unchanged\s+0\s+Rejected\s+100/)
  const workbook = await buffer(writeXlsxStream(all, { name: '客户' }) as never)
  const found = await importFile(product, cookie, 'firms.xlsx', workbook)
  expect(found).toMatch(/Created\s+0\s+Updated\s+0\s+Unchanged\s+99,900\s+Rejected\s+100/)
  expect(await peakOf(product)).toBeLessThan(most)
})
