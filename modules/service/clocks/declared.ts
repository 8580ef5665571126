import type { Navigation } from '../../../core/module.ts'
import { businessHours } from '../hours/schema.ts'
import { policies } from '../policies/schema.ts'
import { manageService } from '../rights.ts'
import { reckonJob } from './anew.ts'
import { clocks } from './schema.ts'
import { tellDueJob } from './telling.ts'

/** What the manifest says of what is promised to customers. */
export const clockTables = [policies, businessHours, clocks]

export const clockJobs = [reckonJob, tellDueJob]

export const clockNavigation: readonly Navigation<'service'>[] = [
  {
    href: '/service/policies',
    icon: 'settings',
    title: { en: 'Service rules', 'zh-CN': '服务规则' },
    permission: manageService,
    inside: true,
  },
]
