import {
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, core, id, moment } from '../db/columns.ts'
import type { CellProblem } from './check.ts'
import type { Encoding } from './decode.ts'
import type { Format } from './opening.ts'
import type { Mode } from './transfer.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * One file on its way in. `doneRows` and the counts move in the transaction that writes the rows,
 * so a crash in the middle neither loses nor doubles one.
 */
export const imports = core.table(
  'imports',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').$type<Format>().notNull().default('text'),
    /** As it came; a workbook as the table it holds. */
    content: bytes('content').notNull(),
    encoding: text('encoding').$type<Encoding>(),
    mode: text('mode').$type<Mode>().notNull().default('both'),
    mapping: jsonb('mapping').$type<(string | null)[]>().notNull(),
    state: text('state')
      .$type<'waiting' | 'running' | 'done' | 'cancelled' | 'failed'>()
      .notNull()
      .default('waiting'),
    failure: text('failure'),
    totalRows: integer('total_rows').notNull().default(0),
    doneRows: integer('done_rows').notNull().default(0),
    created: integer('created').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    startedBy: uuid('started_by').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('imports_person').on(t.companyId, t.startedBy, t.id),
  ],
)

/** The rows of a file that were not taken, to hand back with the reasons. */
export const importRejects = core.table(
  'import_rejects',
  {
    companyId: company(),
    importId: uuid('import_id').notNull(),
    rowNumber: integer('row_number').notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
    problems: jsonb('problems').$type<CellProblem[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.importId, t.rowNumber] }),
    foreignKey({
      columns: [t.companyId, t.importId],
      foreignColumns: [imports.companyId, imports.id],
    }),
  ],
)
