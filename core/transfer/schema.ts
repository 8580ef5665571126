import {
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, core, id, lifetime, moment } from '../db/columns.ts'
import type { CellProblem } from './check.ts'
import type { Encoding } from './decode.ts'
import type { Examined } from './examine.ts'
import type { ImportState } from './imports.ts'
import type { Format } from './opening.ts'
import type { FileProblem } from './refusal.ts'
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
    format: text('format').$type<Format | 'unread'>().notNull().default('text'),
    /** As it came; a workbook as the table it holds. Gone when nothing is to be done with it any more. */
    content: bytes('content'),
    encoding: text('encoding').$type<Encoding>(),
    mode: text('mode').$type<Mode>().notNull().default('both'),
    /** Fields by which rows are recognised, when somebody chose other than the usual ones. */
    keys: jsonb('keys').$type<string[]>(),
    /** Whose rows become that name no owner. */
    ownerId: uuid('owner_id'),
    mapping: jsonb('mapping').$type<(string | null)[]>().notNull(),
    state: text('state').$type<ImportState>().notNull().default('waiting'),
    failure: text('failure'),
    /** Why the file cannot be read, or not in the encoding that was chosen. */
    problem: jsonb('problem').$type<FileProblem>(),
    /** What the job found that read a large file; a small one is read whenever it is looked at. */
    examined: jsonb('examined').$type<Examined>(),
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
    /** Who asked for its undo; with no start and no end, the undo has stopped and can be asked for again. */
    undoBy: uuid('undo_by'),
    undoStartedAt: moment('undo_started_at'),
    undoneAt: moment('undone_at'),
    restored: integer('restored').notNull().default(0),
    removed: integer('removed').notNull().default(0),
    left: integer('left_alone').notNull().default(0),
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

/**
 * What an import did to each record, so that it can be undone: the row as it was before the import
 * first touched it, and the version the import left. `outcome` is there once it has been undone.
 */
export const importChanges = core.table(
  'import_changes',
  {
    companyId: company(),
    importId: uuid('import_id').notNull(),
    recordId: uuid('record_id').notNull(),
    deed: text('deed').$type<'created' | 'updated'>().notNull(),
    version: integer('version').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    at: moment('at').notNull().defaultNow(),
    outcome: text('outcome').$type<'restored' | 'removed' | 'left'>(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.importId, t.recordId] }),
    index('import_changes_at').on(t.companyId, t.at),
    foreignKey({
      columns: [t.companyId, t.importId],
      foreignColumns: [imports.companyId, imports.id],
    }),
  ],
)

/** Cells that a person mended on the page: the file stays as it came, and is read with these over it. */
export const importCells = core.table(
  'import_cells',
  {
    companyId: company(),
    importId: uuid('import_id').notNull(),
    rowNumber: integer('row_number').notNull(),
    column: integer('column_at').notNull(),
    text: text('text').notNull(),
    editedBy: uuid('edited_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.importId, t.rowNumber, t.column] }),
    foreignKey({
      columns: [t.companyId, t.importId],
      foreignColumns: [imports.companyId, imports.id],
    }),
  ],
)

/** How files with these headers are read, kept under a name for everybody in the company. */
export const importTemplates = core.table(
  'import_templates',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    headers: jsonb('headers').$type<string[]>().notNull(),
    mapping: jsonb('mapping').$type<(string | null)[]>().notNull(),
    mode: text('mode').$type<Mode>().notNull(),
    keys: jsonb('keys').$type<string[]>(),
    createdBy: uuid('created_by').notNull(),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('import_templates_name').on(t.companyId, t.kind, t.name),
  ],
)

/** A file on its way into its import, which it reaches in one piece. */
export const importPieces = core.table(
  'import_pieces',
  {
    companyId: company(),
    importId: uuid('import_id').notNull(),
    position: integer('position').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.importId, t.position] }),
    foreignKey({
      columns: [t.companyId, t.importId],
      foreignColumns: [imports.companyId, imports.id],
    }),
  ],
)
