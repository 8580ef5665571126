import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { studioText } from '../studio/messages.ts'
import { type Stand, standOf } from '../studio/wording.ts'
import { tourText } from './messages.ts'
import type { WrittenTour } from './reading.ts'
import { isGraveForTour, type TourWarning, tourWarnings } from './warnings.ts'

/** How far a tour has come: there are no outlines of tours. */
export function tourStand(tour: WrittenTour): Stand {
  const stand = standOf(tour)
  return stand === 'outline' ? 'draft' : stand
}

/** A warning in words. */
export function sayTourWarning(locale: Locale, one: TourWarning): string {
  const t = tourText(locale).studio
  if (!('step' in one)) return t.warn[one.kind]
  const where = one.step === 0 ? t.theTitle : t.stepNumber(formatNumber(locale, one.step))
  if (one.kind === 'no-anchor') return t.warn['no-anchor'](where, one.anchor)
  if (one.kind === 'no-place') return t.warn['no-place'](where)
  return t.warn[one.kind](where, studioText(locale).languages[one.locale])
}

/** Why a tour cannot be published as it is, if there is a reason. @param partial somebody says so all the same */
export function refusalOf(locale: Locale, { draft }: WrittenTour, partial: boolean) {
  const t = tourText(locale).studio
  const warnings = tourWarnings(draft)
  if (warnings.some(isGraveForTour)) return t.grave
  return warnings.length > 0 && !partial ? t.untranslated : undefined
}
