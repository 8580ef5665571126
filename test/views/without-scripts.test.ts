import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage } from '../setup/browser.ts'
import { serveGallery } from './serve.ts'

let gallery: Awaited<ReturnType<typeof serveGallery>>
beforeAll(async () => {
  gallery = await serveGallery()
})
afterAll(() => gallery.stop())

async function visit(name: string, width = 1440) {
  const { page } = await openPage({ scripts: false, width })
  await page.goto(`${gallery.address}/zh-CN/${name}`)
  return page
}

test('without scripts a phone still opens and closes the drawer', async () => {
  const page = await visit('list', 390)
  const entry = page.locator('#sidebar nav a').first()
  expect(await entry.isVisible()).toBe(false)
  await page.locator('.drawer-button').click()
  expect(await entry.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await entry.isVisible()).toBe(false)
})

test('without scripts a list is searched, sorted and acted on', async () => {
  const page = await visit('list')
  expect(await page.locator('.bulk-bar').isVisible()).toBe(true)
  expect(await page.locator('[data-select-all]').isVisible()).toBe(false)
  await page.locator('.pick tbody input').first().check()
  const sent = page.waitForRequest('**/bulk')
  await page.locator('.bulk-bar button[value=tag]').click()
  expect((await sent).postData()).toMatch(/^id=0193a5c2[^&]*&do=tag$/)
  await page.goto(`${gallery.address}/zh-CN/list`)
  await page.locator('#list-search').fill('张三')
  await page.locator('#list-search').press('Enter')
  await page.waitForURL(/q=/)
  expect(await page.getByTestId('row').count()).toBe(1)
  await page.locator('th a').first().click()
  await page.waitForURL(/dir=/)
})

test('without scripts a wrong form comes back with its errors and its focus', async () => {
  const page = await visit('edit')
  await page.getByLabel('备注').fill('写了很久')
  await page.locator('select[name=owner]').selectOption('2')
  await page.locator('[data-save]').click()
  await page.getByTestId('errors').waitFor()
  expect(await page.getByLabel('备注').inputValue()).toBe('写了很久')
  expect(await page.locator('select[name=owner]').inputValue()).toBe('2')
  await page.locator('#form-name:focus').waitFor()
})

test('without scripts the search entry, the menu and the dialog are reached', async () => {
  const page = await visit('record')
  await page.locator('.user-menu summary').click()
  expect(await page.getByRole('button', { name: '退出登录' }).isVisible()).toBe(true)
  await page.locator('.user-menu summary').click()
  await page.getByRole('button', { name: '归档' }).click()
  expect(await page.getByRole('dialog').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('.search-link').click()
  await page.waitForURL('**/search')
})
