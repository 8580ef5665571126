import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, type Wish } from '../setup/browser.ts'
import { serveGallery } from './serve.ts'

let gallery: Awaited<ReturnType<typeof serveGallery>>
beforeAll(async () => {
  gallery = await serveGallery()
})
afterAll(() => gallery.stop())

async function visit(name: string, wish: Wish = {}): Promise<Page> {
  const { page } = await openPage(wish)
  await page.goto(`${gallery.address}/zh-CN/${name}`)
  return page
}

/** Waits until something is so, for at most five seconds. */
const soon = (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 5000 }).toEqual(wanted)

test('Emil walks a list by keyboard: j and k move, x checks, / searches, Enter opens', async () => {
  const page = await visit('list')
  const bar = page.locator('.bulk-bar')
  expect(await bar.isVisible()).toBe(false)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  expect(await bar.locator('output').textContent()).toBe('已选 1 项')
  expect(await page.locator('.pick tbody input').nth(1).isChecked()).toBe(true)
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  expect(await bar.locator('output').textContent()).toBe('已选 2 项')
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('list-search')
  await page.keyboard.type('x')
  expect(await bar.locator('output').textContent(), 'typing is not a command').toBe('已选 2 项')
  await page.locator('#list-search').fill('')
  await page.locator('h1').click()
  // What was typed may still be searched for, and a list that comes in begins anew.
  const go = async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    return new URL(page.url()).pathname
  }
  await expect.poll(go, { timeout: 10_000 }).toMatch(/\/record$/)
})

test('the box in the head checks every row, shift checks a range, the cross unchecks all', async () => {
  const page = await visit('list')
  const checked = () => page.locator('.pick tbody :checked').count()
  await page.locator('[data-select-all]').check()
  expect(await checked()).toBe(14)
  await page.locator('[data-unselect]').click()
  expect(await checked()).toBe(0)
  await page.locator('.pick tbody input').nth(2).check()
  await page
    .locator('.pick tbody input')
    .nth(5)
    .click({ modifiers: ['Shift'] })
  expect(await checked()).toBe(4)
})

test('a search swaps the list alone, keeps the typing and the address, and forgets no letter', async () => {
  const page = await visit('list')
  const kinds: (string | undefined)[] = []
  page.on('request', (request) => {
    // The bell's stream and the drawings are asked for besides, whenever the browser likes.
    if (request.resourceType() === 'eventsource' || request.url().endsWith('.svg')) return
    kinds.push(request.headers()['hx-request-type'])
  })
  await page.evaluate(() => Object.assign(window, { same: true }))
  await page.locator('#list-search').pressSequentially('李雪', { delay: 20 })
  await soon(() => page.getByTestId('row').count(), 1)
  expect(await page.locator('#list-search').inputValue()).toBe('李雪')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('list-search')
  expect(new URL(page.url()).searchParams.get('q')).toBe('李雪')
  expect(new Set(kinds)).toEqual(new Set(['partial']))
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
  expect(await page.locator('h1').count(), 'the head is not swapped in again').toBe(1)
  await soon(() => page.locator('#announcer').textContent(), '共 1 条')
})

test('a sort is a link: its own address, and the way back leads to the list as it was', async () => {
  const page = await visit('list')
  const first = () => page.locator('tbody th').first().innerText()
  const before = await first()
  await page.locator('th a', { hasText: '姓名' }).click()
  await soon(async () => (await first()) === before, false)
  expect(page.url()).toContain('dir=desc')
  expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending')
  await page.goBack()
  await soon(first, before)
})

test('a wrong form comes back beside what was typed, passwords included, with the focus on the first error', async () => {
  const page = await visit('edit')
  await page.evaluate(() => Object.assign(window, { same: true }))
  await page.getByLabel('备注').fill('很长的备注 <b>')
  await page.locator('#form-secret').fill('correct horse battery')
  await page.locator('#form-file').setInputFiles({
    name: '客户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a'),
  })
  await page.getByLabel('备注').press('Control+Enter')
  await page.getByTestId('errors').waitFor()
  expect(await page.locator('#form-name').getAttribute('aria-invalid')).toBe('true')
  await soon(() => page.evaluate(() => document.activeElement?.id), 'form-name')
  expect(await page.getByLabel('备注').inputValue()).toBe('很长的备注 <b>')
  expect(await page.locator('#form-secret').inputValue()).toBe('correct horse battery')
  expect(
    await page.locator('#form-file').evaluate((one: HTMLInputElement) => one.files?.length),
  ).toBe(1)
  expect(await page.evaluate(() => 'same' in window), 'no reload').toBe(true)
  expect(await page.locator('form.form').count()).toBe(1)
})

