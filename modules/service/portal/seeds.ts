import type { Seed } from '../../../core/module.ts'
import { readPortal, savePortal } from './portals.ts'

/** Opens the pages for customers, where nobody has said anything of them yet. */
export const portalSeed: Seed = {
  key: 'portal',
  make: async (scope) => {
    if (await readPortal(scope)) return
    await savePortal(scope, 0, { word: 'help', title: '', open: true })
  },
}
