import { day, money, text } from '../../../core/fields/field.ts'
import { namedColumn } from '../../../core/transfer/book/place.ts'
import type { Money } from '../../../core/values/money.ts'

/** A row of a file: the values of the cells that were filled in. */
export type ReceiptCells = {
  number?: string
  contract: string
  amount: Money
  receivedOn: string
  method?: string
  reference?: string
  note?: string
}

/** What goes out beside them: whose it is and who wrote it down. */
type Out = { account: string; recordedBy: string }

const line = (
  field: keyof (ReceiptCells & Out),
  label: { en: string; 'zh-CN': string },
  aliases: string[],
  example: string,
  most = 200,
) => ({ ...namedColumn(field, label, aliases, example), parse: text(most).parse })

/** What a file says of a receipt. */
export const receiptColumns = [
  line(
    'number',
    { en: 'Receipt number', 'zh-CN': '回款编号' },
    ['收款编号', '回款单号', '收款单号', 'receipt no', 'receipt no.', 'payment number'],
    'SK-2026-031',
    60,
  ),
  {
    ...line(
      'contract',
      { en: 'Contract number', 'zh-CN': '合同编号' },
      ['合同', '合同号', '所属合同', '关联合同', 'contract', 'contract no', 'contract no.'],
      'HT-2026-018',
    ),
    required: true,
  },
  {
    ...{ ...money, field: 'amount', label: { en: 'Amount', 'zh-CN': '金额' } },
    aliases: [
      ...['回款金额', '收款金额', '到账金额', '实收金额', '付款金额'],
      ...['amount received', 'payment amount', 'received amount', 'payment'],
    ],
    required: true,
    example: '30000',
  },
  {
    ...{ ...day, field: 'receivedOn', label: { en: 'Received on', 'zh-CN': '到账日期' } },
    aliases: [
      ...['回款日期', '收款日期', '付款日期', '到账时间', '回款时间', '日期'],
      ...['date', 'payment date', 'received date', 'date received'],
    ],
    required: true,
    example: '2026-05-06',
  },
  line(
    'method',
    { en: 'How it was paid', 'zh-CN': '付款方式' },
    ['回款方式', '收款方式', '支付方式', 'method', 'payment method'],
    '银行转账',
    60,
  ),
  line(
    'reference',
    { en: 'Reference', 'zh-CN': '流水号' },
    ['交易流水号', '银行流水号', '凭证号', '摘要', 'transaction id', 'payment reference'],
    '20260506001877',
  ),
  line(
    'note',
    { en: 'Note', 'zh-CN': '备注' },
    ['说明', 'notes', 'remark', 'memo'],
    '首期款',
    1000,
  ),
  { ...line('account', { en: 'Account', 'zh-CN': '客户' }, [], ''), outOnly: true },
  { ...line('recordedBy', { en: 'Recorded by', 'zh-CN': '登记人' }, [], ''), outOnly: true },
] as const
