import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseEmail } from '../../../core/values/email.ts'
import { parseText } from '../../../core/values/text.ts'
import { personOf } from '../incoming/sender.ts'
import { openTicket } from '../tickets/opening.ts'
import type { ReadForm } from './languages.ts'
import { webFormText } from './messages.ts'
import { formEntries } from './schema.ts'

export type Entry = { name: string; email: string; subject: string; text: string }

/** Reads what a visitor wrote, and says what is wrong in the language they read. */
export function readEntry({ reads }: ReadForm, raw: Raw): { entry: Entry; errors: Errors } {
  const t = webFormText(reads).visitor
  const fields = new Fields(raw, reads)
  const entry = {
    name: fields.need('name', t.yourName, (text) => parseText(text, { most: 100 }), ''),
    email: fields.need('email', t.email, parseEmail, ''),
    subject: fields.need('subject', t.subject, (text) => parseText(text, { most: 150 }), ''),
    text: fields.need('text', t.text, (text) => parseText(text, { most: 10_000 }), ''),
  }
  if (raw.agree !== 'yes') fields.refuse('agree', t.mustAgree)
  return { entry, errors: fields.errors }
}

/**
 * Makes a ticket of what a visitor sent in, with the words they agreed to. Sent twice it is one.
 * @param once the key of the form as it was drawn
 * @returns the ticket's number
 */
export async function sendIn(
  scope: Scope,
  registry: Registry,
  form: ReadForm,
  { name, email, subject, text }: Entry,
  once: string,
): Promise<string> {
  const company = scope.company.id
  // Of two copies the second waits here for the first.
  await scope.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`form ${company} ${once}`}, 0))`,
  )
  const [known] = await scope.db.execute<{ number: string }>(sql`
    select t.number from ${formEntries} e
    join service.tickets t on t.company_id = e.company_id and t.id = e.ticket_id
    where e.company_id = ${company} and e.form_id = ${form.id} and e.once = ${once}`)
  if (known) return known.number
  const address = email.toLowerCase()
  const { id, number } = await openTicket(scope, registry, {
    ...{ subject, text, channel: 'form', fromName: name, fromAddress: address },
    personId: await personOf(scope, { name, address }),
    place: { ownerId: null, departmentId: form.departmentId },
  })
  const { consent } = form
  await scope.db
    .insert(formEntries)
    .values({ companyId: company, id: newId(), formId: form.id, once, ticketId: id, consent })
  return number
}
