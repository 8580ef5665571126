import type { Fields } from '../../../core/http/fields.ts'
import type { Raw } from '../../../core/http/form.ts'
import { parseNumber } from '../../../core/values/number.ts'
import type { Parsed } from '../../../core/values/parsed.ts'
import { parseText } from '../../../core/values/text.ts'
import type { ActivityKind } from './kinds.ts'

/**
 * Where a visit was: what somebody wrote, and where their browser was when they asked it. Degrees as
 * decimal text, north and east above nought; null unless they pressed the button.
 */
export type Place = { place: string; latitude: string | null; longitude: string | null }

/** Of whatever was no visit. */
export const nowhere: Place = { place: '', latitude: null, longitude: null }

/** So many digits tell places apart that are a metre from one another; devices give more. */
const decimals = 5

const degrees =
  (most: number) =>
  (text: string): Parsed<string> => {
    const parsed = parseNumber(text, { decimals: 15, least: -most, most })
    return parsed.ok ? { ok: true, value: Number(parsed.value).toFixed(decimals) } : parsed
  }

/** Reads where it was; of what was no visit that is not asked. */
export function readPlace(fields: Fields, raw: Raw, kind: ActivityKind): Place {
  if (kind !== 'visit') return nowhere
  const place = fields.may('place', (text) => parseText(text, { most: 200 })) ?? ''
  const [latitude, longitude] = [
    raw.latitude && fields.may('latitude', degrees(90)),
    raw.longitude && fields.may('longitude', degrees(180)),
  ]
  // One without the other is no place.
  return latitude && longitude ? { place, latitude, longitude } : { ...nowhere, place }
}

/** A place in a word: what was written, and the degrees in brackets. */
export function sayPlace({ place, latitude, longitude }: Partial<Place>): string {
  const at = latitude && longitude ? `${latitude}, ${longitude}` : ''
  return place && at ? `${place} (${at})` : place || at
}
