import type { Directory } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseEmail } from '../../../core/values/email.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import { plainWidth } from '../../../core/values/typed.ts'
import type { Mailbox, MailboxValues } from './mailboxes.ts'
import { mailboxText } from './messages.ts'
import { type Security, securities } from './schema.ts'

/** What most providers in China and elsewhere take. */
export const usualMailbox: Raw = {
  ...{ imapPort: '993', imapSecurity: 'tls', folder: 'INBOX' },
  ...{ smtpPort: '465', smtpSecurity: 'tls' },
}

/** Reads the form of a mailbox. @param before as it is; undefined for a new one */
export function readMailboxForm(
  scope: Scope,
  { departments }: Directory,
  raw: Raw,
  before?: Mailbox,
): { values: MailboxValues; password: string; errors: Errors } {
  const t = mailboxText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const security = (name: 'imapSecurity' | 'smtpSecurity'): Security => {
    const chosen = securities.find((one) => one === raw[name])
    if (!chosen) fields.refuse(name, t.choose)
    return chosen ?? 'tls'
  }
  const server = (name: 'imapHost' | 'smtpHost'): string => {
    const typed = fields.need(name, t[name], parseText, '')
    const plain = plainWidth(typed).replaceAll('。', '.').toLowerCase()
    if (typed && !host.test(plain)) fields.refuse(name, t.badHost)
    return plain
  }
  const checkedBy = (): string => {
    const plain = plainWidth((raw.checkedBy ?? '').trim()).toLowerCase()
    if (plain && !host.test(plain)) fields.refuse('checkedBy', t.badHost)
    return plain
  }
  const port = (name: 'imapPort' | 'smtpPort'): number => {
    return fields.need(name, t.port, (text) => parseWhole(text, { least: 1, most: 65_535 }), 0)
  }
  const departmentId = raw.department || null
  if (departmentId && !departments.some(({ id }) => id === departmentId))
    fields.refuse('department', t.choose)
  const values: MailboxValues = {
    name: fields.need('name', t.name, parseText, ''),
    address: fields.need('address', t.address, parseEmail, '').toLowerCase(),
    departmentId,
    imapHost: server('imapHost'),
    imapPort: port('imapPort'),
    imapSecurity: security('imapSecurity'),
    folder: fields.need('folder', t.folder, parseText, 'INBOX'),
    smtpHost: server('smtpHost'),
    smtpPort: port('smtpPort'),
    smtpSecurity: security('smtpSecurity'),
    username: fields.need('username', t.username, parseText, ''),
    checkedBy: checkedBy(),
  }
  const password = raw.password ?? ''
  const goesElsewhere =
    before &&
    (
      ['imapHost', 'smtpHost', 'imapPort', 'smtpPort', 'imapSecurity', 'smtpSecurity'] as const
    ).some((name) => before[name] !== values[name])
  if (password === '' && (!before?.hasPassword || goesElsewhere))
    fields.refuse('password', goesElsewhere ? t.passwordAnew : t.passwordNeeded)
  return { values, password, errors: fields.errors }
}

/** What a stored mailbox looks like in its form; the password is not shown. */
export const rawMailbox = ({ departmentId, imapPort, smtpPort, ...rest }: Mailbox): Raw => ({
  ...{ name: rest.name, address: rest.address, department: departmentId ?? '' },
  ...{ imapHost: rest.imapHost, imapPort: String(imapPort), imapSecurity: rest.imapSecurity },
  ...{ smtpHost: rest.smtpHost, smtpPort: String(smtpPort), smtpSecurity: rest.smtpSecurity },
  ...{ folder: rest.folder, username: rest.username, checkedBy: rest.checkedBy },
})

/** What each field of the form is called, by the names of texts. */
export const labels: Record<
  string,
  | 'name'
  | 'address'
  | 'department'
  | 'imapHost'
  | 'smtpHost'
  | 'port'
  | 'security'
  | 'folder'
  | 'username'
  | 'checkedBy'
> = {
  ...{ name: 'name', address: 'address', department: 'department', folder: 'folder' },
  ...{ imapHost: 'imapHost', imapPort: 'port', imapSecurity: 'security' },
  ...{ smtpHost: 'smtpHost', smtpPort: 'port', smtpSecurity: 'security', username: 'username' },
  checkedBy: 'checkedBy',
}

/** A name of a server or an address; whether it may be reached is found out when it is. */
const host = /^[\p{L}\p{N}.:_-]{1,253}$/u
