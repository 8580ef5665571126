import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, sideways } from '../../setup/browser.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'

let office: Office
let address: string
let stop: () => void
beforeAll(async () => {
  office = await openOffice()
  const server = createAdaptorServer({ fetch: (request) => office.app.fetch(request) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => server.close()
})
afterAll(async () => {
  stop()
  await office.close()
})

test.each([1440, 360])(
  'the documentation draws itself %i pixels wide under the policy of all pages, and a token tries it out',
  async (width) => {
    const { token } = await programOf(office.app, office, 'amy')
    const { page, complaints } = await openPage({ locale: 'en', width })
    // Its script is large: on a machine that is busy it takes its time.
    page.setDefaultTimeout(30_000)
    await page.goto(`${address}/api/v1/docs`)
    await page.waitForSelector('.opblock')
    expect(await page.textContent('h1, h2')).toContain('Stepwise CRM API')
    await page.click('.btn.authorize')
    await page.fill('.auth-container input', token)
    await page.click('.auth-container .btn.authorize')
    await page.click('.auth-container .btn-done')
    await page.click('.opblock-get:has-text("/v1/audit")')
    await page.click('.try-out__btn')
    await page.click('.btn.execute')
    await page.waitForSelector('.live-responses-table :text("core.token")')
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  },
)
