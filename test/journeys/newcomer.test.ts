import { expect, test, vi } from 'vitest'
import { startProduct, until } from '../setup/product.ts'
import { faults, join, sitDown } from './browsing.ts'
import { firms, tea } from './cast.ts'
import { addDepartments, addPeople, foundCompany } from './founding.ts'
import { importListedCompanies, importOwnList } from './importing.ts'
import { openPilot, switchOff, undoIt } from './piloting.ts'
import { findNothing, keepAccount, lookAround, readRecord } from './working.ts'

// A whole day of a firm, from the first start on.
vi.setConfig({ testTimeout: 180_000 })

test.each([
  ['zh-CN', 1440],
  ['en', 390],
] as const)(
  'Amy starts the product, founds a firm, brings its data in and pilots one module in Sales alone (%s, %d px)',
  async (locale, width) => {
    const { url, said } = await startProduct()
    const setting = { url, locale, width }
    const link = String(await until(() => /set up your company: (\S+)/.exec(said())?.[1]))

    const amy = await sitDown(setting)
    await foundCompany(amy, link)
    await addDepartments(amy)
    const links = await addPeople(amy)
    await importOwnList(amy)
    await importListedCompanies(amy)
    await openPilot(amy)

    const emil = await join(setting, links.emil)
    await lookAround(emil)
    const record = await keepAccount(emil)

    const sun = await join(setting, links.sun)
    await findNothing(sun, record)

    const before = await readRecord(emil, record)
    expect(before).toContain(firms[locale].note)
    await switchOff(amy, 'The price list is wrong')
    const answer = await emil.page.reload()
    expect(answer?.headers()['x-module-off']).toBe('contacts')
    expect(await emil.page.locator('body').innerText()).not.toContain(tea.name)
    expect(await emil.page.locator('a[href^="/contacts"]').count(), 'no link').toBe(0)
    await undoIt(amy, 'It is mended')
    expect(await readRecord(emil, record), 'everything as it was').toEqual(before)

    for (const person of [amy, emil, sun]) expect(faults(person)).toEqual([])
  },
)
