import { z } from 'zod'
import { words } from '../../../core/api/question.ts'
import { recordResource } from '../../../core/api/records/record-resource.ts'
import { leadKind } from './kind.ts'
import { type LeadRecord, leadStorage, readLead } from './lead-record.ts'
import { createLead, saveLead } from './leads.ts'
import { statuses } from './statuses.ts'

/** Leads for programs. */
export const leadResource = recordResource(
  leadKind,
  leadStorage,
  {
    read: readLead,
    create: createLead,
    save: (scope, registry, old, ...given) =>
      saveLead(scope, registry, old as LeadRecord, ...given),
  },
  {
    name: 'leads',
    title: { en: 'Leads', 'zh-CN': '线索' },
    filters: {
      industry: words,
      source: words,
      state: z.enum([...statuses.map(({ key }) => key), 'converted']).meta({
        label: {
          en: 'How far it has got; “converted” for those that became something',
          'zh-CN': '跟进状态；converted 表示已转化',
        },
      }),
    },
  },
)
