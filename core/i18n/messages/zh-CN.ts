import type { Worded } from '../catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  product: '循序 CRM',
  today: '今天',
  people: '人员',
  departments: '部门',
  roles: '角色',
  fields: '自定义字段',
  modules: '模块',
  import: '导入',
  audit: '操作日志',
  api: 'API 接口',
  settings: '公司设置',
  administration: '管理',
  rollout: '推行',
  search: '搜索',
  wroteNote: '写了一条备注',
  save: '保存',
  cancel: '取消',
  reason: '原因',
  required: (label) => `请填写“${label}”。`,
  formHasErrors: '尚未保存，请先改正下面标出的内容。',
  fileTooLarge: '请求过大。文件不得超过 20 MiB。',
  readOnly: (module) => `“${module}”目前对您只开放查看。`,
  readOnlyUntil: (module, day) => `“${module}”目前对您只开放查看，${day} 后将隐藏，数据仍会保留。`,
  readOnlyUntilLearned: (module, count) =>
    `“${module}”目前对你只读：还有 ${count} 门课没学完，学完就能录入和修改。`,
  learnNow: '看看还差什么，马上开始',
  serverSilent: (last) =>
    `负责开关的 Unleash 服务器最近一次联系是 ${last}，目前仍按当时的结果执行。`,
  serverNeverHeard: '尚未联系上负责开关的 Unleash 服务器，目前由本系统的推行矩阵决定。',
  because: (reason) => `原因：${reason}`,
  nothingChanged: '本次操作没有保存，原有数据保持不变。',
  insecure:
    '目前通过普通 http 访问，密码在传输途中可能被看到。邀请同事之前，请配置 https 并设置 BASE_URL。',
}
