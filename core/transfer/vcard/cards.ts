import { refuseFile } from '../refusal.ts'
import { goesOn, type Property, readProperty } from './properties.ts'

/** Longer than any text of a card; pictures are longer and are not read. */
const mostLength = 100_000

/**
 * The cards of a file, versions 2.1, 3.0 and 4.0, one by one. Cards inside cards (AGENT) are left out.
 * @throws FileRefused for a card that does not end
 */
export function* readCards(text: string): Generator<Property[], void, undefined> {
  let card: Property[] = []
  let depth = 0
  let count = 0
  for (const line of unfolded(text)) {
    const property = readProperty(line)
    if (property?.name === 'BEGIN' && isCard(property)) {
      if (depth === 0) [card, count] = [[], count + 1]
      depth += 1
    } else if (property?.name === 'END' && isCard(property)) {
      depth -= 1
      if (depth === 0) yield card
      if (depth < 0) refuseFile('cardNotClosed', count + 1)
    } else if (property && depth === 1) card.push(property)
  }
  if (depth > 0) refuseFile('cardNotClosed', count)
}

const isCard = ({ value }: Property): boolean => value.trim().toUpperCase() === 'VCARD'

/** Lines as they were before they were folded: a blank in front, or an equals sign behind, joins two. */
function* unfolded(text: string): Generator<string, void, undefined> {
  let whole = ''
  for (const line of text.split(/\r\n?|\n/)) {
    if (goesOn(whole)) whole = whole.slice(0, -1) + line
    else if (/^[ \t]/.test(line)) whole += whole.length < mostLength ? line.slice(1) : ''
    else {
      if (whole) yield whole
      whole = line
    }
  }
  if (whole) yield whole
}
