import { expect, test } from 'vitest'
import { prepareViews } from '../../core/lists/preparing.ts'
import { ticketQueues } from '../../modules/service/tickets/queues.ts'
import { axe, sideways } from '../setup/browser.ts'
import { save } from './browsing.ts'
import { furnishDesk, subjects } from './desk.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('en', async (stage) => {
  await furnishDesk(stage, 'sales')
  await stage.office.inScope('amy', (scope) => prepareViews(scope, 'service.tickets', ticketQueues))
})

test('lin’s list opens with what is due; lin gives the most pressing to emil, and finds it in the report', async () => {
  const { page, complaints } = await stage.sit('lin')
  await page.goto(`${stage.url}/service/tickets`)
  await page.locator('[aria-current=true]', { hasText: 'Due within a day' }).waitFor()
  const first = page.getByTestId('row').first()
  expect(await first.innerText(), 'the most pressing stands first').toContain(subjects.pressing)
  await first.locator('a').first().click()
  await page.locator('a[href$="/assign"]').click()
  await page.getByRole('combobox').first().fill('艾米尔')
  await page.keyboard.press('Enter')
  await save(page, (url) => !url.pathname.endsWith('/assign'))
  await page.goto(`${stage.url}/service/reports/people`)
  expect(await axe(page)).toEqual([])
  const figure = page.locator('tr', { hasText: '艾米尔' }).locator('td a').first()
  expect(await figure.innerText()).toBe('1')
  await figure.click()
  await page.waitForURL(/\/service\/tickets\?/)
  expect(await page.getByTestId('row').allInnerTexts()).toEqual([
    expect.stringContaining(subjects.pressing),
  ])
  expect(await sideways(page)).toBe(0)
  expect(complaints).toEqual([])
})
