/** What the columns of a ticket are called in files of other programs, besides the fields' own names. */
export const ticketHeaders = {
  name: ['标题', '问题', '工单标题', '工单主题', 'subject', 'title', 'ticket subject', 'summary'],
  priority: ['紧急程度', '工单优先级', 'ticket priority', 'severity', 'urgency'],
  type: ['工单类型', 'request type', 'case type', 'issue type'],
  product: ['产品名称', '购买产品', '商品', 'product purchased', 'product name', 'item'],
  channel: ['来源', '来源渠道', '工单渠道', 'ticket channel', 'source', 'via'],
  reference: ['工单号', '原工单号', 'ticket id', 'ticket number', 'case number', 'id'],
}
