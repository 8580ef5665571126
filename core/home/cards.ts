import type { Markup } from '../../views/markup.ts'
import { may } from '../access/person.ts'
import type { Module } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** The cards that the console and the modules which are on have for this person today. */
export async function readCards(
  registry: Registry,
  scope: Scope,
  live: readonly Module[],
): Promise<Markup[]> {
  const cards = live
    .flatMap((module) => module.cards ?? [])
    .filter((card) => may(scope.user, card.permission))
  const drawn = await Promise.all([
    ...registry.console.cards.map((card) => card(scope, registry)),
    ...cards.map((card) => card.render(scope, registry)),
  ])
  return drawn.filter((card) => card !== undefined)
}
