import { pgSchema } from 'drizzle-orm/pg-core'

export const training = pgSchema('training')
