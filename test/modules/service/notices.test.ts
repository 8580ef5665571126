import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { closeWaiting } from '../../../modules/service/notices/closing.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { Office } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice()
  await office.as('amy').post('/service/mailboxes', {
    ...{ name: 'Desk', address: 'help@harbour.example', username: 'x', password: 'y' },
    ...{ folder: 'INBOX', imapHost: 'imap.harbour.invalid', imapPort: '993', imapSecurity: 'tls' },
    ...{ smtpHost: 'smtp.harbour.invalid', smtpPort: '465', smtpSecurity: 'tls' },
  })
  const [mailbox] = await query(office, (sql) => sql`select id from service.mailboxes`)
  await office.as('amy').post(`/service/mailboxes/${mailbox?.id}/pause`)
})
afterAll(() => office?.close())

const set = (rules: Record<string, string>) =>
  office.as('amy').post('/service/notices', {
    ...{ outOfHours: '', closingDays: '', graceDays: '3', closing: '' },
    ...rules,
  })

const open = (channel: 'mail' | 'phone', fromAddress: string, at = new Date()) =>
  office.inScope('sun', async (scope) => {
    const { registry } = office.app.product
    const asked = { subject: 'x', text: 'x', channel, fromName: 'Zhang', fromAddress }
    return (await openTicket({ ...scope, now: () => at }, registry, asked)).id
  })

const outgoing = () =>
  query(
    office,
    (sql) => sql`
    select kind, to_address, text from service.outgoing_mails where kind <> 'answer' order by id`,
  )

const saturday = new Date('2026-05-16T10:00:00+01:00')
const monday = new Date('2026-05-18T10:00:00+01:00')

test('who writes on a Saturday is told so once a day, who writes on Monday or calls is not', async () => {
  await set({ outOfHours: 'We are away.' })
  await open('mail', 'zhang@customer.example', saturday)
  await open('mail', 'zhang@customer.example', saturday)
  await open('phone', 'wang@customer.example', saturday)
  await open('mail', 'li@customer.example', monday)
  expect(await outgoing()).toEqual([
    { kind: 'out-of-hours', to_address: 'zhang@customer.example', text: 'We are away.' },
  ])
})

test('a ticket nobody answers is told of, and closed some days later; one that is answered goes on', async () => {
  const wrong = await set({ closingDays: '0' })
  expect(wrong.status).toBe(422)
  await set({ closingDays: '7', graceDays: '3', closing: 'It closes soon.' })
  const [silent, talking] = [await open('mail', 'a@x.example'), await open('mail', 'b@x.example')]
  const say = (ticket: string, kind: 'answer' | 'customer') =>
    office.inScope('sun', (scope) =>
      addMessage(scope, office.app.product.registry, ticket, { kind, text: 'x', channel: 'mail' }),
    )
  await say(silent, 'answer')
  await say(talking, 'answer')
  const later = (days: number) =>
    asOperator(office.app.product, office.company, 'test', (scope) =>
      closeWaiting(
        { ...scope, now: () => new Date(Date.now() + days * 86_400_000) },
        office.app.product.registry,
      ),
    )
  const states = async () =>
    new Map(
      (await query(office, (sql) => sql`select id, state_type from service.tickets`)).map((row) => [
        row.id,
        row.state_type,
      ]),
    )
  const told = async () => (await outgoing()).filter(({ kind }) => kind === 'closing')
  await later(6)
  expect(await told()).toEqual([])
  await later(8)
  await later(8)
  expect((await told()).map(({ to_address }) => to_address)).toEqual(['a@x.example', 'b@x.example'])
  await say(talking, 'customer')
  await later(10)
  expect((await states()).get(silent)).toBe('waiting_customer')
  await later(12)
  expect((await states()).get(silent)).toBe('closed')
  expect((await states()).get(talking), 'the customer wrote again').toBe('waiting_us')
})
