/**
 * What the columns of a deal are called in files of other programs, besides the fields' own names:
 * in Chinese of both scripts and in English.
 */
export const dealHeaders = {
  name: [
    '商机',
    '商机主题',
    '机会名称',
    '项目名称',
    'opportunity',
    'opportunity name',
    'deal',
    'title',
    'deal title',
    'name',
  ],
  amount: [
    ...['商机金额', '预计金额', '预计销售金额', '成交金额', '合同金额', '销售金额'],
    ...['value', 'close value', 'deal value', 'deal amount', 'expected revenue', 'revenue'],
  ],
  closesOn: [
    ...['预计成交', '预计结单日期', '预计签单日期', '预计签约日期'],
    ...['expected close', 'expected close date', 'expected closing', 'closes on'],
  ],
  startedOn: ['开始时间', '发现日期', 'start date', 'begun', 'opened'],
  category: ['预测', '预测分类', 'forecast', 'forecast category'],
  source: ['商机来源', '线索来源', '来源渠道', 'lead source'],
  reference: [
    ...['编号', '商机号', '项目编号', '机会编号'],
    ...['opportunity id', 'deal id', 'record id', 'external id'],
  ],
  seller: ['业务员', 'sold by', 'seller'],
  about: ['备注', '描述', '商机描述', '项目概况', 'description', 'notes', 'remark', 'remarks'],
}
