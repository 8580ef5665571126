import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { password, peopleCast } from '../setup/cast.ts'
import { expectNoSideways, openEntry, type Person, save } from './browsing.ts'
import { firms, names, sunsPhone } from './cast.ts'

/** Opens the link that the product printed, names the company, and stands before the checklist. */
export async function foundCompany(amy: Person, link: string): Promise<void> {
  const { page, url, locale } = amy
  await page.goto(link)
  await page.fill('[name=company]', firms[locale].company)
  await page.check(`[name=locale][value="${locale}"]`)
  await page.fill('[name=name]', names.amy)
  await page.fill('[name=email]', 'amy@harbour.example')
  await page.fill('[name=password]', password)
  await expectNoSideways(amy)
  await save(page, `${url}/`)
  expect(await page.locator('html').getAttribute('lang')).toBe(locale)
  expect(await page.getByTestId('checklist').locator('li.done').count()).toBe(0)
  // The browser told where it is; nobody was asked.
  expect(await page.getByTestId('checklist').innerText()).toContain('Asia/Shanghai')
  const again = await fetch(link)
  expect(again.status, 'the link works once').toBe(404)
  await again.text()
}

/** Adds three departments, coming from the checklist. */
export async function addDepartments(amy: Person): Promise<void> {
  const { page, url, locale } = amy
  await page.getByTestId('checklist').locator('a[href="/admin/departments"]').click()
  for (const name of firms[locale].departments) {
    await page.locator('main a[href="/admin/departments/new"]').first().click()
    await page.fill('[name=name]', name)
    await save(page, `${url}/admin/departments`)
  }
  const shown = await page.getByTestId('row').allInnerTexts()
  for (const name of firms[locale].departments) expect(shown.join(' ')).toContain(name)
  await expectNoSideways(amy)
}

export type Links = Record<'lin' | 'emil' | 'sun' | 'tara' | 'wang', string>

/** Adds two people one by one, of whom Sun has a phone number only, and three at once. */
export async function addPeople(amy: Person): Promise<Links> {
  const [sales, service, production] = firms[amy.locale].departments
  const lin = await addOne(amy, names.lin, { email: 'lin@harbour.example' }, sales, 'lead')
  const sun = await addOne(amy, names.sun, { phone: sunsPhone }, service, 'member')
  const lines = [
    `${names.emil}，emil@harbour.example，${sales}`,
    `${names.tara}\ttara@harbour.example\t${production}`,
    `${names.wang}, wang@harbour.example, 仓储部`,
  ]
  const [emil, tara, wang] = (await addSeveral(amy, lines, production)) as [string, string, string]
  await openEntry(amy, '/admin/people')
  expect(await amy.page.getByTestId('row').count()).toBe(Object.keys(peopleCast).length + 1)
  await expectNoSideways(amy)
  return { lin, emil, sun, tara, wang }
}

async function addOne(
  amy: Person,
  name: string,
  login: Record<string, string>,
  department: string,
  role: string,
): Promise<string> {
  const { page } = amy
  await openEntry(amy, '/admin/people')
  await page.locator('a[href="/admin/people/new"]').click()
  await page.fill('[name=name]', name)
  for (const [field, value] of Object.entries(login)) await page.fill(`[name=${field}]`, value)
  // Departments below others are set in, so their words are not the name alone.
  const choice = page.locator('select[name=department] option', { hasText: department })
  await page.selectOption('select[name=department]', await choice.getAttribute('value'))
  for (const one of ['member', role]) {
    const box = page.locator(`[name=roles][value=${one}]`)
    await box.setChecked(one === role)
  }
  await save(page, (url) => /\/admin\/people\/[0-9a-f-]{36}$/.test(url.pathname))
  return linkOn(page)
}

const linkOn = async (page: Page) => (await page.getByTestId('link').innerText()).trim()

/** Pastes lines of which the last names no department there is; mends it; takes the links. */
async function addSeveral(amy: Person, lines: string[], instead: string): Promise<string[]> {
  const { page } = amy
  await openEntry(amy, '/admin/people')
  await page.locator('a[href="/admin/people/several"]').click()
  await page.fill('textarea[name=lines]', lines.join('\n'))
  await page.locator('[data-save]').click()
  const checked = page.getByTestId('checked')
  await checked.waitFor()
  expect(await checked.locator('.problems').count(), 'one line is wrong').toBe(1)
  expect(await checked.locator('.problems').innerText()).toContain('仓储部')
  await expectNoSideways(amy)
  await page.fill('textarea[name=lines]', lines.join('\n').replace('仓储部', instead))
  await page.locator('[data-save]').click()
  await expect.poll(() => checked.locator('.problems').count()).toBe(0)
  await page.locator('button[name=do][value=add]').click()
  await page.getByTestId('link').first().waitFor()
  await expectNoSideways(amy)
  return page.getByTestId('link').allInnerTexts()
}
