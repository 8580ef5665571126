import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openModule } from '../../flags/audience.ts'
import { createLead } from '../../modules/sales/leads/leads.ts'
import { sales } from '../../modules/sales/module.ts'
import { makeAccount } from '../modules/contacts/make.ts'
import { until } from '../setup/until.ts'
import { type Stage, stageFor } from './stage.ts'

const nothing = {
  ...{ title: null, mobile: null, phone: null, email: null, wechat: null, website: null },
  ...{ industry: null, region: null, source: null, status: null, about: null },
}

/** The lead of each firm. */
const leads = new Map<string, string>()

/** Opens sales for the sales department, with two customers and two leads that lin keeps. */
async function furnish({ office }: Stage): Promise<void> {
  const { inScope, departments, app } = office
  const grant = { kind: 'department', department: departments.sales, variant: 'write' } as const
  await inScope('amy', (scope) => openModule(scope, sales, [grant], '试用线索'))
  await until('sales is on', () =>
    inScope('emil', async (scope) => scope.modules.state('sales') === 'write'),
  )
  for (const name of ['青禾包装有限公司', 'Greenfield Packaging'])
    await inScope('emil', (scope) => makeAccount(scope, app.product.registry, { name }))
  for (const [name, person] of [
    ['青禾包装有限公司', '周敏'],
    ['Greenfield Packaging', 'May Cole'],
  ] as const)
    leads.set(
      name,
      await inScope('lin', (scope) =>
        createLead(scope, app.product.registry, { ...nothing, name, person }),
      ),
    )
}

const stage = stageFor('zh-CN', furnish)

const fits = async (page: Page, width: number) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)

test.each([
  {
    locale: 'zh-CN',
    ...{ width: 390, height: 844, firm: '青禾包装有限公司', deal: '包装线改造' },
    words: { visit: '拜访', convert: '转化', from: '来源线索' },
  },
  {
    locale: 'en',
    ...{ width: 1440, height: 860, firm: 'Greenfield Packaging', deal: 'New line' },
    words: { visit: 'Visit', convert: 'Convert', from: 'From the lead' },
  },
] as const)(
  'emil is given a lead, visits, and makes a deal of it with the customer there is, in $locale at $width px',
  async ({ locale, width, height, firm, deal, words }) => {
    await speak(locale)
    const lead = `/sales/leads/${leads.get(firm)}`
    const given = { id: leads.get(firm) ?? '', owner: stage.office.people.emil }
    expect((await stage.office.as('lin').post('/sales/leads/assign', given)).status).toBe(303)

    const { page, complaints } = await stage.sit('emil', { locale, width, height })
    await page.goto(`${stage.url}/sales/leads?owner=me`)
    await page.getByTestId('row').getByText(firm).first().click()
    await page.waitForURL(new RegExp(lead))
    await fits(page, width)
    const form = page.getByTestId('follow-up-form')
    expect(await form.locator('input[name=place]').isVisible()).toBe(false)
    await form.getByText(words.visit, { exact: true }).click()
    await form.locator('input[name=place]').fill('3 号厂房')
    await form.locator('textarea').fill('看了包装线')
    await form.locator('[data-save]').click()
    await page.getByTestId('event').filter({ hasText: '3 号厂房' }).waitFor()

    await page.getByRole('link', { name: words.convert, exact: true }).click()
    const convert = page.getByTestId('convert-form')
    await fits(page, width)
    const account = convert.locator('select[name=accountId]')
    expect(await account.locator('option:checked').innerText()).toContain(firm)
    await convert.locator('input[name=deal]').check()
    await convert.locator('input[name=dealName]').fill(deal)
    await convert.locator('[data-save]').click()
    await page.waitForURL(new RegExp(`${lead}$`))
    await page.getByRole('link', { name: deal, exact: true }).click()
    await page.waitForURL(/\/sales\/deals\//)
    expect(await page.getByText(words.from).isVisible()).toBe(true)
    expect(await page.locator(`a[href="${lead}"]`).isVisible()).toBe(true)
    await fits(page, width)
    expect(complaints).toEqual([])

    const found = await stage.office.as('sun').get(lead)
    expect(found.status).toBe(404)
    const search = await stage.office.as('sun').get(`/search?q=${encodeURIComponent(firm)}`)
    expect(await search.text()).not.toContain(lead)
  },
)

/** What lin and emil read in from now on. */
const speak = (locale: string) =>
  stage.office.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`update core.users set locale = ${locale} where company_id = ${company.id}`)
  })
