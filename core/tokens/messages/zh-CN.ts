import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: 'API 接口',
  intro:
    '公司的其他程序凭令牌与循序 CRM 对接。令牌以谁的名义创建，程序就能看到和操作此人有权处理的内容，可用的模块也与此人相同。',
  docs: '接口文档',
  add: '新建令牌',
  name: '名称',
  nameHint: '写明用途，方便日后辨认，例如“网店”。',
  person: '以谁的名义',
  personHint: '如果程序自动运行，建议为它单独添加一个人员，只给必要的权限。',
  nobody: '请选择一位可以登录的人员。',
  lasts: '有效期',
  lastsChoices: {
    30: '30 天',
    90: '90 天',
    365: '一年',
  },
  forGood: '长期有效，直到被撤销',
  make: '创建令牌',
  made: '新令牌',
  madeIntro: '请立即复制。系统只保存令牌的指纹，之后无法再次显示。',
  copy: '复制令牌',
  tokens: '使用中的令牌',
  mine: '以您的名义运行的程序',
  mineIntro:
    '持有令牌的程序能看到和操作的内容与您本人完全相同，可用的模块也与您相同。令牌到期自动失效，您也可以随时撤销。',
  mineNone: '目前没有程序以您的名义运行。',
  none: '还没有令牌',
  noneText: '请在上方创建，再交给需要它的程序使用。',
  inNameOf: (name) => `以${name}的名义`,
  ends: (hint) => `尾号 ${hint}`,
  created: (when) => `${when}创建`,
  used: (when) => `${when}使用过`,
  unused: '从未使用',
  until: (when) => `有效期至${when}`,
  kinds: { api: 'REST 接口', unleash: '功能开关' },
  revoke: '撤销',
  revoked: '已撤销，使用该令牌的程序将无法再访问。',
}
