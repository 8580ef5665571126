import { afterAll, beforeAll, expect, test } from 'vitest'
import { openModule } from '../../../flags/audience.ts'
import { parcels } from '../../contract/fixture/parcels.tsx'
import { axe, sideways } from '../../setup/browser.ts'
import { type Listening, openListening } from '../listening.ts'

let firm: Listening
beforeAll(async () => {
  firm = await openListening([parcels])
})
afterAll(() => firm.close())

const words = {
  en: { pilot: 'Pilot', read: 'Read-only', frozen: 'Frozen', reason: 'the pilot begins' },
  'zh-CN': { pilot: '试点', read: '只读', frozen: '已冻结', reason: '试点开始' },
}

test.each([
  ['en', 1440, true],
  ['zh-CN', 390, true],
  ['zh-CN', 360, false],
] as const)(
  'amy pilots parcels in sales, takes it back, freezes and thaws, in %s at %d px, scripts: %s',
  async (locale, width, scripts) => {
    const { office, address } = firm
    await office.inScope('amy', (scope) => openModule(scope, parcels, [], 'a new test'))
    const { page, complaints } = await firm.pageOf('amy', locale, width, scripts)
    const t = words[locale]
    const matrix = `${address}/rollout/matrix`
    const cell = `/rollout/matrix/parcels/${office.departments.sales}`
    const look = async () => {
      expect(await sideways(page)).toBe(0)
      if (scripts) expect(await axe(page)).toEqual([])
    }
    const arrive = (path: string) => page.waitForURL((at) => at.pathname === path)
    const set = async (state: string, way?: string) => {
      await page.goto(address + cell)
      await page.check(`input[name=state][value=${state}]`)
      if (way) await page.check(`input[name=way][value=${way}]`)
      await look()
      await page.locator('#form [data-save]').click()
      await arrive(`${cell}/preview`)
    }
    const confirm = async () => {
      await page.fill('input[name=reason]', t.reason)
      await page.locator('#form [data-save]').click()
      await arrive('/rollout/matrix')
    }
    const shown = () => page.locator(`a.cell[href="${cell}"]`).innerText()

    await page.goto(matrix)
    await look()
    await set('pilot')
    expect(await page.getByTestId('gained').innerText()).toContain('艾米尔')
    expect(await page.getByTestId('gained').innerText()).not.toContain('孙悦')
    expect(await page.inputValue('input[name=expiresOn]')).toMatch(/^\d{4}-\d\d-\d\d$/)
    await look()
    await page.locator('#form [data-save]').click()
    await page.getByTestId('errors').waitFor()
    await confirm()
    expect(await shown()).toContain(t.pilot)
    await look()

    await page.locator('.toast-card a').click()
    await arrive('/rollout/matrix/parcels/undo')
    expect(await page.getByTestId('lost').innerText()).toContain('艾米尔')
    await look()
    await confirm()
    expect(await shown()).not.toContain(t.pilot)

    await set('on')
    await confirm()
    await set('off', 'read')
    expect(await page.getByTestId('narrowed').innerText()).toContain('艾米尔')
    await confirm()
    expect(await shown()).toContain(t.read)
    const emil = await firm.pageOf('emil', locale, width, scripts)
    await emil.page.goto(`${address}${parcels.navigation[0]?.href}`)
    expect(await emil.page.locator('body').innerText()).toContain(t.reason)

    await page.goto(address + cell)
    await page.getByTestId('freeze').locator('button').click()
    await page.getByTestId('freeze').locator('.btn-primary').waitFor()
    await page.goto(matrix)
    expect(await shown()).toContain(t.frozen)
    await page.getByTestId('owed').locator('a').first().click()
    await look()
    await page.fill('#freeze [name=reason]', t.reason)
    await page.getByTestId('freeze').locator('.btn-primary').click()
    await page.getByTestId('freeze').locator('.btn-danger').waitFor()
    await page.goto(matrix)
    expect(await shown()).toContain(t.read)
    // The form without a reason was refused on purpose.
    expect(complaints.filter((one) => !one.includes('status of 422'))).toEqual([])
  },
)
