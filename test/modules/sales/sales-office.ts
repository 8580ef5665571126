import { contacts } from '../../../modules/contacts/module.ts'
import { sales } from '../../../modules/sales/module.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'

/** An office in which everybody has contacts and sales. */
export async function openSalesOffice(
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Office> {
  const office = await openOffice({ modules: [contacts, sales], ...options })
  await switchSalesOn(office)
  return office
}

/** Opens both modules for a whole firm. */
export const switchSalesOn = (firm: Pick<Firm, 'inScope'>): Promise<void> =>
  openForAll(firm, contacts, sales)
