import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { OwnField } from './own-field.ts'

/**
 * Whether a record has a value in an own field.
 * @param column the record's column of own values
 */
export const isFilled = (column: SQLWrapper, { own }: OwnField): SQL => sql`${column} ? ${own.key}`
