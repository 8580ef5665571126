import { counted } from '../../../i18n/counted.ts'
export const en = {
  import: 'Import',
  export: 'Export',
  newImport: 'New import',
  intro:
    'Choose an Excel workbook, a CSV file or a vCard file. The next step shows how each column is read; nothing is written until you confirm.',
  kind: 'What is in the file',
  file: 'File',
  fileHint:
    'Excel (.xlsx), CSV or TSV in any usual encoding, with the names of the columns in the first row, or vCard (.vcf). Up to 20 MiB.',
  fileMissing: 'Choose a file first.',
  readFile: 'Read the file',
  earlier: 'Earlier imports',
  none: 'Nothing has been imported yet',
  noneText: 'Your first file appears here, with what came of every row.',
  nothingToImport: 'There is nothing for you to import at the moment',
  nothingToImportText:
    'A module must be open for you, and your role must allow imports. Ask your administrator.',
  fileName: 'File',
  state: 'State',
  by: 'By',
  at: 'When',
  states: {
    reading: 'Being read',
    waiting: 'Not started',
    running: 'Running',
    done: 'Done',
    cancelled: 'Cancelled',
    failed: 'Stopped',
  },
  failures: {
    closed:
      'It stopped because the module was switched off, or the person who started it may no longer import. The rows written before stay.',
    broken:
      'It stopped because of a fault on our side; your administrator finds it in the log. The rows written before stay.',
    gone: 'It stopped because the person who started it can no longer sign in. The rows written before stay.',
  },
  preview: 'Check before anything is written',
  columnsOf: 'How the columns are read',
  columnsHint: 'Columns that are not chosen are left out. Nothing of your file is changed.',
  inFile: 'In the file',
  firstValues: 'First values',
  profile: (filled: string, distinct: string) => `${filled} filled · ${distinct} different`,
  profileWrong: (count: string, samples: string) => `${count} not understood: ${samples}`,
  field: 'Field',
  skipColumn: 'Do not import',
  mode: 'Rows',
  modes: {
    both: 'Create new records and update existing ones',
    create: 'Only create new records; leave existing ones alone',
    update: 'Only update existing records; create none',
  },
  keysHint: (keys: string) => `Existing records are recognised by ${keys}.`,
  keyChoice: 'Recognise existing records by',
  keyChoiceHint: 'In this order, by what each row contains.',
  keyMissing: 'Choose at least one: by none, no existing record would be recognised.',
  unowned: 'Records without an owner go to',
  unownedHint: 'Only new records, and only rows that name nobody themselves.',
  nobody: 'Nobody; everybody may see them',
  template: 'Keep this as a template',
  templateHint:
    'Give it a name, and files with the same columns are read like this for everybody in the company.',
  templateKnown: (name: string) =>
    `Files with these columns are read as “${name}” says. The same name replaces it, another one is kept beside it.`,
  templates: 'Templates',
  noTemplates: 'No templates yet',
  noTemplatesText:
    'Give how a file is read a name on the page that checks it, and files with the same columns are read like this from then on.',
  templateName: 'Name',
  templateBy: (who: string, when: string) => `Made by ${who}, last changed ${when}. It reads:`,
  templateRename: 'Save the name',
  templateRenamed: (name: string) => `The template is called “${name}” now.`,
  templateTaken: (name: string) => `Another template is called “${name}”. Choose another name.`,
  templateRemove: 'Delete',
  templateRemoved: (name: string) =>
    `The template “${name}” is gone. Nothing that was imported changes.`,
  encoding: 'Text encoding',
  encodingGuess: (name: string) => `as recognised: ${name}`,
  encodingUnsure:
    'This is a guess: look at the first values above. If they read wrong, choose another encoding and check again.',
  checkAgain: 'Check again',
  start: (rows: string) => `Import ${counted(rows, 'row')}`,
  cancel: 'Cancel the import',
  summary: (fit: string, rejected: string) =>
    `${counted(fit, 'row is', 'rows are')} ready, ${counted(rejected, 'has a problem', 'have problems')}.`,
  summaryClean: (fit: string) =>
    fit === '1' ? 'The only row is ready.' : `All ${fit} rows are ready.`,
  outlook: 'What the import will come to',
  outlookOf: { created: 'New', updated: 'Updated', skipped: 'Unchanged', rejected: 'Refused' },
  outlookHint:
    'Tried out row by row against the records as they stood when the file was last checked. Nothing has been written yet.',
  emptyWords: (count: string) =>
    `${counted(count, 'cell says', 'cells say')} “null” or the like and ${count === '1' ? 'is' : 'are'} read as empty.`,
  missingColumn: (field: string) =>
    `Choose the column for “${field}”: no row can be taken without it.`,
  usedTwice: (field: string) => `“${field}” is chosen for two columns. Keep only one.`,
  columnAt: (header: string, at: number) => `“${header}” (column ${at})`,
  rivals: (headers: string, field: string) =>
    `Several columns could be “${field}”: ${headers}. None of them is read; choose the right one below.`,
  problems: 'Rows with problems',
  problemsHint:
    'Correct the cells here and check them again. Rows that still have problems are not imported; you get them back as a file with the reasons, ready to correct and import again.',
  unmendableHint:
    'These rows are not imported; you get them back as a file with the reasons, ready to correct and import again.',
  wholeHint:
    'Where no cell is to blame, choose or add the missing column, choose another way to treat rows below, correct the row in the file, or import without it.',
  mendSubmit: 'Check the corrected cells',
  moreProblems: 'Next rows with problems',
  firstProblems: 'Back to the first ones',
  rowOf: (row: number) => `Row ${row}`,
  cellOf: (header: string, row: number) => `${header}, row ${row}`,
  reason: 'What is wrong',
  ready: 'First rows as they will be stored',
  progress: (done: string, total: string) => `${done} of ${total} rows`,
  reading: (file: string) => `Reading ${file} and checking every row`,
  rowsSoFar: (done: string) => `${counted(done, 'row')} so far`,
  importing: (file: string) => `Importing ${file}`,
  came: 'Rows',
  created: 'Created',
  updated: 'Updated',
  skipped: 'Unchanged',
  rejected: 'Rejected',
  total: 'Rows in the file',
  addsUp: (total: string) =>
    `Created, updated, unchanged and rejected together make the ${total} rows of the file.`,
  notReached: (count: string) => `${counted(count, 'row was', 'rows were')} not reached.`,
  rejectsFile: {
    unread: 'Rejected rows with reasons',
    text: 'Rejected rows with reasons, as the file came',
    workbook: 'Rejected rows with reasons (workbook)',
    cards: 'Rejected cards with reasons, as a table: a card has no place for them',
  },
  toList: 'To the list',
  toModules: 'Open the module',
  again: 'Import another file',
  undo: 'Undo this import',
  undoTitle: (file: string) => `Undo the import of ${file}?`,
  undoText: (changed: string, made: string) =>
    `${counted(changed, 'record gets back what it', 'records get back what they')} held before, and ${counted(made, 'that the import made is', 'that the import made are')} archived. Records that somebody has touched since are left alone and listed.`,
  undoSubmit: 'Undo the import',
  undoUntil: (day: string) => `It can be undone until ${day}.`,
  fileGone: (days: string) =>
    `The file, and with it the rows that were not taken, was deleted after ${days} days, so that no copy of your customers’ data is left lying about. What was imported stays.`,
  undoing: (file: string) => `Undoing the import of ${file}`,
  progressOfRecords: (done: string) => `${counted(done, 'record')} so far`,
  undoStopped: 'The undo has stopped',
  undoStoppedBy: (who: string) => `The undo that ${who} asked for stopped before its end.`,
  undoneNothing: 'Nothing was put back: all is as the import left it.',
  undoneInPart: (done: string) =>
    `${counted(done, 'record was', 'records were')} done with before that; the rest is as the import left it.`,
  undoAgain:
    'Undo the import again to go on with the rest. If it stops again, tell your administrator: the log says why.',
  undoElsewhere:
    'You cannot go on with it now: the module must be open for you, and your role must allow imports. Ask your administrator.',
  undone: 'Undone',
  undoneBy: (who: string, when: string) => `${who} undid this import ${when}.`,
  restored: 'Restored',
  removed: 'Archived',
  leftAlone: 'Left alone',
  leftTitle: 'Left alone: touched since the import',
  leftText:
    'Somebody has changed these records since, another record has got a value that no two may have, or they are out of your reach. Nothing of them was taken back.',
  andMore: (count: string) => `and ${count} more`,
  exportTitle: (what: string) => `Export ${what}`,
  exportIntro: (count: string) =>
    `${counted(count, 'record')}, as the list is filtered now. The export is written to the audit trail.`,
  exportReason: 'Why do you need this file?',
  exportReasonHint: (most: string) =>
    `More than ${most} records leave the system, so the reason is kept.`,
  exportFormat: 'Format',
  exportFormats: {
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'CSV in UTF-8',
    'csv-gb18030': 'CSV in GB18030 (older Chinese programs)',
  },
  exportColumns: 'Columns',
  exportColumnsHint: 'A file with all columns can be imported again as it is and changes nothing.',
  download: 'Download',
}
