import type { Navigation, Panel } from '../../../core/module.ts'
import { poolPanel } from './panel.tsx'
import { claimFromPool } from './rights.ts'
import { poolEntries, poolLevels, poolMoves, pools, poolWarnings } from './schema.ts'

/** What the manifest says of the pool. */

export const poolTables = [pools, poolLevels, poolEntries, poolMoves, poolWarnings]

export const poolNavigation: Navigation<'sales'> = {
  href: '/sales/pool',
  icon: 'users',
  title: { en: 'Pool', 'zh-CN': '公海' },
  permission: claimFromPool,
}

export const poolPanels: readonly Panel<'sales', 'contacts'>[] = [
  { slot: 'contacts.account', permission: claimFromPool, ...poolPanel('contacts.account') },
]
