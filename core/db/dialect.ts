import { Column, Name, Param, Placeholder, SQL, StringChunk, sql, Table } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

type Written = { sql: string; params: unknown[] }

/** Something in a query that is written too seldom to be known here. */
const notOurs = Symbol('not ours')

/**
 * Writes queries as drizzle writes them, a quarter as dear: it asks of every piece whether it is any
 * of fifteen things, and joins the texts of each level to those above. A page of a record asks some
 * fifteen thousand times. Here the pieces that queries of ours are made of are known by their class, and
 * a query with any other is left to drizzle whole.
 */
export class Dialect extends PgDialect {
  readonly #names = new WeakMap<object, string>()

  override sqlToQuery(...asked: Parameters<PgDialect['sqlToQuery']>): Written {
    const [query, source] = asked
    if (source !== undefined) return super.sqlToQuery(...asked)
    const params: unknown[] = []
    const text = this.#write(query, params)
    return text === notOurs ? super.sqlToQuery(...asked) : { sql: text, params }
  }

  /** A piece as text; what it gives the database as parameters goes behind the others. */
  #write(piece: unknown, params: unknown[]): string | typeof notOurs {
    if (piece === undefined) return ''
    if (typeof piece !== 'object' || piece === null) return parameter(piece, params)
    switch (piece.constructor) {
      case StringChunk:
        return (piece as StringChunk).value.join('')
      case SQL:
        return (piece as Inlining).shouldInlineParams
          ? notOurs
          : this.#writeAll((piece as SQL).queryChunks, '', params)
      case Name:
        return this.escapeName((piece as Name).value)
      case Param:
        return this.#writeValue(piece as Param, params)
      case Array: {
        const text = this.#writeAll(piece as unknown[], ', ', params)
        return text === notOurs ? notOurs : `(${text})`
      }
      case Date:
        return parameter(piece, params)
      default:
        return piece instanceof Column || piece instanceof Table ? this.#nameOf(piece) : notOurs
    }
  }

  #writeAll(
    pieces: readonly unknown[],
    between: string,
    params: unknown[],
  ): string | typeof notOurs {
    let text = ''
    for (let at = 0; at < pieces.length; at++) {
      const next = this.#write(pieces[at], params)
      if (next === notOurs) return notOurs
      text += at > 0 ? between + next : next
    }
    return text
  }

  #writeValue({ value, encoder }: Param, params: unknown[]): string | typeof notOurs {
    if (value instanceof Placeholder) return notOurs
    const mapped = value === null ? null : encoder.mapToDriverValue(value)
    return mapped instanceof SQL ? this.#write(mapped, params) : parameter(mapped, params)
  }

  /** Tables and columns are called the same each time, as drizzle calls them. */
  #nameOf(named: Column | Table): string {
    let name = this.#names.get(named)
    if (name === undefined) {
      name = super.sqlToQuery(sql`${named}`).sql
      this.#names.set(named, name)
    }
    return name
  }
}

type Inlining = { shouldInlineParams: boolean }

const parameter = (value: unknown, params: unknown[]): string => `$${params.push(value)}`
