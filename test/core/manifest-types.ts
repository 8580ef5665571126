import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { defineModule } from '../../core/module.ts'

/**
 * What the types of a manifest refuse. A line that compiled would make its `@ts-expect-error` an
 * error, so checking this file proves each refusal.
 */
const sound = {
  id: 'parcels',
  title: { en: 'Parcels', 'zh-CN': '包裹' },
  about: { en: 'What is on its way.', 'zh-CN': '记录在途的货物。' },
  icon: 'briefcase',
  flag: 'module.parcels',
  needs: [],
  permissions: [],
  tables: [],
  routes: new Hono<Site>(),
  navigation: [],
} as const

export const accepted = defineModule({ ...sound })

// @ts-expect-error another module's flag
export const borrowedFlag = defineModule({ ...sound, flag: 'module.sales' })

export const foreignPermission = defineModule({
  ...sound,
  permissions: [
    {
      // @ts-expect-error a permission of another module
      key: 'sales.deal.view',
      title: { en: 'See deals', 'zh-CN': '查看商机' },
      scoped: true,
      roles: {},
    },
  ],
})

// @ts-expect-error a title in one language only
export const missingLanguage = defineModule({ ...sound, title: { en: 'Parcels' } })

export const foreignAddress = defineModule({
  ...sound,
  navigation: [
    {
      // @ts-expect-error a page of another module
      href: '/sales/deals',
      icon: 'briefcase',
      title: { en: 'Deals', 'zh-CN': '商机' },
      permission: 'parcels.parcel.view',
    },
  ],
})

export const foreignJob = defineModule({
  ...sound,
  // @ts-expect-error a job in another module's name
  jobs: [{ name: 'sales.remind', run: async () => {} }],
})

export const foreignWords = defineModule({
  ...sound,
  timeline: [
    {
      // @ts-expect-error a timeline entry in another module's name
      kind: 'sales.won',
      icon: 'briefcase',
      tell: () => 'won',
    },
  ],
})

export const undeclaredFriend = defineModule({
  ...sound,
  needs: ['contacts'],
  panels: [
    {
      // @ts-expect-error a place on a page of a module that is not in `needs`
      slot: 'sales.deal',
      permission: 'parcels.parcel.view',
      render: async () => undefined,
    },
  ],
})

export const declaredFriend = defineModule({
  ...sound,
  needs: ['contacts'],
  panels: [
    {
      slot: 'contacts.account',
      permission: 'parcels.parcel.view',
      render: async () => undefined,
    },
  ],
})
