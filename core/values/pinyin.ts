import { lazyPackage } from '../lazily.ts'

const reader = lazyPackage<typeof import('pinyin-pro')>('pinyin-pro')

const han = /\p{Script=Han}/u
const spelled = /^[a-z]+$/

/** One character's or one Latin word's sounds, each reading written small and without tone. */
type Sounds = readonly string[]

const kept = new Map<string, Sounds>()

/** Every reading of one character, the common one first; ü is v, as input methods write it. */
function soundsOf(sign: string): Sounds {
  let sounds = kept.get(sign)
  if (!sounds) {
    const [all = []] = reader().polyphonic(sign, { toneType: 'none', type: 'array' })
    sounds = [...new Set(all.map((sound) => sound.replaceAll('ü', 'v')))].filter((sound) =>
      spelled.test(sound),
    )
    kept.set(sign, sounds)
  }
  return sounds
}

/** Names up to this many characters are taken for a person's or a short form: all readings count. */
const shortName = 6
const mostReadings = 6

/**
 * How a text can be read aloud: one list of syllables per reading, likeliest first. Latin words
 * inside stand as one syllable each. The phrase decides in long texts (重庆 is chong qing, 银行 is
 * yin hang); short ones also get the surname's reading (单 shan, 曾 zeng) and, one character at a
 * time, every other.
 * @param text in NFKC, lower case
 */
export function readingsOf(text: string): string[][] {
  const parts = text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []
  const signs = parts.flatMap((part) => (han.test(part) ? [...part] : [part]))
  const hanSigns = signs.filter((sign) => han.test(sign))
  if (hanSigns.length === 0) return []
  const joined = hanSigns.join('')
  const { pinyin } = reader()
  const readings = [spell(signs, pinyin(joined, { ...plain, surname: 'off' }))]
  if (hanSigns.length <= shortName) {
    if (hanSigns.length <= 4)
      readings.push(spell(signs, pinyin(joined, { ...plain, mode: 'surname', surname: 'head' })))
    const [likeliest = []] = readings
    signs.forEach((sign, at) => {
      for (const sound of han.test(sign) ? soundsOf(sign) : [])
        readings.push(likeliest.with(at, sound))
    })
  }
  const distinct = new Map(readings.map((reading) => [reading.join(' '), reading]))
  return [...distinct.values()].slice(0, mostReadings)
}

/**
 * How a Chinese person's name is read, the surname as a surname (曾玉 is zeng yu), by syllables;
 * what lists of people are sorted by. Undefined for a name without Han characters.
 * @param name in NFKC, lower case
 */
export function surnameReading(name: string): string[] | undefined {
  const signs = [...name].filter((sign) => han.test(sign))
  if (signs.length === 0 || signs.length > 4) return undefined
  return reader().pinyin(signs.join(''), { ...plain, mode: 'surname', surname: 'head' })
}

const plain = { toneType: 'none', type: 'array', v: true } as const

/** Puts the syllables back between the Latin words; a character without a known sound is silent. */
function spell(signs: readonly string[], syllables: readonly string[]): string[] {
  let next = 0
  return signs.map((sign) => {
    if (!han.test(sign)) return sign
    const syllable = syllables[next++] ?? ''
    return spelled.test(syllable) ? syllable : ''
  })
}
