import type { Assets } from '../../../core/http/assets.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayIn, wordsIn } from '../courses/content.ts'
import { patternOf } from '../help/place.ts'
import type { TourStep } from './content.ts'
import { tourText } from './messages.ts'
import { currentAnchor } from './registry.ts'
import { type Follower, type Missing, missingIn, type Tour } from './tours.ts'

/** The files of the player, as the page loads them while a tour runs. */
export type Player = { script: string; style: string }

export const playerOf = ({ files }: { files: Pick<Assets, 'names'> }): Player => ({
  script: `/assets/${files.names['tour.js']}`,
  style: `/assets/${files.names['tour.css']}`,
})

/** What a step says; in which other language, where it has no words in this one (R21). */
function spoken(locale: Locale, { title, body }: TourStep) {
  const { text, foreign } = wordsIn(locale, body)
  return {
    ...{ text, ...(foreign ? { foreign, isForeign: tourText(locale).foreign } : {}) },
    ...(title ? { title: sayIn(locale, title) } : {}),
  }
}

type Telling = {
  scope: Scope
  registry: Pick<Registry, 'modules'>
  player: Player
}

/**
 * Everything the player shows of a tour to somebody; kept in their browser while they follow it.
 * @property as whose eyes it is seen with in a preview, which leaves no traces
 * @property back the address of the lesson that it is, where whoever follows it to its end goes on
 */
export function storyOf(
  { scope, registry, player }: Telling,
  tour: Tour,
  { as, back }: { as?: Follower; back?: string } = {},
): string {
  const { locale } = scope
  const follower = as ?? { reach: scope.user.reach, modules: scope.modules }
  const { list: _, studio: __, offer: ___, told: ____, foreign: _____, ...words } = tourText(locale)
  const shown = (step: TourStep, missing: Missing | undefined) => ({
    ...{ key: step.key, anchor: step.anchor && currentAnchor(step.anchor) },
    ...{ advance: step.advance, missing },
    ...spoken(locale, step),
    ...(step.path ? { at: patternOf(step.path) } : {}),
    ...(step.path && !step.path.includes('*') ? { href: step.path } : {}),
  })
  return JSON.stringify({
    ...{ code: tour.code, title: sayIn(locale, tour.title), start: tour.start, words, player },
    steps: tour.steps.map((step) => shown(step, missingIn(registry, follower, tour, step))),
    ...(as ? { isPreview: true } : {}),
    ...(back ? { back } : {}),
  })
}
