import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { sideways } from '../setup/browser.ts'
import { launch, newFolder, until } from '../setup/product.ts'
import { faults, type Person, type Setting, sitDown } from './browsing.ts'

// The demo firm brings some five thousand real companies in first.
vi.setConfig({ testTimeout: 180_000 })

const password = 'five quiet otters by the mill'

type Printed = { login: string; name: string; role: string }

/** Starts the demo as a person does. @returns its address and the people it printed */
async function startDemo(): Promise<{ url: string; people: Printed[] }> {
  const { said } = launch(['demo'], { env: { DEMO_PASSWORD: password } })
  const ready = () => /ready at (\S+)/.exec(said())?.[1]
  const url = String(await until(ready, () => `The demo did not start: ${said()}`, 120_000))
  const lines = said().matchAll(/^ {2}(\S+) +(\S+) {2}(.+)$/gm)
  const people = [...lines].map(([, login = '', name = '', role = '']) => ({ login, name, role }))
  return { url, people }
}

async function enter(setting: Setting, who: Printed | undefined): Promise<Person> {
  const person = await sitDown(setting)
  const { page } = person
  await page.goto(`${setting.url}/login`)
  await page.fill('[name=email]', who?.login ?? '')
  await page.fill('[name=password]', password)
  await page.locator('[data-save]').click()
  await page.waitForURL(`${setting.url}/`)
  return person
}

/** Where pictures go: into the README's folder when PICTURES says so, else away with the test. */
async function pictures() {
  const folder = process.env.PICTURES ?? newFolder()
  await mkdir(folder, { recursive: true })
  return async (page: Page, name: string, height?: number) => {
    if (height) await page.setViewportSize({ width: 1280, height })
    expect(await sideways(page), name).toBe(0)
    const path = join(folder, `${name}.png`)
    await page.screenshot({ path })
    const { size } = await stat(path)
    expect(size, `${name}: nothing is on it, or too much`).toBeGreaterThan(10_000)
    expect(size, `${name}: nothing is on it, or too much`).toBeLessThan(200_000)
  }
}

test('the people of the demo sign in, and every page has something true to look at', async () => {
  const { url, people } = await startDemo()
  expect(people.length).toBeGreaterThan(10)
  const take = await pictures()
  const wide = { url, locale: 'zh-CN', width: 1280 } as const
  const called = (role: string) => people.find((one) => one.role === role)

  const lead = await enter(wide, called('Department lead'))
  const { page } = lead
  expect(await page.getByTestId('account-card').locator('a').count()).toBeGreaterThan(3)
  await page.goto(`${url}/contacts/accounts`)
  expect(await page.locator('.pager').innerText()).toContain('5,352')
  await page.goto(`${url}/contacts/accounts?level=A`)
  for (const row of [1, 2]) await page.locator('.pick tbody input').nth(row).check()
  await take(page, 'accounts', 760)
  await page.getByTestId('row').nth(2).locator('th a').click()
  await page.locator('.timeline li').nth(2).waitFor()
  await take(page, 'account', 760)

  const admin = await enter(wide, called('Administrator'))
  await admin.page.goto(`${url}/rollout/who`)
  await take(admin.page, 'who', 600)
  expect(await admin.page.getByTestId('row').count()).toBe(people.length)
  for (const role of ['Department lead', 'Sponsor', 'Member']) {
    const who = called(role)
    // Beside the person and the department, contacts comes first of the modules.
    const row = admin.page.getByTestId('row').filter({ hasText: who?.name ?? '-' })
    const on = (await row.locator('td').nth(1).innerText()).trim().startsWith('可用')
    const seen = await enter(wide, who)
    const links = await seen.page.locator('#sidebar a[href="/contacts/accounts"]').count()
    expect(links, `${who?.name}: what the page says is so`).toBe(on ? 1 : 0)
  }
  await admin.page.goto(`${url}/admin/modules/contacts`)
  await admin.page.locator('#form-departments').getByRole('checkbox', { name: '生产部' }).check()
  await admin.page.locator('form[action$="/preview"] [data-save]').click()
  await admin.page.getByTestId('gained').waitFor()
  await admin.page.fill('[name=reason]', '销售部用顺了，生产部接着试用')
  await take(admin.page, 'preview', 600)

  const phone = await enter({ url, locale: 'en', width: 390 }, called('Department lead'))
  await phone.page.goto(`${url}/contacts/accounts?level=A`)
  await take(phone.page, 'phone')
  for (const person of [lead, admin, phone]) expect(faults(person)).toEqual([])
})
