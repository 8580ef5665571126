import { afterAll, beforeAll, expect, test } from 'vitest'
import { openModule } from '../../flags/audience.ts'
import { parcels } from '../contract/fixture/parcels.tsx'
import { axe, sideways } from '../setup/browser.ts'
import { type Listening, openListening } from './listening.ts'

let firm: Listening
beforeAll(async () => {
  firm = await openListening([parcels])
})
afterAll(() => firm.close())

test.each([
  ['en', 1440, true],
  ['zh-CN', 390, true],
  ['zh-CN', 360, false],
] as const)(
  'amy opens parcels for sales in %s at %d px, scripts: %s',
  async (locale, width, scripts) => {
    const { office, address } = firm
    await office.inScope('amy', (scope) => openModule(scope, parcels, [], 'a new test'))
    const { page, complaints } = await firm.pageOf('amy', locale, width, scripts)
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
