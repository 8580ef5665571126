import type { PerLocale } from '../../core/i18n/locale.ts'

/** How binding a clause is: `fixed` cannot be overridden, `must` is mandatory too. */
export type Binding = 'fixed' | 'must' | 'should'

/** One of the clauses that a contract about customers' data is checked for. */
export type Clause = { item: string; binding: Binding; title: PerLocale; anchor: string }

/** The parts of the list by their letters. */
export const clauseParts: Readonly<Record<string, PerLocale>> = {
  A: { en: 'Processing terms', 'zh-CN': '处理约定' },
  B: { en: 'Security and incidents', 'zh-CN': '安全与事件' },
  C: { en: 'Location and export', 'zh-CN': '数据位置与出境' },
  D: { en: 'Help with people’s rights', 'zh-CN': '个人权利协助' },
  E: { en: 'Exit', 'zh-CN': '退出' },
  F: { en: 'Service and cost', 'zh-CN': '服务与费用' },
}

const clause = (
  item: string,
  binding: Binding,
  en: string,
  zh: string,
  anchor: string,
): Clause => ({ item, binding, title: { en, 'zh-CN': zh }, anchor })

/**
 * The checklist for a contract with a host or a vendor: 35 clauses, with the law or the ground each
 * stands on. They are no legal advice; a lawyer confirms them before a firm relies on them.
 */
export const clauses: readonly Clause[] = [
  clause('A1', 'fixed', 'Purpose of processing', '处理目的', 'PIPL 21; GDPR 28(3)'),
  clause('A2', 'fixed', 'Duration', '期限', 'PIPL 21; GDPR 28(3)'),
  clause('A3', 'fixed', 'Manner / nature of processing', '处理方式', 'PIPL 21; GDPR 28(3)'),
  clause(
    'A4',
    'fixed',
    'Kinds of data (and, GDPR, categories of people)',
    '个人信息种类与涉及人群',
    'PIPL 21; GDPR 28(3)',
  ),
  clause(
    'A5',
    'fixed',
    'Protective measures, listed in an annex',
    '保护措施（附件列明）',
    'PIPL 21; GDPR 28(3)(c)',
  ),
  clause('A6', 'fixed', 'Rights and duties of both sides', '双方权利与义务', 'PIPL 21; GDPR 28(3)'),
  clause(
    'A7',
    'fixed',
    'No processing beyond the agreement; documented instructions only',
    '不得超出约定处理，仅按书面指示',
    'PIPL 21 ¶2; GDPR 28(3)(a)',
  ),
  clause(
    'A8',
    'fixed',
    'No sub-entrusting without consent; list and notice of changes',
    '未经同意不得转委托；分包名单与变更通知',
    'PIPL 21 ¶3; GDPR 28(2),(4)',
  ),
  clause(
    'A9',
    'must',
    'Our right to supervise: checks, audits, reports',
    '委托方的监督权：检查、审计、报告',
    'PIPL 21 ¶1; GDPR 28(3)(h)',
  ),
  clause('A10', 'must', 'Confidentiality of staff', '人员保密义务', 'GDPR 28(3)(b)'),
  clause('A11', 'should', 'No use for model training or marketing', '不得用于训练模型或营销', ''),
  clause(
    'B1',
    'must',
    'Encryption, access control, logs, patching',
    '加密（传输与存储）、访问控制、日志、漏洞修补',
    'PIPL 51, 59',
  ),
  clause(
    'B2',
    'must',
    'Backup frequency, off-site, RTO/RPO, restore drills',
    '备份频率、异地、恢复时间与恢复点，恢复演练',
    '',
  ),
  clause(
    'B3',
    'fixed',
    'Incident notice in N hours, contact, contents, help',
    '事件通知时限（小时）、联系人、内容、协助',
    'PIPL 57; GDPR 33(2)',
  ),
  clause(
    'B4',
    'should',
    'Security attestations with expiry',
    '安全证明（等级保护、ISO 27001 等）及有效期',
    '',
  ),
  clause(
    'B5',
    'must',
    'Separation from other tenants; vendor access logged and visible',
    '客户数据与其他租户隔离；供应商人员访问须记录并可查',
    '',
  ),
  clause(
    'B6',
    'should',
    'Penetration-test summary, disclosure channel',
    '渗透测试摘要、责任披露渠道',
    '',
  ),
  clause('C1', 'fixed', 'Where stored, from where accessed', '存储与远程访问地点', 'PIPL 38 ff.'),
  clause(
    'C2',
    'must',
    'Export route and its ground',
    '出境路径：不出境 / 豁免 / 标准合同 / 认证 / 评估，并附依据',
    'PIPL 38–40',
  ),
  clause('C3', 'should', 'Handling of authority requests', '政府调取请求的处理', 'GDPR 28(3)(a)'),
  clause(
    'D1',
    'must',
    'Help with access, copy, correction, deletion, portability',
    '协助查阅、复制、更正、删除、转移',
    'PIPL 59, 47; GDPR 28(3)(e)',
  ),
  clause(
    'D2',
    'should',
    'Help with impact assessment',
    '协助影响评估并提供材料',
    'PIPL 55–56; GDPR 28(3)(f)',
  ),
  clause(
    'E1',
    'fixed',
    'Return or delete on end, invalidity or revocation; nothing kept',
    '终止、无效或撤销时返还或删除，不得保留',
    'PIPL 21 ¶2; GDPR 28(3)(g)',
  ),
  clause(
    'E2',
    'must',
    'Full export in a usable format incl. files, links, logs, self-service',
    '可用格式的全量导出（含附件、关系、日志），随时可自助',
    '',
  ),
  clause(
    'E3',
    'must',
    'Exit period, fee cap, proof of deletion incl. backups',
    '退出期限、费用上限、删除证明（含备份）',
    '',
  ),
  clause('E4', 'should', 'Yearly exit drill', '退出演练每年一次', ''),
  clause(
    'F1',
    'must',
    'Availability, support response, credits',
    '可用性、支持响应时间、违约补偿',
    '',
  ),
  clause(
    'F2',
    'must',
    'All charges: users, storage, API, messages, support, training, overage',
    '全部收费项：用户、存储、接口、短信、支持、培训、超量',
    '',
  ),
  clause('F3', 'must', 'Price-rise cap, renewal, notice', '涨价上限、续约与通知期', ''),
  clause('F4', 'should', 'Change process and rates', '需求变更流程与单价', ''),
  clause('F5', 'should', 'Acceptance tied to payment', '验收标准与付款挂钩', ''),
  clause(
    'F6',
    'must',
    'Liability, whether the cap covers data leaks',
    '责任与赔偿、责任上限是否涵盖数据泄露',
    '',
  ),
  clause('F7', 'should', 'Ownership of configuration, content, data', '配置、内容、数据的归属', ''),
  clause('F8', 'should', 'Escrow or continuity if the vendor closes', '源码或托管、停业保障', ''),
  clause(
    'F9',
    'must',
    'Law, disputes, notices, authority to sign',
    '适用法律、争议解决、通知地址、签字人权限',
    '',
  ),
]
