import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { planCosts } from '../../core/demo/costs.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { approveEnvelope } from '../../flags/cost/plan.ts'
import { evidenceText } from '../../flags/evidence/messages.ts'
import { gatesText } from '../../flags/gates/messages.ts'
import { planText } from '../../flags/plan/messages.ts'
import { readinessText } from '../../flags/readiness/messages.ts'
import { sideways } from '../setup/browser.ts'
import type { PersonName } from '../setup/cast.ts'
import { faults, save } from './browsing.ts'
import { type Stage, stageFor } from './stage.ts'

/** Everybody answers on what they have at hand. */
const devices: readonly [PersonName, number][] = [
  ['amy', 1440],
  ['lin', 768],
  ['emil', 390],
  ['sun', 360],
  ['tara', 1024],
]

/** What G0 asks for and nothing in the product measures. */
const vouched = ['training.leaders']

describe.each<Locale>(['zh-CN', 'en'])('from the idea to everybody’s education, %s', (locale) => {
  const stage = stageFor(locale, ({ office }) =>
    office.inScope('amy', async (scope) => {
      const { db, company } = scope
      await planCosts(scope)
      await approveEnvelope(scope, 100_000_000)
      await db.execute(sql`insert into core.user_roles (company_id, user_id, role)
        values (${company.id}, ${office.people.amy}, 'sponsor')`)
    }),
  )

  test('amy begins the plan, and its first stage is under way', async () => {
    const amy = await stage.sit('amy')
    const { page } = amy
    await page.goto(stage.url)
    await page.locator('#sidebar nav a[href="/rollout/plan"]').click()
    await page.getByTestId('begin-form').waitFor()
    await page.fill('[name=startsOn]', '2026-11-02')
    await save(page, `${stage.url}/rollout/plan`)
    await page.getByTestId('stage-bar').waitFor()
    expect(await page.locator('.stage-bar .running').innerText()).toContain(
      planText(locale).stages.S0,
    )
    expect(await page.getByTestId('stage-work').getByTestId('row').count()).toBe(8)
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await sideways(page)).toBe(0)
    }
    expect(faults(amy)).toEqual([])
  })

  test('everybody says how ready the firm is, and afterwards amy sees what they said', async () => {
    const amy = await stage.sit('amy')
    await amy.page.goto(`${stage.url}/rollout/readiness`)
    await amy.page.locator('main [data-save]').click()
    await amy.page.getByTestId('open-round').waitFor()
    for (const [name, width] of devices) await answer(stage, name, width)
    await amy.page.reload()
    expect(await amy.page.getByTestId('open-round').innerText()).not.toContain('75')
    await amy.page.locator('form[action$="/close"] button').click()
    await amy.page.getByTestId('radar').waitFor()
    expect(await amy.page.locator('.stats').innerText()).toContain('75')
    expect(await amy.page.locator('main').innerText()).toContain(
      readinessText(locale).bands.scaleReady,
    )
    expect(await sideways(amy.page)).toBe(0)
    expect(faults(amy)).toEqual([])
  })

  test('the gate does not open on what nobody knows; with its evidence it does', async () => {
    const amy = await stage.sit('amy')
    const { page } = amy
    const t = gatesText(locale)
    await page.goto(`${stage.url}/rollout/gates/G0`)
    expect(await page.getByTestId('verdict').innerText()).toContain(t.outcomes.insufficient)
    await signTheCharter(stage, page)
    for (const code of vouched) await vouch(stage, page, code)
    await page.goto(`${stage.url}/rollout/gates/G0`)
    expect(await page.getByTestId('verdict').innerText()).toContain(t.meanings.go)
    await page.locator('main [data-save]').first().click()
    await page.locator('#form-reason-error').waitFor()
    await page.fill('[name=reason]', locale === 'en' ? 'All of it is there' : '证据齐全')
    await page.locator('main [data-save]').first().click()
    await page.getByTestId('decision').waitFor()
    await page.goto(`${stage.url}/rollout/plan`)
    const bar = page.locator('.stage-bar')
    expect(await bar.locator('.done').innerText()).toContain(planText(locale).stages.S0)
    expect(await bar.locator('.running').innerText()).toContain(planText(locale).stages.S1)
    expect(faults(amy)).toEqual([])
  })
})

/** From the start page to the last statement, with the same answer to each. */
async function answer(stage: Stage, name: PersonName, width: number): Promise<void> {
  const somebody = await stage.sit(name, { width })
  const { page } = somebody
  await page.goto(stage.url)
  await page.getByTestId('survey-card').locator('a').click()
  await page.getByTestId('survey-form').waitFor()
  for (const choice of await page.locator('input[type=radio][value="4"]').all())
    await choice.check()
  expect(await sideways(page), name).toBe(0)
  await page.locator('main [data-save]').click()
  await page.getByTestId('empty').waitFor()
  expect(faults(somebody), name).toEqual([])
}

/** Amy writes down what the rollout is for, and signs it as its sponsor. */
async function signTheCharter({ url }: Stage, page: Page): Promise<void> {
  await page.goto(`${url}/rollout/team`)
  const charter = page.getByTestId('charter')
  await charter.locator('summary').click()
  await charter.locator('[name=body]').fill('1. 2. 3.')
  await charter.locator('[data-save]').click()
  const sign = page.locator('form[action$="/sign"] button')
  await sign.click()
  await sign.waitFor({ state: 'detached' })
}

async function vouch({ url, office }: Stage, page: Page, code: string): Promise<void> {
  const locale = await office.inScope('amy', async (scope) => scope.locale)
  await page.goto(`${url}/rollout/evidence/${code}`)
  expect(await page.locator('main').innerText()).toContain(evidenceText(locale).nobody)
  const choice = page.locator('[name=value][value=yes]')
  if (await choice.count()) await choice.check()
  else await page.fill('[name=value]', '100')
  await page.fill('[name=document]', 'Minutes 2026-11-03')
  await page.locator('main [data-save]').click()
  await page.getByTestId('attestations').waitFor()
}
