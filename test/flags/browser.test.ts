import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openModule } from '../../flags/audience.ts'
import { parcels } from '../contract/fixture/parcels.tsx'
import { axe, openPage, sideways } from '../setup/browser.ts'
import { type Office, openOffice } from '../setup/office.ts'

let office: Office
let address: string
let stop: () => void
beforeAll(async () => {
  office = await openOffice({ modules: [parcels] })
  const server = createAdaptorServer({ fetch: (request) => office.app.fetch(request) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => server.close()
})
afterAll(async () => {
  stop()
  await office.close()
})

/** Amy's browser, signed in and speaking one language. */
async function amysPage(locale: 'en' | 'zh-CN', width: number, scripts: boolean) {
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      update core.users set locale = ${locale}
      where company_id = ${office.company} and id = ${office.people.amy}`),
  )
  const { sessions } = office.app.product
  const value = await sessions.start(office.company, office.people.amy, '127.0.0.1', 'test')
  const cookie = { name: sessions.cookieName, value, domain: '127.0.0.1', path: '/' }
  const state = {
    cookies: [{ ...cookie, expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }],
    origins: [],
  }
  return openPage({ locale, width, scripts, state })
}

test.each([
  ['en', 1440, true],
  ['zh-CN', 390, true],
  ['zh-CN', 360, false],
] as const)(
  'amy opens parcels for sales in %s at %d px, scripts: %s',
  async (locale, width, scripts) => {
    await office.inScope('amy', (scope) => openModule(scope, parcels, [], 'a new test'))
    const { page, complaints } = await amysPage(locale, width, scripts)
    const look = async () => {
      expect(await sideways(page)).toBe(0)
      if (scripts) expect(await axe(page)).toEqual([])
    }
    await page.goto(`${address}/admin/modules`)
    await look()
    await page.goto(`${address}/admin/modules/parcels`)
    await look()
    await page.check(`input[name=departments][value="${office.departments.sales}"]`)
    await page.locator('form[action$="/preview"] [data-save]').click()
    const gained = page.getByTestId('gained')
    expect(await gained.innerText()).toContain('艾米尔')
    expect(await gained.innerText()).not.toContain('孙悦')
    await look()
    await page.fill('input[name=reason]', '试点开始')
    await page.locator('[data-save]').click()
    await page.waitForURL(`${address}/admin/modules/parcels`)
    expect(await page.getByTestId('history').innerText()).toContain('试点开始')
    expect(await page.getByTestId('members').innerText()).toContain('艾米尔')
    await page.goto(`${address}/rollout/who?person=${office.people.emil}`)
    await look()
    expect(await page.getByTestId('decisions').innerText()).toContain('销售部')
    expect(complaints).toEqual([])
  },
)
