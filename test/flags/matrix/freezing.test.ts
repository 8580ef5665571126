import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openModule } from '../../../flags/audience.ts'
import { freezeCell, setCell, thawCell } from '../../../flags/matrix/setting.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import { type Office, openOffice } from '../../setup/office.ts'
import { part } from '../part.ts'

let office: Office
let service: string
beforeAll(async () => {
  office = await openOffice({ modules: [parcels, customs] })
  service = office.departments.service
})
afterAll(() => office.close())
beforeEach(() =>
  office.inScope('amy', async (scope) => {
    for (const module of [parcels, customs])
      await openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for all')
    for (const place of [service, null]) await thawCell(scope, parcels, place, 'a new test')
  }),
)

const read = async (name: 'amy' | 'sun', path: string) => (await office.as(name).get(path)).text()
const freeze = (place: string | null) =>
  office.inScope('amy', (scope) => freezeCell(scope, parcels, place, 'wrong numbers'))

test('before amy freezes parcels in service she reads beside the button that sun loses customs too', async () => {
  const shown = part(await read('amy', `/rollout/matrix/parcels/${service}`), 'freeze')
  expect(shown).toMatch(/1 person loses Parcels:\s*孙?\s*孙悦/)
  expect(shown).toMatch(/1 person loses Customs:\s*孙?\s*孙悦/)
  expect(shown).not.toContain('艾米尔')
  await freeze(service)
  const frozen = part(await read('amy', `/rollout/matrix/parcels/${service}`), 'freeze')
  expect(frozen).not.toContain('loses')
})

test('where nobody has a module, freezing it says that nobody loses anything', async () => {
  await office.inScope('amy', (scope) => openModule(scope, parcels, [], 'closed'))
  expect(part(await read('amy', '/rollout/matrix/parcels/everyone'), 'freeze')).toContain(
    'nobody loses anything',
  )
})

test('sun, whose department is frozen, reads so, and of customs that it is parcels which it needs', async () => {
  await freeze(service)
  const own = await read('sun', '/parcels/parcels')
  expect(own).toContain('Parcels is stopped for the moment')
  expect(own).toContain('has stopped it for your department')
  const fallen = await read('sun', '/customs/declarations')
  expect(fallen).toContain('Customs is stopped for the moment')
  expect(fallen).toContain('It needs Parcels, and an administrator has stopped that for your')
  expect(own + fallen).not.toContain('for everybody')
  expect(await read('sun', '/')).toContain('has stopped it for your department')
})

test('when it is for everybody, sun reads that, and still which module it was', async () => {
  await freeze(null)
  expect(await read('sun', '/parcels/parcels')).toContain('has stopped it for everybody')
  expect(await read('sun', '/customs/declarations')).toContain(
    'It needs Parcels, and an administrator has stopped that for everybody',
  )
})

test('“as above” says what is above, not what the cell itself says', async () => {
  await office.inScope('amy', async (scope) => {
    await openModule(scope, parcels, [], 'closed')
    await setCell(scope, parcels, service, { state: 'pilot' }, 'the pilot begins')
  })
  const cell = () => read('amy', `/rollout/matrix/parcels/${service}`)
  expect(await cell()).toMatch(/above[^.]*“Off”/)
  await office.inScope('amy', (scope) =>
    setCell(scope, parcels, null, { state: 'on' }, 'for everybody'),
  )
  expect(await cell()).toMatch(/above[^.]*“On”/)
})
