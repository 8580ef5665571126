import { contacts } from '../../../modules/contacts/module.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'

/** An office in which everybody has contacts. */
export async function openContactsOffice(
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Office> {
  const office = await openOffice({ modules: [contacts], ...options })
  await switchOn(office)
  return office
}

/** Opens the module for a whole firm. */
export const switchOn = (firm: Pick<Firm, 'inScope'>): Promise<void> => openForAll(firm, contacts)
