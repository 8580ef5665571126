import { setTimeout as wait } from 'node:timers/promises'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { service } from '../../../modules/service/module.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'

/** An office in which everybody has contacts and service, and nothing else is there. */
export async function openServiceOffice(
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Office> {
  const office = await openOffice({ modules: [contacts, service], ...options })
  await switchServiceOn(office)
  return office
}

/** Opens both modules for a whole firm, and waits until this process has heard of it. */
export async function switchServiceOn({ inScope }: Pick<Firm, 'inScope'>): Promise<void> {
  for (const module of [contacts, service])
    await inScope('amy', (scope) =>
      openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
    )
  const deadline = Date.now() + 10_000
  const isOn = () => inScope('amy', async (scope) => scope.modules.state('service') === 'write')
  while (!(await isOn())) {
    if (Date.now() > deadline) throw new Error('Waited ten seconds in vain for service to be on.')
    await wait(10)
  }
}
