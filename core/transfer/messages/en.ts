import { counted } from '../../i18n/counted.ts'

const insides = {
  text: 'a table in plain text (.csv)',
  workbook: 'an Excel workbook (.xlsx)',
  cards: 'a set of visiting cards (.vcf)',
}

/** What is wrong with a file or one of its rows, and the cure. */
export const en = {
  /** A module's own sentence. */
  said: (sentence: string) => sentence,
  fileEmpty: 'The file is empty; choose the file that holds your rows.',
  fileTooLarge: (mebibytes: number) =>
    `The file is larger than ${mebibytes} MB; split it into several files with the same header row.`,
  fileNotAsNamed: (ending: string, inside: 'text' | 'workbook' | 'cards') =>
    `The name ends in ${ending}, but the file is ${insides[inside]}; make sure it is the right one and change the ending of its name.`,
  fileIsOldOffice:
    'This is an old Office file (.xls or .doc) or is locked with a password; open it in Excel and save it as .xlsx without a password.',
  fileIsArchive: 'This is a compressed archive; unpack it and choose the table inside.',
  fileIsPdf: 'This is a PDF; export the table as .xlsx or CSV from the program it came from.',
  fileIsProgram: 'This is a program and was not opened; choose a CSV file or a workbook.',
  fileIsPicture: 'This is a picture; a table is needed, saved as CSV or .xlsx.',
  fileIsWebPage: 'This is a web page; open it in Excel and save it as .xlsx.',
  workbookBroken:
    'The workbook is damaged or cannot be read; open it in your spreadsheet and save it anew.',
  workbookIsBomb:
    'The workbook unpacks into far more than a table can hold and was not opened; copy its rows into a new workbook.',
  workbookTooLarge:
    'The workbook holds too much to be read at once; split it into several with the same header row.',
  workbookHasTooManyRows: (most: number) =>
    `The sheet goes beyond row ${most}, the last one that a spreadsheet has; split it into several workbooks with the same header row.`,
  workbookHasDoctype:
    'The workbook holds instructions that no spreadsheet writes and was not opened; copy its rows into a new workbook.',
  formulaWithoutResult: (row: number) =>
    `Row ${row} has a formula without its result; open the workbook in your spreadsheet and save it, or paste the values in place of the formulas.`,
  cardNotClosed: (card: number) =>
    `Card ${card} of the file does not end as it should (END:VCARD); export the cards once more.`,
  fileHasNul:
    'The file contains NUL bytes, so it is no plain text; save it from your spreadsheet as “CSV UTF-8”.',
  encodingUnknown:
    'The characters of this file cannot be read; save it from your spreadsheet as “CSV UTF-8”.',
  encodingNotFitting: (encoding: string) =>
    `The file is not written in ${encoding}; choose another encoding.`,
  encodingMixed: (line: number) =>
    `Line ${line} is written in another encoding than the rest or is damaged; mend it and save the file as “CSV UTF-8”.`,
  headerMissing: 'The first row must name the columns; add a header row.',
  rowsMissing: 'The file has a header row and nothing below it; add the rows to import.',
  tooManyColumns: (row: number, most: number) =>
    `Row ${row} has more than ${most} columns; delete the ones that are not needed.`,
  cellTooLong: (row: number, most: number) =>
    `A cell in row ${row} has more than ${most} characters; perhaps a quotation mark is not closed there.`,
  rowTooLarge: (row: number, most: number) =>
    `Row ${row} has more than ${most} characters in all; shorten its longest cells.`,
  rowNotEnded: (row: number) =>
    `Row ${row} does not end; perhaps a quotation mark opened there is not closed.`,
  quoteNotClosed: (row: number) =>
    `A quotation mark opened in row ${row} is never closed; close it or delete it.`,
  quoteMisplaced: (row: number) =>
    `A quotation mark in row ${row} stands inside a quoted cell; write it twice ("") or delete it.`,
  rowTooShort: (cells: number, columns: number) =>
    `This row has ${counted(cells, 'cell')} and the header has ${columns}; fill in the missing cells.`,
  rowTooLong: (cells: number, columns: number) =>
    `This row has ${counted(cells, 'cell')} and the header has ${columns}; put quotation marks around cells that contain the delimiter.`,
}
