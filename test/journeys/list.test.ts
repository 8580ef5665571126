import { expect, test } from 'vitest'
import { seeded } from '../../core/seed/random.ts'
import { modules } from '../../modules/index.ts'
import { faults } from './browsing.ts'
import { type Stage, stageFor } from './stage.ts'

const stage = stageFor('zh-CN', async ({ office }: Stage) => {
  const seed = modules.flatMap(({ seeds = [] }) => seeds).find(({ key }) => key === 'accounts')
  await office.inScope('amy', async (scope) => seed?.make(scope, 300, seeded(7)))
})

/** Waits until something is so. */
const soon = (look: () => Promise<unknown>) => expect.poll(look, { timeout: 10_000 })

async function openList() {
  const visit = await stage.sit('lin')
  await visit.page.goto(`${stage.url}/contacts/accounts`)
  return { ...visit, rows: visit.page.getByTestId('row') }
}

test('Lin works through the list without a mouse, and finds it as it was when she comes back', async () => {
  const visit = await openList()
  const { page, rows } = visit
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await rows.nth(1).locator('[type=checkbox]').isChecked()).toBe(true)
  expect(await page.locator('.bulk-bar').isVisible()).toBe(true)
  await page.keyboard.press('x')
  expect(await page.locator('.bulk-bar').isVisible()).toBe(false)
  const name = (await rows.nth(1).locator('th').innerText()).trim()
  await page.keyboard.press('Enter')
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
  expect(await page.locator('h1').innerText()).toBe(name)
  await page.goBack()
  await rows.first().waitFor()

  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await soon(() => rows.count()).toBeLessThan(5)
  const found = page.url()
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
  await page.goBack()
  await page.waitForURL(found)
  expect(await page.inputValue('#list-search')).toBe(name)
  expect(faults(visit)).toEqual([])
})

test('a row that Lin points at offers a follow-up; on a phone every row does, and saving leads back to the list', async () => {
  const visit = await openList()
  const { page, rows } = visit
  expect(await page.locator('.row-deed').count()).toBe(0)
  await rows.nth(2).hover()
  const offered = rows.nth(2).locator('.row-deed a')
  await offered.click()
  await page.waitForURL(/follow-ups\/new/)
  const phone = await stage.sit('lin', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/contacts/accounts`)
  const row = phone.page.getByTestId('row').nth(4)
  const name = (await row.locator('th').innerText()).trim()
  await row.locator('.row-deed a').tap()
  await phone.page.waitForURL(/follow-ups\/new/)
  const form = phone.page.getByTestId('follow-up-form')
  await form.locator('textarea').fill('电话里约了周五')
  await form.locator('[type=submit]').click()
  await phone.page.waitForURL(/contacts\/accounts(\?|$)/)
  const again = phone.page.getByTestId('row').filter({ hasText: name }).first()
  await again.locator('th a').click()
  await phone.page.getByTestId('event').filter({ hasText: '电话里约了周五' }).waitFor()
  for (const one of [visit, phone]) expect(faults(one)).toEqual([])
})

test('a sorted second page is the place one comes back to, by the browser and by the trail', async () => {
  const { page, rows } = await openList()
  await page.locator('thead a').nth(1).click()
  await soon(async () => page.url()).toContain('sort=')
  await page.locator('.pager a[rel=next]').click()
  await soon(async () => page.url()).toContain('after=')
  const place = page.url()
  const names = await rows.locator('th').allInnerTexts()
  const opened = rows.nth(3).locator('th a')
  await opened.click()
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
  await page.goBack()
  await page.waitForURL(place)
  expect(await rows.locator('th').allInnerTexts()).toEqual(names)
  await opened.click()
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
  await page.locator('.trail a').click()
  await page.waitForURL(place)
  expect(await rows.locator('th').allInnerTexts()).toEqual(names)
})

test('from a record Lin goes on to the next one of her list and back, by key and by link', async () => {
  const visit = await openList()
  const { page, rows } = visit
  const names = (await rows.locator('th').allInnerTexts()).map((name) => name.trim())
  await rows.nth(2).locator('th a').click()
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
  const heading = () => page.locator('h1').innerText()
  await page.keyboard.press('j')
  await soon(heading).toBe(names[3])
  await page.keyboard.press('k')
  await soon(heading).toBe(names[2])
  await page.locator('.record-steps a').first().click()
  await soon(heading).toBe(names[1])
  expect(faults(visit)).toEqual([])
})

test('Ctrl-K finds by initials and opens by Enter; one Esc closes it, and the focus is back', async () => {
  const { page, rows } = await openList()
  await page.locator('#list-search').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('kehu')
  await page.locator('#palette [aria-selected=true]').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('#palette').isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('list-search')
  const name = (await rows.first().locator('th').innerText()).trim()
  await page.keyboard.press('Control+k')
  await page.locator('#palette-input').fill(name)
  await page.locator('#palette [aria-selected=true]', { hasText: name }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
  expect(await page.locator('h1').innerText()).toBe(name)
})

test('the filter and the columns are fetched when Lin opens them, and change the list', async () => {
  const visit = await openList()
  const { page, rows } = visit
  const [filter, columns] = [0, 1].map((at) => page.locator('.tools details > summary').nth(at))
  await filter?.click()
  await page.locator('form#filter select[name=department]').waitFor()
  await page.fill('form#filter [name=owner]', '没有这个人')
  await page.locator('form#filter [type=submit]').click()
  await page.getByTestId('empty').waitFor()
  await page.locator('.chip').click()
  await rows.first().waitFor()

  const heads = page.locator('thead th')
  const before = await heads.count()
  await columns?.click()
  const box = page.locator('form#columns')
  await box.locator('[type=checkbox][value=email]').waitFor()
  await box.locator('[type=checkbox][value=email]').check()
  await box.locator('.actions [type=submit]').click()
  await soon(() => heads.count()).toBe(before + 1)
  expect(faults(visit)).toEqual([])
})
