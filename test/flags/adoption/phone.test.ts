import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { openPool } from '../../../core/db/connection.ts'
import { measureAdoption } from '../../../flags/adoption/measuring.ts'
import { adoptionText } from '../../../flags/adoption/messages.ts'
import { openModule } from '../../../flags/audience.ts'
import { modules } from '../../../modules/index.ts'
import { sideways } from '../../setup/browser.ts'
import { type Listening, openListening } from '../listening.ts'

let firm: Listening
beforeAll(async () => {
  firm = await openListening(modules)
  const { office } = firm
  const everyone = { kind: 'everyone', variant: 'write' } as const
  await office.inScope('amy', (scope) =>
    openModule(scope, { id: 'contacts' }, [everyone], 'for this test'),
  )
  const early = new Date(Date.now() - 90 * 86_400_000)
  const eyes = openPool(office.database.admin, 1)
  await eyes`update flags.changes set at = ${early}`
  await eyes`update core.users set created_at = ${early}`
  await eyes.end()
  const { product } = office.app
  await asOperator(product, office.company, 'test', (scope) =>
    measureAdoption(scope, product.registry.modules),
  )
})
afterAll(() => firm.close())

test.each([
  ['en', 1440],
  ['zh-CN', 390],
  ['en', 360],
] as const)(
  'the index of departments, or why it is not told, is read in %s at %d px',
  async (locale, width) => {
    const { page, complaints } = await firm.pageOf('lin', locale, width)
    const t = adoptionText(locale)
    await page.goto(`${firm.address}/rollout/adoption`)
    const table = page.getByTestId('adoption-departments')
    expect(await table.getByRole('columnheader', { name: t.index }).isVisible()).toBe(true)
    expect(await table.locator('tbody td').nth(1).isVisible()).toBe(true)
    expect(await table.locator('.wide-only').first().isVisible()).toBe(width > 768)
    const amy = await firm.pageOf('amy', locale, width)
    await amy.page.goto(`${firm.address}/rollout/adoption`)
    const hidden = amy.page.getByTestId('adoption-departments').locator('td[colspan]').first()
    expect(await hidden.isVisible()).toBe(true)
    expect(await hidden.innerText()).toContain('4')
    for (const one of [page, amy.page]) expect(await sideways(one)).toBe(0)
    expect([...complaints, ...amy.complaints]).toEqual([])
  },
)
