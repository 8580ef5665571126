import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/db/id.ts'
import { openSecrets, type Secrets } from '../../../../core/secrets/secrets.ts'
import { whyAutomatic } from '../../../../modules/service/mail/manners.ts'
import { readMail } from '../../../../modules/service/mail/reading.ts'
import {
  isTokenOf,
  markedSubject,
  ownMessageId,
  plainSubject,
  readMark,
  readOwnMessageId,
  tokenOf,
} from '../../../../modules/service/mail/signing.ts'

const ours = ['help@harbour.example']
const why = async (...headers: string[]) =>
  whyAutomatic(await readMail(Buffer.from([...headers, '', 'words'].join('\r\n'))), ours)

test.each([
  ['loop', ['From: Desk <Help@harbour.example>']],
  ['loop', ['From: Help@harbour.example', 'Reply-To: someone@else.cn']],
  ['loop', ['From: a@b.cn', 'X-Stepwise-Ticket: 2026-0001']],
  ['bounce', ['From: MAILER-DAEMON@mx.cn']],
  ['bounce', ['From: a@b.cn', 'Return-Path: <>']],
  [
    'bounce',
    ['From: a@b.cn', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'],
  ],
  ['auto-reply', ['From: a@b.cn', 'Auto-Submitted: auto-replied']],
  ['auto-reply', ['From: a@b.cn', 'Auto-Submitted: auto-generated', 'Return-Path: <>']],
  ['auto-reply', ['From: a@b.cn', 'X-Autoreply: yes']],
  ['auto-reply', ['From: a@b.cn', 'Precedence: auto_reply']],
  ['auto-reply', ['From: a@b.cn', 'Subject: 自动回复：我在休假']],
  ['auto-reply', ['From: a@b.cn', 'Subject: Automatic reply: away']],
  ['bulk', ['From: a@b.cn', 'Precedence: bulk']],
  ['bulk', ['From: a@b.cn', 'List-Id: <news.b.cn>']],
])('it is a %s: %j', async (reason, headers) => {
  expect(await why(...headers)).toBe(reason)
})

test('what people write is no automatic mail, even where they write about one', async () => {
  expect(await why('From: a@b.cn', 'Subject: 你们的自动回复写错了')).toBeUndefined()
  expect(await why('From: a@b.cn', 'Auto-Submitted: no', 'Return-Path: <a@b.cn>')).toBeUndefined()
  expect(await why('From: a@b.cn', 'Precedence: first-class')).toBeUndefined()
})

describe('the signed token of a ticket', () => {
  let folder: string
  let secrets: Secrets
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signing-'))
    secrets = openSecrets({ DATA_DIR: folder })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const [harbour, valley, ticket, other] = [newId(), newId(), newId(), newId()]

  test('is good for one ticket of one company, whole, and nothing else', async () => {
    const token = await tokenOf(secrets, harbour, ticket)
    expect(await isTokenOf(secrets, harbour, ticket, token)).toBe(true)
    expect(await isTokenOf(secrets, harbour, other, token)).toBe(false)
    expect(await isTokenOf(secrets, valley, ticket, token)).toBe(false)
    for (const forged of ['', token.slice(1), `${token}a`, `a${token.slice(1)}x`])
      expect(await isTokenOf(secrets, harbour, ticket, forged)).toBe(false)
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === 'b' ? 'c' : 'b') + token.slice(at + 1)
      expect(await isTokenOf(secrets, harbour, ticket, changed)).toBe(false)
    }
  })

  test('stands in a Message-ID, and is found there again, whatever the ids', () =>
    fc.assert(
      fc.asyncProperty(fc.uuid(), fc.uuid(), async (ticketId, mailId) => {
        const token = await tokenOf(secrets, harbour, ticketId)
        const id = ownMessageId(ticketId, mailId, token, 'help@harbour.example')
        expect(id.indexOf('@')).toBeLessThanOrEqual(64)
        expect(readOwnMessageId(id)).toEqual({ ticketId, token, mailId })
      }),
    ))

  test('stands in a subject once, however often it goes to and fro, and leaves it as it was', async () => {
    const token = await tokenOf(secrets, harbour, ticket)
    const sent = markedSubject('Re: 发票 [急]', 'T2026-0001', token)
    expect(readMark(`回复: ${sent}`)).toEqual({ number: 'T2026-0001', token })
    expect(markedSubject(`Re: ${sent}`, 'T2026-0001', token).match(/\[#/g)).toHaveLength(1)
    expect(plainSubject(`回复：Re: ${sent}`)).toBe('发票 [急]')
  })

  test('is not seen where somebody writes something like it', () => {
    for (const text of ['[#1]', '[# abc]', '[#2026-0001 short]', '<x.y.z@b>', ''])
      expect([readMark(text), readOwnMessageId(text)]).toEqual([undefined, undefined])
  })
})
