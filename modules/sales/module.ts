import { defineModule } from '../../core/module.ts'
import { audited } from './audited.ts'
import { permissions } from './permissions.ts'
import { findPipelines } from './pipelines/finding.ts'
import { lossReasons, pipelineDepartments, pipelines, stages } from './pipelines/schema.ts'
import { viewDeals } from './rights.ts'
import { routes } from './routes.tsx'
import { seeds } from './seeds.ts'

/** From a first interest to money received. */
export const sales = defineModule({
  id: 'sales',
  title: { en: 'Sales', 'zh-CN': '销售' },
  about: {
    en: 'Deals and how they go on: what to do next, what is won, what is lost and why.',
    'zh-CN': '管理商机的推进：下一步做什么，赢了多少，输在哪里。',
  },
  icon: 'briefcase',
  flag: 'module.sales',
  needs: ['contacts'],
  permissions,
  tables: [pipelines, pipelineDepartments, stages, lossReasons],
  routes,
  navigation: [
    {
      href: '/sales/pipelines',
      icon: 'settings',
      title: { en: 'Pipelines', 'zh-CN': '销售流程' },
      permission: viewDeals,
    },
  ],
  search: [
    {
      key: 'sales.pipelines',
      title: { en: 'Pipelines', 'zh-CN': '销售流程' },
      permission: viewDeals,
      find: findPipelines,
    },
  ],
  audited,
  seeds,
})
