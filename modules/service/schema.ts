import { pgSchema } from 'drizzle-orm/pg-core'

export const service = pgSchema('service')
