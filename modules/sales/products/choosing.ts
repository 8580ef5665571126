/** A price book as far as choosing goes; `departments` are those it is for, empty for all. */
export type Choosable = {
  id: string
  currency: string
  level: string
  startsOn: string | null
  endsOn: string | null
  departments: readonly string[]
}

/** For whom and when a price is asked. `departments`: the home department first, up to the root. */
export type Occasion = {
  currency: string
  level: string
  day: string
  departments: readonly string[]
}

/**
 * The price books that hold for an occasion, the one that fits most narrowly first: by the nearest
 * department, then by level, then the one that began last.
 */
export function booksFor<Book extends Choosable>(
  books: readonly Book[],
  { currency, level, day, departments }: Occasion,
): Book[] {
  const far = departments.length
  const distance = (book: Book) => {
    const near = departments.findIndex((id) => book.departments.includes(id))
    return near === -1 ? far : near
  }
  return books
    .filter((book) => book.currency === currency)
    .filter((book) => book.level === '' || book.level === level)
    .filter(({ startsOn, endsOn }) => (startsOn ?? day) <= day && day <= (endsOn ?? day))
    .filter((book) => book.departments.length === 0 || distance(book) < far)
    .toSorted(
      (one, other) =>
        distance(one) - distance(other) ||
        Number(other.level !== '') - Number(one.level !== '') ||
        (other.startsOn ?? '').localeCompare(one.startsOn ?? '') ||
        one.id.localeCompare(other.id),
    )
}
