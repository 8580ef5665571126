import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { openPage, sideways, type Visit } from '../setup/browser.ts'
import { password } from '../setup/cast.ts'

/** Where and how somebody looks at the product. */
export type Setting = { url: string; locale: Locale; width: number }

/** Somebody at their browser. */
export type Person = Visit & Setting

export const sitDown = async (setting: Setting): Promise<Person> => ({
  ...setting,
  ...(await openPage(setting)),
})

/** Opens an entry of the sidebar, which is a drawer on a phone. */
export async function openEntry({ page, width }: Person, href: string): Promise<void> {
  await openDrawer(page, width)
  await page.locator(`#sidebar nav a[href="${href}"]`).click()
  await page.waitForURL((url) => url.pathname === href)
}

/** Opens search as one does on this device: by its key, or out of the drawer; and types. */
export async function askPalette({ page, width }: Person, words: string): Promise<void> {
  if (width < 768) {
    await openDrawer(page, width)
    await page.locator('#sidebar [data-palette]').click()
  } else await page.keyboard.press('Control+k')
  const answered = page.waitForResponse((answer) =>
    answer.url().endsWith(`/search/palette?q=${encodeURIComponent(words)}`),
  )
  await page.locator('#palette-input').fill(words)
  await answered
  // The last entry leads to all hits; it is drawn with the answer to these very words.
  const all = page.locator(`#palette a[href="/search?q=${encodeURIComponent(words)}"]`)
  await all.waitFor()
}

async function openDrawer(page: Page, width: number): Promise<void> {
  if (width < 768) await page.locator('.drawer-button').click()
}

/** Sends the form by its button and waits for the page that follows. */
export async function save(page: Page, to: string | RegExp | ((url: URL) => boolean)) {
  await page.locator('main [data-save]').last().click()
  await page.waitForURL(to)
}

/** Opens a one-time link, chooses a password, and is in. */
export async function join(setting: Setting, link: string): Promise<Person> {
  const person = await sitDown(setting)
  await person.page.goto(link)
  await person.page.fill('[name=password]', password)
  await person.page.locator('[data-save]').click()
  await person.page.waitForURL(`${setting.url}/`)
  return person
}

/** That nothing sticks out of the page sideways. */
export async function expectNoSideways({ page }: Person): Promise<void> {
  expect(await sideways(page), page.url()).toBe(0)
}

/** What a browser complained of, but for refusals: a form that was wrong, a page that is not there. */
export const faults = ({ complaints }: Visit): string[] =>
  complaints.filter((one) => !/^console: Failed to load resource: .* (404|409|422)/.test(one))
