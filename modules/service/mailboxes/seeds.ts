import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { mails } from '../incoming/schema.ts'
import { outgoingMails } from '../outgoing/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { webFormText } from '../webforms/messages.ts'
import { webForms } from '../webforms/schema.ts'
import { newFormKey } from '../webforms/web-forms.ts'
import { mailboxes } from './schema.ts'

/** What is made up says so. */
const words = {
  'zh-CN': {
    mailbox: (at: number) => `客服邮箱 ${at}（演示用虚构）`,
    form: (at: number) => `官网留言 ${at}（演示用虚构）`,
    sender: '行业周刊（演示用虚构）',
    subject: '本周行业动态',
    closing: '您好，关于这个问题我们还没有收到您的回复。如果已经解决，您无需操作。',
  },
  en: {
    mailbox: (at: number) => `Help desk ${at} (made up)`,
    form: (at: number) => `Ask us ${at} (made up)`,
    sender: 'Trade Weekly (made up)',
    subject: 'This week in the trade',
    closing: 'We have not heard from you on this. If it is solved, there is nothing to do.',
  },
} as const

/**
 * Makes mailboxes, each with a mail that was set aside, one that could not go out where there is a
 * ticket, and a form. They are paused and have no password: nothing made up speaks to a server.
 */
export const mailboxSeed: Seed = {
  key: 'mailboxes',
  make: async (scope, count, random) => {
    const { locale } = scope.company
    const rows = Array.from({ length: count }, (_, at) => ({
      ...{ id: newId(), name: words[locale].mailbox(at + 1) },
      address: `desk-${random.below(1_000_000)}-${at}@example.com`,
      ...{ imapHost: 'imap.example.com', imapPort: 993, imapSecurity: 'tls' as const },
      ...{ smtpHost: 'smtp.example.com', smtpPort: 465, smtpSecurity: 'tls' as const },
      ...{ username: 'desk', pausedAt: scope.now() },
    }))
    await insertMany(scope, mailboxes, rows)
    const forms = rows.map((_, at) => ({
      ...{ id: newId(), key: newFormKey(), name: words[locale].form(at + 1), language: locale },
      consent: webFormText(locale).consentUsual,
    }))
    const { sender: name, subject } = words[locale]
    const aside = rows.map(({ id }, at) => ({
      ...{ id: newId(), mailboxId: id, uidValidity: '1', uid: at + 1, fingerprint: `seed ${id}` },
      ...{ state: 'aside' as const, reason: 'bulk' as const, subject, bytes: 2_000 },
      ...{ fromName: name, fromAddress: 'news@example.com' },
    }))
    await Promise.all([insertMany(scope, webForms, forms), insertMany(scope, mails, aside)])
    const asked = await scope.db.execute<{ id: string; address: string }>(sql`
      select id, from_address as address from ${tickets}
      where company_id = ${scope.company.id} and from_address <> '' order by id limit ${count}`)
    const failed = asked.map(({ id: ticketId, address: toAddress }) => ({
      ...{ id: newId(), mailboxId: random.pick(rows).id, ticketId, toAddress, locale },
      ...{
        kind: 'closing' as const,
        text: words[locale].closing,
        state: 'failed' as const,
        attempts: 10,
      },
      fault: 'timeout' as const,
    }))
    await insertMany(scope, outgoingMails, failed)
  },
}
