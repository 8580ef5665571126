import { expect } from 'vitest'
import { expectNoSideways, openEntry, type Person, save } from './browsing.ts'
import { firms, names } from './cast.ts'

const module = '/admin/modules/contacts'

/** Opens contacts for Sales alone: by a preview, with a reason. */
export async function openPilot(amy: Person): Promise<void> {
  const { page, url, locale } = amy
  const { departments, reason } = firms[locale]
  await openEntry(amy, '/admin/modules')
  await page.locator(`main a[href="${module}"]`).first().click()
  await page.locator('#form-departments').getByRole('checkbox', { name: departments[0] }).check()
  await save(page, `${url}${module}/preview`)
  const gained = await page.getByTestId('gained').innerText()
  for (const name of [names.lin, names.emil]) expect(gained).toContain(name)
  for (const name of [names.amy, names.sun, names.tara, names.wang])
    expect(gained).not.toContain(name)
  await expectNoSideways(amy)
  await page.locator('[data-save]').click()
  await page.getByTestId('errors').waitFor()
  await page.fill('[name=reason]', reason)
  await save(page, `${url}${module}`)
  expect(await page.getByTestId('history').innerText()).toContain(reason)
  await expectNoSideways(amy)
}

/** Closes the module for everybody. */
export async function switchOff(amy: Person, reason: string): Promise<void> {
  const { page, url } = amy
  await page.goto(url + module)
  for (const box of await page.locator('form [type=checkbox]:checked').all()) await box.uncheck()
  await save(page, `${url}${module}/preview`)
  expect(await page.getByTestId('lost').innerText()).toContain(names.emil)
  await page.fill('[name=reason]', reason)
  await save(page, `${url}${module}`)
}

/** Takes the latest change back, from the message that told of it. */
export async function undoIt(amy: Person, reason: string): Promise<void> {
  const { page, url } = amy
  await page.locator('.toast-card a').click()
  await page.waitForURL((at) => at.pathname === `${module}/undo`)
  expect(await page.getByTestId('gained').innerText()).toContain(names.emil)
  await page.fill('[name=reason]', reason)
  await save(page, `${url}${module}`)
}
