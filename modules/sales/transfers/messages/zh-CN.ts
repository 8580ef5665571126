import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  unknownPipeline: (name) => `没有名为“${name}”的销售流程。请先新建，或不导入这一列。`,
  unknownStage: (name, known) => `没有名为“${name}”的阶段。现有阶段：${known.join('、')}。`,
  nameless: '请填写商机名称，或客户、产品。',
  future: '创建或结单的日期在将来。',
}
