const deed = (en: string, zh: string) => ({ en, 'zh-CN': zh })

/** Of papers that others release. */
const released = {
  submitted: deed('submitted for approval', '提交审批'),
  returned: deed('sent back', '退回'),
  recalled: deed('took back from approval', '撤回审批'),
}

/** What is done to products, where the audit trail is read. */
export const productDeeds = {
  withdrawn: deed('took off sale', '停售'),
  resumed: deed('put on sale again', '恢复销售'),
}

/** What is done to quotes, where the audit trail is read. */
export const quoteDeeds = {
  ...released,
  released: deed('released', '定稿'),
  replaced: deed('replaced by the next version', '出了下一版'),
  accepted: deed('noted that the customer accepted', '记录客户接受'),
  refused: deed('noted that the customer declined', '记录客户拒绝'),
}

/** What is done to contracts, where the audit trail is read. */
export const contractDeeds = {
  ...released,
  enforced: deed('put into force', '使合同生效'),
  reopened: deed('opened as a draft again', '退回草稿'),
  voided: deed('made void', '作废'),
  renewed: deed('renewed', '续签'),
  planned: deed('planned an instalment of', '新增回款计划'),
  replanned: deed('changed an instalment of', '修改回款计划'),
  unplanned: deed('took out an instalment of', '取消回款计划'),
  received: deed('entered a receipt for', '登记回款'),
  unreceived: deed('made a receipt void of', '作废回款'),
  invoiced: deed('asked for an invoice of', '申请开票'),
}

/** What is done to instalments, where the audit trail is read. */
export const instalmentDeeds = { voided: deed('took out', '取消') }

/** What is done to receipts, where the audit trail is read. */
export const receiptDeeds = {
  'void-asked': deed('asked to have it made void', '申请作废'),
  voided: deed('made void', '作废'),
  kept: deed('kept, as it was not to be void', '驳回作废申请'),
}
