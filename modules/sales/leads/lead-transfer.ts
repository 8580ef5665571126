import { recordTransfer } from '../../../core/transfer/book/record-transfer.ts'
import { emailKey } from '../../../core/values/email.ts'
import { searchText } from '../../../core/values/names.ts'
import { leadKind } from './kind.ts'
import { leadStorage } from './lead-record.ts'
import { leads } from './schema.ts'

/** Leads in and out as files. */
export const leadTransfer = recordTransfer(leadKind, leadStorage, {
  title: { en: 'Leads', 'zh-CN': '线索' },
  keys: { en: 'Mobile, else e-mail, else name', 'zh-CN': '手机，没有则按邮箱、线索名称' },
  keyChoices: [
    { key: 'mobile', label: { en: 'Mobile', 'zh-CN': '手机' } },
    { key: 'email', label: { en: 'E-mail', 'zh-CN': '邮箱' } },
    { key: 'name', label: { en: 'Firm or name', 'zh-CN': '线索名称' } },
  ],
  findBy: [
    { key: 'mobile', column: leads.mobileE164, of: ({ mobile }) => mobile?.e164 },
    { key: 'email', column: leads.emailKey, of: ({ email }) => email && emailKey(email) },
    { key: 'name', column: leads.nameKey, of: ({ name }) => name && searchText(name) },
  ],
  ownerAliases: ['线索所有人', '分配给', 'lead owner', 'assigned to'],
})
