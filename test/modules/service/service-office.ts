import { contacts } from '../../../modules/contacts/module.ts'
import { service } from '../../../modules/service/module.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'

/** An office in which everybody has contacts and service, and nothing else is there. */
export async function openServiceOffice(
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Office> {
  const office = await openOffice({ modules: [contacts, service], ...options })
  await switchServiceOn(office)
  return office
}

/** Opens both modules for a whole firm. */
export const switchServiceOn = (firm: Pick<Firm, 'inScope'>): Promise<void> =>
  openForAll(firm, contacts, service)
