import type { Markup } from '../../views/markup.ts'
import { may } from '../access/person.ts'
import { type Part, readTogether } from '../db/together.ts'
import type { PanelContent } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/**
 * The content of a panel, each list of its rows by its name and of its own type.
 * @param draw gives `undefined` when there is nothing to show
 */
export const panelOf = <Rows extends Record<string, unknown>>(
  reads: (scope: Scope, recordId: string) => { [Name in keyof Rows]: Part<Rows[Name]> },
  draw: (
    scope: Scope,
    recordId: string,
    found: { [Name in keyof Rows]: Rows[Name][] },
  ) => Markup | undefined,
): PanelContent => ({ reads, render: draw }) as PanelContent

/**
 * What other modules show on the page of one record: those that are on for the reader, and of
 * these the panels they may see. A module that is off is not even asked.
 * @param slot as the record's module names the place: `contacts.account`
 * @param own what the record's own module shows before them
 */
export async function readPanels(
  registry: Registry,
  scope: Scope,
  slot: string,
  recordId: string,
  own: readonly PanelContent[] = [],
): Promise<Markup[]> {
  const others = registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap((module) => module.panels ?? [])
    .filter((panel) => panel.slot === slot && may(scope.user, panel.permission))
  const panels = [...own, ...others]
  const parts = panels.map((panel) => Object.entries(panel.reads?.(scope, recordId) ?? {}))
  const asked = parts.flatMap((ofOne, at) => ofOne.map(([name, part]) => [`${at} ${name}`, part]))
  const rows: Record<string, unknown[]> =
    asked.length > 0 ? await readTogether(scope.db, Object.fromEntries(asked)) : {}
  const drawn = await Promise.all(
    panels.map((panel, at) => {
      const found = (parts[at] ?? []).map(([name]) => [name, rows[`${at} ${name}`] ?? []])
      return panel.render(scope, recordId, Object.fromEntries(found))
    }),
  )
  return drawn.filter((panel) => panel !== undefined)
}
