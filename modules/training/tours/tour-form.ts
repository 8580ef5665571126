import { newId } from '../../../core/db/id.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { locales } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { placeFrom } from '../help/place.ts'
import { rawTexts, readTexts } from '../studio/course-form.ts'
import { advances, type TourContent, type TourStep } from './content.ts'
import { tourText } from './messages.ts'
import { currentAnchor, isAnchor } from './registry.ts'

export const emptyTour: TourContent = { title: {}, start: '/', offered: false, steps: [] }

/**
 * Reads what a tour is about: fields title, start, offered, goal.
 * @param goals what can be the goal: module and deed
 */
export function readTourFacts(
  { locale }: Scope,
  raw: Raw,
  before: TourContent,
  goals: readonly string[],
): { draft: TourContent; errors: Errors } {
  const t = tourText(locale).studio
  const fields = new Fields(raw, locale)
  const title = readTexts(fields, 'title', 60, before.title)
  if (!title.en && !title['zh-CN']) fields.refuse('title-zh', t.titleNeeded)
  const start = placeFrom(raw.start ?? '')
  // It begins on one page: there is none to go to where any record would do.
  if (!start || start.includes('*')) fields.refuse('start', t.startWrong)
  const goal = goals.find((one) => one === raw.goal)
  const draft: TourContent = {
    ...{ title, start: start ?? '/', offered: raw.offered === 'on', steps: before.steps },
    ...(goal ? { goal } : {}),
  }
  return { draft, errors: fields.errors }
}

export const rawTourFacts = ({ title, start, offered, goal }: TourContent): Raw => ({
  ...rawTexts('title', title),
  ...{ start, offered: offered ? 'on' : '', goal: goal ?? '' },
})

/** Reads a step: fields anchor, path, advance, title, body. @param before the one that is changed */
export function readTourStep(
  { locale }: Scope,
  raw: Raw,
  before: TourStep | undefined,
): { step: TourStep; errors: Errors } {
  const t = tourText(locale).studio
  const fields = new Fields(raw, locale)
  const anchor = raw.anchor?.trim() ?? ''
  if (anchor && !isAnchor(anchor)) fields.refuse('anchor', t.anchorUnknown)
  const path = raw.path?.trim() ? placeFrom(raw.path) : undefined
  if (raw.path?.trim() && !path) fields.refuse('path', t.pathWrong)
  const advance = advances.find((one) => one === raw.advance)
  if (advance && !anchor) fields.refuse('advance', t.advanceNeedsAnchor)
  const title = readTexts(fields, 'title', 60, before?.title)
  const body = readTexts(fields, 'body', 500, before?.body)
  if (locales.every((one) => !body[one])) fields.refuse('body-zh', t.bodyNeeded)
  const isSame = before && before.anchor === anchor
  const step: TourStep = {
    key: before?.key ?? `s-${newId().slice(-8)}`,
    ...(anchor ? { anchor } : {}),
    ...(path ? { path } : {}),
    ...(isSame && before.permission ? { permission: before.permission } : {}),
    ...(advance ? { advance } : {}),
    ...(title.en || title['zh-CN'] ? { title } : {}),
    body,
  }
  return { step, errors: fields.errors }
}

export const rawTourStep = ({ anchor, path, advance, title, body }: TourStep): Raw => ({
  ...{ anchor: currentAnchor(anchor ?? ''), path: path ?? '', advance: advance ?? '' },
  ...rawTexts('title', title ?? {}),
  ...rawTexts('body', body),
})
