import type { PerLocale } from '../i18n/locale.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** Records with an owner, as they go on to a colleague when a person leaves (core/handover). */
export type Estate<Id extends string = string> = {
  object: `${Id}.${string}`
  title: PerLocale
  /** Reaches those that can be handed on. */
  permission: `${Id}.${string}`
  /** How many a person has that the permission reaches; archived ones too. */
  count: (scope: Scope, owner: string) => Promise<number>
  /**
   * Gives those of one person to another, with a trace on each; nothing else of them changes.
   * @param only these of them
   * @returns each that went, with the department it had
   */
  hand: (
    scope: Scope,
    registry: Registry,
    from: string,
    to: { ownerId: string; departmentId: string | null },
    only?: readonly string[],
  ) => Promise<{ id: string; departmentId: string | null }[]>
}
