import type { Navigation, Search } from '../../../core/module.ts'
import { viewDeals } from '../rights.ts'
import { findPipelines } from './finding.ts'
import { lossReasons, pipelineDepartments, pipelines, stages } from './schema.ts'

/** What the manifest says of how a company sells. */

export const pipelineTables = [pipelines, pipelineDepartments, stages, lossReasons]

export const pipelineNavigation: Navigation<'sales'> = {
  href: '/sales/pipelines',
  icon: 'settings',
  title: { en: 'Pipelines', 'zh-CN': '销售流程' },
  permission: viewDeals,
  inside: true,
}

export const pipelineSearch: Search<'sales'> = {
  key: 'sales.pipelines',
  title: { en: 'Pipelines', 'zh-CN': '销售流程' },
  permission: viewDeals,
  find: findPipelines,
}
