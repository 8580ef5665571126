import { expect, test } from 'vitest'
import { newId } from '../../core/db/id.ts'
import { notify } from '../../core/notify/notify.ts'
import { axe, sideways } from '../setup/browser.ts'
import { faults } from './browsing.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN')

const tellEmil = (file: string) =>
  stage.office.inScope('lin', (scope) =>
    notify(
      scope,
      [stage.office.people.emil],
      'core.import-ended',
      { recordId: newId() },
      { file, state: 'done' },
    ),
  )

test('emil’s bell and his list of notifications say what is new while he looks at them', async () => {
  const emil = await stage.sit('emil')
  const { page } = emil
  await page.goto(`${stage.url}/search`)
  await tellEmil('客户一.csv')
  await page.locator('#bell').getByTestId('unread').waitFor()
  expect(await page.getByTestId('unread').innerText()).toContain('1')
  await page.locator('#bell a').click()
  await page.waitForURL(`${stage.url}/notifications`)
  await page.getByText('客户一.csv').waitFor()
  await tellEmil('客户二.csv')
  await page.getByText('客户二.csv').waitFor()
  expect(await page.getByTestId('unread').innerText()).toContain('2')
  expect(await axe(page)).toEqual([])
  await page.locator('.notices-all button').click()
  await page.locator('.fresh').first().waitFor({ state: 'detached' })
  expect(await page.locator('#bell').getByTestId('unread').count()).toBe(0)
  expect(faults(emil)).toEqual([])
})

test.each([true, false])('on a phone nothing sticks out; scripts: %s', async (scripts) => {
  await tellEmil(`一个名字特别长的文件${'客户资料'.repeat(20)}.csv`)
  const { page } = await stage.sit('emil', { width: 360, scripts })
  await page.goto(`${stage.url}/notifications`)
  expect(await sideways(page)).toBe(0)
  await page.locator('.fresh form button').first().click()
  await page.waitForURL(`${stage.url}/notifications`)
  await page.locator('.fresh').first().waitFor({ state: 'detached' })
})
