import { expect } from 'vitest'
import { askPalette, expectNoSideways, openEntry, type Person, save } from './browsing.ts'
import { firms, names, tea } from './cast.ts'

/** Emil finds his module and the imported accounts in it, and opens one. */
export async function lookAround(emil: Person): Promise<void> {
  const { page } = emil
  await openEntry(emil, '/contacts/accounts')
  await expectNoSideways(emil)
  expect(await page.getByTestId('row').count()).toBeGreaterThan(20)
  await askPalette(emil, 'payh')
  const hit = page.locator('#palette a', { hasText: '平安银行' })
  await hit.first().click()
  await page.waitForURL(/\/contacts\/accounts\/[0-9a-f-]{36}$/)
  expect(await page.locator('h1').innerText()).toBe('平安银行')
  await expectNoSideways(emil)
}

/** Emil makes an account and works on it. @returns the address of its page */
export async function keepAccount(emil: Person): Promise<string> {
  const { page, url, locale } = emil
  const { note, tag, phone } = firms[locale]
  await openEntry(emil, '/contacts/accounts')
  await page.locator('a[href="/contacts/accounts/new"]').click()
  await page.fill('[name=name]', tea.name)
  await page.fill('[name=phone]', phone.typed)
  await expectNoSideways(emil)
  await save(page, (at) => /\/contacts\/accounts\/[0-9a-f-]{36}$/.test(at.pathname))
  const address = page.url()
  expect(await page.locator('main').innerText(), 'read as it was meant').toContain(phone.read)
  await page.locator('a[href$="/edit"]').click()
  await page.fill('[name=website]', 'tingyu.example')
  await save(page, address)
  await page.locator('.write-note > summary').click()
  await page.fill('[name=body]', note)
  await page.getByTestId('note-form').locator('[data-save]').click()
  await page.getByText(note).waitFor()
  await page.fill('.tag-add [name=name]', tag)
  await page.keyboard.press('Enter')
  await page.getByTestId('tags').getByText(tag).waitFor()
  await expectNoSideways(emil)
  for (const words of [tea.pinyin, tea.initials]) {
    await askPalette(emil, words)
    const hit = page.locator('#palette a', { hasText: tea.name })
    expect(await hit.first().getAttribute('href'), words).toBe(address.slice(url.length))
    await page.keyboard.press('Escape')
  }
  return address
}

/** Sun, whose department has not got the module, finds nothing of it anywhere. */
export async function findNothing(sun: Person, record: string): Promise<void> {
  const { page, url } = sun
  expect(await page.locator('a[href^="/contacts"]').count(), 'no link').toBe(0)
  for (const address of [`${url}/contacts/accounts`, record]) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    expect(answer?.headers()['x-module-off']).toBe('contacts')
    const said = await page.getByTestId('module-off').innerText()
    expect(said, 'who can say more').toContain(names.amy)
    expect(said).not.toContain(tea.name)
    await expectNoSideways(sun)
  }
  await page.goto(`${url}/search?q=${encodeURIComponent(tea.name)}`)
  expect(await page.locator('main a[href^="/contacts"]').count(), 'no hit').toBe(0)
  await page.goto(`${url}/`)
  for (const words of [tea.initials, '客户', 'Accounts']) {
    await askPalette(sun, words)
    expect(await page.locator('#palette a[href^="/contacts"]').count(), words).toBe(0)
    await page.keyboard.press('Escape')
  }
}

/** All that the page of a record says, but for how long ago it was. */
export async function readRecord({ page }: Person, record: string): Promise<string> {
  await page.goto(record)
  return page.locator('main').evaluate((main) => {
    for (const moment of main.querySelectorAll('time')) moment.remove()
    return (main as HTMLElement).innerText
  })
}
