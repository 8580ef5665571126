import type { Audited } from '../../../core/module.ts'
import { saidHours } from './business-hours.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { hoursText } from './messages.ts'
import { readHours } from './reading.ts'

/** Business hours in the audit trail. */
export const auditedHours: Audited<'service'> = {
  object: saidHours.object,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [
    {
      field: 'departmentId',
      label: { en: en.department, 'zh-CN': zhCN.department },
      refers: 'core.department',
    },
    { field: 'week', label: { en: en.week, 'zh-CN': zhCN.week } },
    { field: 'onHolidays', label: { en: en.onHolidays, 'zh-CN': zhCN.onHolidays } },
  ],
  names: async (scope) =>
    new Map(
      (await readHours(scope)).map(({ id, department }) => [
        id,
        department ?? hoursText(scope.locale).company,
      ]),
    ),
}
