import type { Markup } from '../../views/markup.ts'
import { may } from '../access/person.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/**
 * What other modules show on the page of one record: those that are on for the reader, and of
 * these the panels they may see. A module that is off is not even asked.
 * @param slot as the record's module names the place: `contacts.account`
 */
export async function readPanels(
  registry: Registry,
  scope: Scope,
  slot: string,
  recordId: string,
): Promise<Markup[]> {
  const panels = registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap((module) => module.panels ?? [])
    .filter((panel) => panel.slot === slot && may(scope.user, panel.permission))
  const drawn = await Promise.all(panels.map((panel) => panel.render(scope, recordId)))
  return drawn.filter((panel) => panel !== undefined)
}
