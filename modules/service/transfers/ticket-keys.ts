import type { RecordKey } from '../../../core/transfer/book/record-book.ts'
import { en } from '../tickets/messages/en.ts'
import { zhCN } from '../tickets/messages/zh-CN.ts'
import { tickets } from '../tickets/schema.ts'
import { ticketFields } from '../tickets/ticket-fields.ts'
import type { Kept } from '../tickets/ticket-record.ts'

const outside = ticketFields.find(({ field }) => field === 'reference')

/**
 * What a file's tickets are recognised by: the number they bear here, else the one they bear elsewhere.
 * A number that none bears here is one of elsewhere too.
 */
export const ticketKeys: readonly RecordKey<Kept>[] = [
  { key: 'number', column: tickets.number, of: ({ number }) => number?.trim() },
  {
    ...{ key: 'reference', column: tickets.reference },
    of: ({ reference, number }) => (reference || number)?.trim(),
  },
]

/** The same for who chooses among them. */
export const ticketKeyChoices = [
  { key: 'number', label: { en: en.number, 'zh-CN': zhCN.number } },
  { key: 'reference', label: outside?.label ?? { en: '', 'zh-CN': '' } },
]
