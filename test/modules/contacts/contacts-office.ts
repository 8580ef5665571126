import { setTimeout as wait } from 'node:timers/promises'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'

/** An office in which everybody has contacts. */
export async function openContactsOffice(
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Office> {
  const office = await openOffice({ modules: [contacts], ...options })
  await switchOn(office)
  return office
}

/** Opens the module for a whole firm, and waits until this process has heard of it. */
export async function switchOn({ inScope }: Pick<Firm, 'inScope'>): Promise<void> {
  await inScope('amy', (scope) =>
    openModule(scope, contacts, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
  )
  const deadline = Date.now() + 10_000
  const isOn = () => inScope('amy', async (scope) => scope.modules.state('contacts') === 'write')
  while (!(await isOn())) {
    if (Date.now() > deadline) throw new Error('Waited ten seconds in vain for contacts to be on.')
    await wait(10)
  }
}
