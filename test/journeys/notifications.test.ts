import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../core/db/id.ts'
import { notify } from '../../core/notify/notify.ts'
import { axe, sideways } from '../setup/browser.ts'
import type { PersonName } from '../setup/cast.ts'
import { faults } from './browsing.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN')

const tell = (name: PersonName, file: string) =>
  stage.office.inScope('lin', (scope) =>
    notify(
      scope,
      [stage.office.people[name]],
      'core.import-ended',
      { recordId: newId() },
      { file, state: 'done' },
    ),
  )

test('emil’s bell and his list of notifications say what is new while he looks at them', async () => {
  const emil = await stage.sit('emil')
  const { page } = emil
  await page.goto(`${stage.url}/search`)
  await tell('emil', '客户一.csv')
  await page.locator('#bell').getByTestId('unread').waitFor()
  expect(await page.getByTestId('unread').innerText()).toContain('1')
  await page.locator('#bell a').click()
  await page.waitForURL(`${stage.url}/notifications`)
  await page.getByText('客户一.csv').waitFor()
  await tell('emil', '客户二.csv')
  await page.getByText('客户二.csv').waitFor()
  expect(await page.getByTestId('unread').innerText()).toContain('2')
  expect(await axe(page)).toEqual([])
  await page.locator('.notices-all button').click()
  await page.locator('.fresh').first().waitFor({ state: 'detached' })
  expect(await page.locator('#bell').getByTestId('unread').count()).toBe(0)
  expect(faults(emil)).toEqual([])
})

test.each([true, false])('on a phone nothing sticks out; scripts: %s', async (scripts) => {
  await tell('emil', `一个名字特别长的文件${'客户资料'.repeat(20)}.csv`)
  const { page } = await stage.sit('emil', { width: 360, scripts })
  await page.goto(`${stage.url}/notifications`)
  expect(await sideways(page)).toBe(0)
  await page.locator('.fresh form button').first().click()
  await page.waitForURL(`${stage.url}/notifications`)
  await page.locator('.fresh').first().waitFor({ state: 'detached' })
})

/** Every stream that the tabs of one browser ask for, by the tab. */
function streamsOf(context: BrowserContext): Page[] {
  const asked: Page[] = []
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/notifications/stream')
      asked.push(request.frame().page())
  })
  return asked
}

test.each([
  ['sun', true],
  ['tara', false],
] as const)(
  'seven open tabs of %s all answer and hear the news; locks: %s',
  async (name, locks) => {
    const { page } = await stage.sit(name)
    const context = page.context()
    if (!locks) await context.addInitScript('delete Object.getPrototypeOf(navigator).locks')
    const asked = streamsOf(context)
    const tabs = [page, ...(await Promise.all(Array.from({ length: 6 }, () => context.newPage())))]
    for (const tab of tabs) await tab.goto(`${stage.url}/search`)
    await expect.poll(() => asked.length).toBe(locks ? 1 : tabs.length)
    for (const tab of tabs) expect(asked.filter((one) => one === tab).length).toBeLessThanOrEqual(1)
    await tell(name, '客户三.csv')
    // Without locks a tab asks once a minute; a new page is drawn with the count.
    for (const tab of tabs) {
      if (!locks) await tab.reload()
      await tab.locator('#bell').getByTestId('unread').waitFor()
    }
    // The tab that listened for the others goes; another takes its place.
    await asked[0]?.close()
    await tell(name, '客户四.csv')
    const [left] = tabs.filter((tab) => !tab.isClosed())
    if (!locks) await left?.reload()
    await left?.locator('#bell').getByText('2', { exact: true }).waitFor()
  },
)
