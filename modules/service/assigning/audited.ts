import type { Audited } from '../../../core/module.ts'
import { ways } from './choosing.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { assigningText } from './messages.ts'
import { readRules } from './reading.ts'
import { saidRules } from './rules.ts'

/** Assignment rules in the audit trail. */
export const auditedRules: Audited<'service'> = {
  object: saidRules.object,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    {
      field: 'departmentId',
      label: { en: en.department, 'zh-CN': zhCN.department },
      refers: 'core.department',
    },
    {
      field: 'way',
      label: { en: en.way, 'zh-CN': zhCN.way },
      values: Object.fromEntries(
        ways.map((way) => [way, { en: en.ways[way], 'zh-CN': zhCN.ways[way] }]),
      ),
    },
    { field: 'mostOpen', label: { en: en.mostOpen, 'zh-CN': zhCN.mostOpen } },
  ],
  names: async (scope) =>
    new Map(
      (await readRules(scope)).map(({ id, department }) => [
        id,
        department ?? assigningText(scope.locale).company,
      ]),
    ),
}
