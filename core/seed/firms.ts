import { industries } from './industries.ts'
import { makeCreditCode, makeLandline } from './numbers.ts'
import { chinesePlaces, englishPlaces, type Place } from './places.ts'
import type { Random } from './random.ts'
import { brandEnds, brandSigns, brandWords, lastNames } from './words.ts'

/**
 * A firm that does not exist, whole and consistent.
 * @property creditCode null abroad
 * @property domain below .example, which belongs to nobody (RFC 2606)
 */
export type MadeFirm = {
  name: string
  industry: string
  place: Place
  creditCode: string | null
  phone: string
  domain: string
}

/** 深圳鼎盛精密机械有限公司: place, brand, trade, legal form. */
export function makeChineseFirm(random: Random): MadeFirm {
  const place = random.pick(chinesePlaces)
  const brand = [random.pick(brandSigns), random.pick(brandSigns)]
  if (random.chance(0.25)) brand.push(random.pick(brandSigns))
  const industry = random.pick(industries)
  const words = brand.map(({ sign }) => sign).join('')
  const form = random.chance(0.15) ? '股份有限公司' : '有限公司'
  return {
    name: `${place.city}${words}${random.pick(industry.zhTrades)}${form}`,
    industry: industry.zh,
    place,
    creditCode: makeCreditCode(random, place),
    phone: makeLandline(random, place),
    domain: `${brand.map(({ sound }) => sound).join('')}.example`,
  }
}

export function makeEnglishFirm(random: Random): MadeFirm {
  const place = random.pick(englishPlaces)
  const industry = random.pick(industries)
  const brand = random.chance(0.6)
    ? random.pick(brandWords) + random.pick(brandEnds)
    : `${random.pick(lastNames)} & ${random.pick(lastNames)}`
  return {
    name: `${brand} ${random.pick(industry.enTrades)} ${random.pick(['Ltd', 'Ltd', 'plc', 'LLP'])}`,
    industry: industry.en,
    place,
    creditCode: null,
    phone: makeLandline(random, place),
    domain: `${brand.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`,
  }
}
