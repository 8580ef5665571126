/** What the columns of contracts are called in files of other programs. */
export const contractHeaders = {
  number: [
    ...['编号', '合同号', '合同编码', '协议编号', '合約編號'],
    ...['contract no', 'contract no.', 'contract id', 'contract #', 'number', 'agreement number'],
  ],
  name: [
    ...['名称', '合同标题', '合同主题', '协议名称', '合約名稱'],
    ...['contract name', 'contract title', 'title', 'name'],
  ],
  total: [
    ...['金额', '合同总额', '合同总金额', '总金额', '签约金额', '含税金额', '合約金額'],
    ...['contract amount', 'contract value', 'total', 'total amount', 'value'],
  ],
  signedOn: [
    ...['签订日', '签约日期', '签署日期', '签订时间', '签约时间', '簽約日期'],
    ...['signing date', 'signed date', 'signature date', 'contract date'],
  ],
  startsOn: [
    ...['开始日期', '合同开始日期', '起始日期', '生效时间', '合同生效日期'],
    ...['start date', 'contract start date', 'effective date', 'valid from'],
  ],
  endsOn: [
    ...['结束日期', '合同结束日期', '终止日期', '到期时间', '合同到期日期'],
    ...['end date', 'contract end date', 'expiry date', 'expiration date', 'valid until'],
  ],
  state: ['合同状态', '执行状态', 'status', 'contract status'],
  remindDays: ['到期提醒', '提前提醒天数', 'reminder days'],
  terms: ['合同条款', '付款条件', '备注', 'payment terms', 'conditions', 'remarks'],
} as const
