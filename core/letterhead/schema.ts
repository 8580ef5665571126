import { customType, primaryKey, text } from 'drizzle-orm/pg-core'
import { company, core, lifetime } from '../db/columns.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const plain = (name: string) => text(name).notNull().default('')

/** What stands at the head and the foot of a company's papers; empty texts are left out there. */
export const letterheads = core.table(
  'letterheads',
  {
    companyId: company(),
    nameEn: plain('name_en'),
    nameZh: plain('name_zh'),
    addressEn: plain('address_en'),
    addressZh: plain('address_zh'),
    phone: plain('phone'),
    email: plain('email'),
    website: plain('website'),
    bank: plain('bank'),
    bankAccount: plain('bank_account'),
    taxNumber: plain('tax_number'),
    /** A PNG or JPEG of some hundred kilobytes at the most. */
    logo: bytes('logo'),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId] })],
)
