import type { Audited } from '../core/module.ts'
import { agreementObject } from './adoption/changing.ts'
import { auditedFields } from './audited-fields.ts'
import * as names from './audited-names.ts'
import { workItemObject } from './plan/work-items.ts'

type Object = Audited<'flags' | 'rollout'>['object']

const called = (object: Object, en: string, zhCN: string): Audited<'flags' | 'rollout'> => ({
  object,
  title: { en, 'zh-CN': zhCN },
  fields: auditedFields,
})

/** What the records of the flags and of the rollout's console are called in the audit trail. */
export const audited: readonly Audited<'flags' | 'rollout'>[] = [
  called('flags.document', 'Imported flags', '导入的开关'),
  called('flags.strictness', 'How strict the rollout is', '推行管控方式'),
  {
    ...called('flags.proposal', 'Proposed change of the rollout', '待确认的推行变更'),
    names: names.ofProposals,
  },
  called('flags.programme', 'Rollout', '推行'),
  called('flags.stage', 'Rollout stage', '推行阶段'),
  { ...called(workItemObject, 'Work of the rollout', '推行工作项'), names: names.ofWork },
  called('flags.gate', 'Gate', '关口'),
  { ...called('flags.criterion', 'Criterion of a gate', '关口准则'), names: names.ofCriteria },
  { ...called('flags.override', 'Override', '例外放行'), names: names.ofOverrides },
  { ...called('flags.advance', 'Scheduled step', '定时推进'), names: names.ofAdvances },
  { ...called('flags.attestation', 'Attestation', '签认'), names: names.ofAttestations },
  { ...called('flags.survey', 'Survey', '问卷'), names: names.ofSurveys },
  called(agreementObject, 'What use is expected', '采用度约定'),
  { ...called('flags.charter', 'Charter', '推行章程'), names: names.ofCharters },
  { ...called('flags.team-member', 'Member of the team', '项目组成员'), names: names.ofTeam },
  { ...called('flags.announcement', 'Announcement', '公告'), names: names.ofAnnouncements },
  { ...called('flags.feedback', 'Feedback', '使用反馈'), names: names.ofFeedback },
  { ...called('flags.lesson', 'Lesson learned', '经验教训'), names: names.ofLessons },
  { ...called('flags.risk', 'Risk', '风险'), names: names.ofRisks },
  called('flags.busy-time', 'Busy time', '业务旺季'),
  { ...called('flags.change-request', 'Changed need', '需求变更'), names: names.ofNeeds },
  called('flags.vendor-contract', 'Contract with a vendor', '供应商合同'),
  called('flags.vendor-review', 'Review of a vendor', '供应商评审'),
  called('flags.incident', 'Incident', '安全事件'),
  called('flags.cost-line', 'Line of cost', '费用项'),
  called('flags.cost-actual', 'Actual cost', '实际费用'),
  called('flags.cost-headcount', 'Number of users', '使用人数'),
  called('flags.cost-offer', 'Offer', '报价方案'),
  called('flags.cost-plan', 'Cost plan', '费用计划'),
]
