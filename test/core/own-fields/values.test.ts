import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedFields, printed } from '../../../core/fields/changes.ts'
import { readFields } from '../../../core/fields/forms.ts'
import { type OwnKind, ownKinds } from '../../../core/own-fields/kinds.ts'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { accountRaw, readAccountForm } from '../../../modules/contacts/accounts/account-form.ts'
import { readAccount } from '../../../modules/contacts/accounts/account-record.ts'
import { createAccount, saveAccount } from '../../../modules/contacts/accounts/accounts.ts'
import { openContactsOffice } from '../../modules/contacts/contacts-office.ts'
import type { Office } from '../../setup/office.ts'
import { choicesOf, giveField } from './giving.ts'

let office: Office
const fields = new Map<OwnKind, OwnField>()
beforeAll(async () => {
  office = await openContactsOffice()
  for (const kind of ownKinds) {
    const choices = kind.endsWith('choice')
      ? choicesOf('水泵 | Pumps', '阀门 | Valves', '管道')
      : {}
    fields.set(kind, await giveField(office, kind, `Of kind ${kind}`, choices))
  }
})
afterAll(() => office?.close())

const any = fc.string({ unit: 'binary', maxLength: 12 })

/** What people type, and what they mistype, by kind. */
const typing: Record<OwnKind, fc.Arbitrary<string>> = {
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  long_text: fc.string({ unit: 'grapheme', maxLength: 200 }),
  number: fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.constantFrom('1.2万', '１２００', '(500)', '3亿', '0.1e-9'),
    any,
  ),
  money: fc.oneof(
    fc.constantFrom('1.2万', '¥1,200', 'US$99.5', '(£3)', 'JPY 500'),
    fc.integer().map(String),
    any,
  ),
  date: fc.oneof(
    fc.constantFrom('2026年3月5日', '20260305', '5 Mar 2026', '05-03-2026', '2026-02-30'),
    any,
  ),
  choice: fc.oneof(fc.constantFrom('Pumps', '阀门', 'valves', ' 管道 '), any),
  multi_choice: fc.oneof(
    fc.constantFrom('Pumps, 阀门', '管道；水泵、阀门', 'pumps,pumps', ',', 'Pumps / Valves'),
    any,
  ),
  yes_no: fc.oneof(fc.constantFrom('是', '否', 'yes', 'NO', '1', '√'), any),
  link: fc.oneof(
    fc.webUrl(),
    fc.constantFrom('example.com', '例子.中国', 'javascript:alert(1)'),
    any,
  ),
  file: fc.oneof(
    fc.uuid().map((id) => `${id} 协议.pdf`),
    any,
  ),
  person: fc.oneof(fc.constantFrom('林岚', 'lin@harbour.example', '陈爱米', '没有此人'), any),
}

test.each(ownKinds)(
  'whatever is typed into a field of kind %s is refused with a sentence, or kept so that it reads back the same',
  async (kind) => {
    const field = fields.get(kind) as OwnField
    const { registry } = office.app.product
    await office.inScope('amy', (scope) =>
      fc.assert(
        fc.asyncProperty(typing[kind], async (typed) => {
          const raw = { name: 'Property', [field.field]: typed }
          const read = await readAccountForm(scope, raw)
          if (Object.keys(read.errors).length > 0) {
            expect(Object.keys(read.errors)).toEqual([field.field])
            expect(read.errors[field.field]).toMatch(
              /^Of kind .*\.$|^Of kind .*: (This is none of|Not all of this is among) the choices/s,
            )
            return
          }
          const id = await createAccount(scope, registry, read.input)
          const stored = await readAccount(scope, id)
          expect(changedFields([field], read.input.values, stored.values)).toEqual({})
          const shown = accountRaw(scope, stored)
          const again = await readAccountForm(scope, shown, stored)
          expect(again.errors).toEqual({})
          expect(await saveAccount(scope, registry, stored, 1, again.input)).toBe('unchanged')
          // The name of a file alone brings no file in.
          for (const locale of kind === 'file' ? [] : (['en', 'zh-CN'] as const)) {
            const text = printed(field, Reflect.get(stored.values, field.field), locale)
            const { values, errors } = readFields(scope, [field], { [field.field]: text })
            expect(errors).toEqual({})
            expect(changedFields([field], stored.values, values as object)).toEqual({})
          }
        }),
        { numRuns: 40 },
      ),
    )
  },
)