test('two quick clicks on Save send one request', async () => {
  const page = await visit('edit')
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') posts++
  })
  await page.locator('[data-save]').dblclick()
  await page.getByTestId('errors').waitFor()
  expect(posts).toBe(1)
  expect(await page.locator('[aria-busy]').count(), 'and it can be saved again').toBe(0)
})

test('when the server breaks or the network is gone, a sentence says so and nothing typed is lost', async () => {
  const page = await visit('edit')
  await page.getByLabel('客户名称').fill('boom')
  await page.locator('[data-save]').click()
  const said = page.locator('.toast-card.danger p')
  await said.waitFor()
  expect(await said.textContent()).toContain('数据没有只改一半')
  expect(await page.getByLabel('客户名称').inputValue()).toBe('boom')
  await page.context().setOffline(true)
  await page.locator('[data-save]').click()
  await soon(() => said.textContent(), '网络断开，内容尚未保存，请检查网络后重试。')
  expect(await page.locator('form.form').count()).toBe(1)
})

test('leaving a changed form asks first; an untouched one does not', async () => {
  const page = await visit('edit')
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    return dialog.dismiss()
  })
  await page.getByLabel('客户名称').fill('新名称')
  await page.locator('.trail a').click()
  await soon(async () => asked, 1)
  expect(page.url()).toContain('/edit')
  const other = await visit('edit')
  await other.locator('.trail a').click()
  await other.waitForURL('**/list')
})

test('Ctrl-K finds and goes; the arrow keys choose', async () => {
  const page = await visit('list')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('张三')
  await soon(() => page.locator('#palette [role=option]').count(), 2)
  expect(await page.locator('[aria-selected=true]').innerText()).toContain('张三')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('[aria-selected=true]').innerText()).toContain('全部结果')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/record')
})

test('a person is picked by typing; the select stays what is submitted', async () => {
  const page = await visit('edit')
  await page.getByRole('combobox', { name: '负责人' }).fill('lin')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('combobox', { name: '负责人' }).inputValue()).toContain('林岚')
  expect(await page.locator('select[name=owner]').inputValue()).toBe('1')
  await page.getByRole('combobox', { name: '负责人' }).fill('谁也不是')
  expect(await page.locator('.combo p').textContent()).toBe('没有匹配的选项')
})

test('the theme changes at once and the server is told', async () => {
  const page = await visit('list')
  await page.locator('.user-menu summary').click()
  const told = page.waitForRequest('**/account/theme')
  await page.locator('button[value=dark]').click()
  expect((await told).postData()).toBe('theme=dark')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await soon(
    () => page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    'rgb(16, 17, 19)',
  )
})

test('the archive is asked about in a dialog that Esc leaves', async () => {
  const page = await visit('record')
  await page.getByRole('button', { name: '归档' }).click()
  const dialog = page.getByRole('dialog', { name: '归档这个客户？' })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(false)
})

test('an attribute that holds code is refused, even if somebody smuggles it in', async () => {
  const page = await visit('list')
  await page.evaluate(() => {
    const evil = document.createElement('div')
    evil.innerHTML =
      '<button id="a" hx-on:click="window.pwned=1">a</button><a id="b" href="#" hx-get="js:window.pwned=1">b</a><a id="c" href="#" hx-get="/x" hx-trigger="click[window.pwned=1]">c</a>'
    document.querySelector('main')?.append(evil)
    const { htmx } = window as unknown as { htmx: { process: (one: Element) => void } }
    htmx.process(evil)
  })
  for (const id of ['a', 'b', 'c']) await page.locator(`#${id}`).click()
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})
