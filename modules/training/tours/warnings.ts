import { type Locale, locales } from '../../../core/i18n/locale.ts'
import { advisedSteps, advisedText, mostSteps, type TourContent, type TourStep } from './content.ts'
import { isAnchor } from './registry.ts'

/** What speaks against publishing a tour; `step` counts from 1. */
export type TourWarning =
  | { kind: 'no-steps' | 'too-long' | 'long' }
  | { kind: 'untranslated' | 'older'; step: number; locale: Locale }
  | { kind: 'wordy'; step: number; locale: Locale }
  | { kind: 'no-anchor'; step: number; anchor: string }
  | { kind: 'no-place'; step: number }

/** What forbids it; the rest may be published all the same. */
export const isGraveForTour = ({ kind }: TourWarning): boolean =>
  kind === 'no-steps' || kind === 'too-long' || kind === 'no-anchor'

/** What a tour lacks: length (R3), a language (R21), what it points at (R1). Step 0 is its title. */
export function tourWarnings({ title, steps }: TourContent): TourWarning[] {
  const found: TourWarning[] = []
  if (steps.length === 0) found.push({ kind: 'no-steps' })
  if (steps.length > mostSteps) found.push({ kind: 'too-long' })
  else if (steps.length > advisedSteps) found.push({ kind: 'long' })
  for (const locale of locales)
    if (!title[locale]) found.push({ kind: 'untranslated', step: 0, locale })
  if (title.stale) found.push({ kind: 'older', step: 0, locale: title.stale })
  for (const [at, step] of steps.entries()) found.push(...stepWarnings(step, at + 1))
  return found
}

function stepWarnings({ anchor, path, title, body }: TourStep, step: number): TourWarning[] {
  const found: TourWarning[] = []
  for (const locale of locales) {
    const isSaid = body[locale] && (!title || Object.keys(title).length === 0 || title[locale])
    if (!isSaid) found.push({ kind: 'untranslated', step, locale })
    if ([...(body[locale] ?? '')].length > advisedText[locale])
      found.push({ kind: 'wordy', step, locale })
  }
  const stale = body.stale ?? title?.stale
  if (stale) found.push({ kind: 'older', step, locale: stale })
  if (anchor && !isAnchor(anchor)) found.push({ kind: 'no-anchor', step, anchor })
  if (anchor && !path) found.push({ kind: 'no-place', step })
  return found
}
