import type { RecordType } from '../../core/module.ts'
import { recordTypeOf } from '../../core/records/record-type.ts'
import { accountKind, personKind } from './kinds.ts'

/** Accounts and contacts, as other parts of the product point at them. */
export const records: readonly RecordType<'contacts'>[] = [
  recordTypeOf(accountKind),
  recordTypeOf(personKind),
]
