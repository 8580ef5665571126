import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  unknownPipeline: (name) => `没有名为“${name}”的销售流程。请先新建，或不导入这一列。`,
  unknownStage: (name, known) => `没有名为“${name}”的阶段。现有阶段：${known.join('、')}。`,
  needAccount: '请填写合同对应的客户。',
  needTotal: '请填写合同金额。',
  contractTaken: (number) => `编号“${number}”已被一份归档的或您无权修改的合同使用。`,
  waitingElsewhere: '审批要在这里进行，请以草稿导入，再提交审批。',
  stateStays: '已有合同的状态不能通过导入修改，请在合同页面操作。',
  unknownContract: (number) =>
    `没有您可以登记回款的合同“${number}”。请先导入合同，或核对合同编号。`,
  receiptVoid: (number) => `回款“${number}”已作废，请换一个编号，或将编号留空。`,
  nameless: '请填写商机名称，或客户、产品。',
  future: '创建或结单的日期在将来。',
}
