import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { asOperator } from '../../core/access/operator.ts'
import { openPool } from '../../core/db/connection.ts'
import { planCosts } from '../../core/demo/costs.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { approveEnvelope } from '../../flags/cost/plan.ts'
import { evidenceText } from '../../flags/evidence/messages.ts'
import { gatesText } from '../../flags/gates/messages.ts'
import { planText } from '../../flags/plan/messages.ts'
import type { StageCode } from '../../flags/plan/stages.ts'
import { pulseJob } from '../../flags/pulse/opening.ts'
import { readinessText } from '../../flags/readiness/messages.ts'
import { surveysText } from '../../flags/surveys/messages.ts'
import { nameChampions, proveInfrastructure, vouchFor } from '../flags/gates/passing.ts'
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

const because =
  'The pilot was too short to be measured; the leads will look at it every week. 试点时间太短。'

/** What G0 asks for and nothing in the product measures. */
const vouched = ['training.leaders']

describe.each<Locale>(['zh-CN', 'en'])('from the idea to the whole firm, %s', (locale) => {
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

  test('ten days on, everybody says how they stand to the change, and who runs it sees where', async () => {
    await moveOn(stage, 14)
    const amy = await stage.sit('amy')
    const { page } = amy
    await page.goto(`${stage.url}/rollout/people`)
    await page.locator('main [data-save]').click()
    await page.getByTestId('open-round').waitFor()
    for (const [name, width] of devices) await answer(stage, name, width)
    await page.reload()
    await page.locator('form[action$="/close"] button').click()
    await page.getByTestId('elements').waitFor()
    expect(await page.locator('.stats').innerText()).toContain('100')
    expect(await sideways(page)).toBe(0)
    expect(faults(amy)).toEqual([])
  })

  test('with everybody taught the second gate opens, and the third once the ground is laid', async () => {
    await vouchFor(stage.office, 'G1')
    await nameChampions(stage.office)
    await goThrough(stage, 'G1', 'S2')
    await moveOn(stage, 14)
    await proveInfrastructure(stage.office)
    await goThrough(stage, 'G2', 'S3')
  })

  test('in the pilot the monthly pulse opens by itself, and is answered on a phone', async () => {
    await moveOn(stage, 1)
    const { product } = stage.office.app
    const switchboard = await product.switchboards(stage.office.company)
    await asOperator(product, stage.office.company, 'job', (scope) => {
      const modules = { ...scope.modules, of: switchboard(scope.user).of }
      return pulseJob.run({ ...scope, modules }, {}, product)
    })
    await answer(stage, 'emil', 390)
    const amy = await stage.sit('amy')
    await amy.page.goto(`${stage.url}/rollout/people/pulse`)
    const round = await amy.page.getByTestId('open-round').innerText()
    expect(round).toContain(surveysText(locale).turnout('1', '1'))
    expect(faults(amy)).toEqual([])
  })

  test('after the pilot nobody has been measured long enough: going on takes a reason and an end', async () => {
    await moveOn(stage, 35)
    await vouchFor(stage.office, 'G3')
    await overrule(stage, 'G3', 'S4')
  })

  test('with that decision behind it amy widens customers to service, and the next stage begins', async () => {
    const sun = await stage.sit('sun', { width: 390 })
    const shut = await sun.page.goto(`${stage.url}/contacts/accounts`)
    expect(shut?.status()).toBe(404)
    const amy = await stage.sit('amy')
    const { page } = amy
    const cell = `${stage.url}/rollout/matrix/contacts/${stage.office.departments.service}`
    await page.goto(cell)
    await page.locator('#form [name=state][value=on]').check()
    await save(page, `${cell}/preview`)
    expect(await page.getByTestId('gained').innerText()).toContain('孙悦')
    await page.fill('#form [name=reason]', locale === 'en' ? 'The first wave' : '推广第一批')
    await save(page, `${stage.url}/rollout/matrix`)
    const open = await sun.page.goto(`${stage.url}/contacts/accounts`)
    expect(open?.status()).toBe(200)
    await vouchFor(stage.office, 'G4')
    await goThrough(stage, 'G4.1', 'S5')
    expect(faults(amy)).toEqual([])
  })
})

/**
 * Lets so many days pass: what has been lies so much further back. The clock itself stays, since the
 * database’s cannot be moved with the product’s; nor do the gates let an application touch the past.
 */
async function moveOn({ office }: Stage, days: number): Promise<void> {
  const eyes = openPool(office.database.admin, 1)
  await eyes.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update flags.programmes set starts_on = starts_on - ${days}::int`
    await tx`update flags.stages set start_first = start_first - ${days}::int,
      end_first = end_first - ${days}::int, start_plan = start_plan - ${days}::int,
      end_plan = end_plan - ${days}::int, started_on = started_on - ${days}::int,
      ended_on = ended_on - ${days}::int`
    await tx`update flags.work_items set due_first = due_first - ${days}::int,
      due_on = due_on - ${days}::int, done_on = done_on - ${days}::int`
    await tx`update flags.survey_runs set opened_at = opened_at - make_interval(days => ${days}),
      closed_at = closed_at - make_interval(days => ${days})`
    await tx`update flags.gate_decisions set at = at - make_interval(days => ${days})`
  })
  await eyes.end()
}

/** Amy goes on at a gate that its evidence opens, and the next stage is under way. */
async function goThrough(stage: Stage, gate: string, next: StageCode): Promise<void> {
  const locale = await stage.office.inScope('amy', async (scope) => scope.locale)
  const amy = await stage.sit('amy')
  const { page } = amy
  await page.goto(`${stage.url}/rollout/gates/${gate}`)
  expect(await page.getByTestId('verdict').innerText()).toContain(gatesText(locale).meanings.go)
  await page.fill('[name=reason]', locale === 'en' ? 'All of it is there' : '证据齐全')
  await page.locator('main [data-save]').first().click()
  await page.getByTestId('decisions').getByTestId('decision').waitFor()
  await page.goto(`${stage.url}/rollout/plan`)
  const running = await page.locator('.stage-bar .running').innerText()
  expect(running).toContain(planText(locale).stages[next])
  expect(faults(amy)).toEqual([])
}

/** Amy goes on at a gate that is short of evidence: not with a word, but with a reason, a measure and an end. */
async function overrule(stage: Stage, gate: string, next: StageCode): Promise<void> {
  const amy = await stage.sit('amy')
  const { page } = amy
  const locale = await stage.office.inScope('amy', async (scope) => scope.locale)
  await page.goto(`${stage.url}/rollout/gates/${gate}`)
  expect(await page.getByTestId('verdict').innerText()).not.toContain(gatesText(locale).meanings.go)
  expect(await page.getByTestId('unlawful').count()).toBe(0)
  const form = page.getByTestId('decision-form')
  await form.locator('[name=outcome][value=go]').check()
  await form.locator('[name=reason]').fill('OK')
  await form.locator('[data-save]').click()
  await page.getByTestId('errors').waitFor()
  await form.locator('[name=override]').check()
  await form.locator('[name=reason]').fill(because)
  await form.locator('[name=expiresOn]').fill('2999-01-01')
  await form.locator('[name=compensation]').fill('Weekly')
  await form.locator('[data-save]').click()
  const decided = page.getByTestId('decisions').getByTestId('decision')
  expect(await decided.innerText()).toContain(because)
  await page.goto(`${stage.url}/rollout/plan`)
  const running = await page.locator('.stage-bar .running').innerText()
  expect(running).toContain(planText(locale).stages[next])
}

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
