import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

const insides = {
  text: '纯文本表格（.csv）',
  workbook: 'Excel 工作簿（.xlsx）',
  cards: '电子名片（.vcf）',
}

export const zhCN: Worded<typeof en> = {
  said: (sentence: string) => sentence,
  fileEmpty: '文件是空的，请选择有数据的文件。',
  fileTooLarge: (mebibytes: number) =>
    `文件超过 ${mebibytes} MB，请拆成几个文件，每个都保留同样的表头。`,
  fileNotAsNamed: (ending: string, inside: 'text' | 'workbook' | 'cards') =>
    `文件名以 ${ending} 结尾，内容却是${insides[inside]}，请确认没有选错文件，再把扩展名改正确。`,
  fileIsOldOffice:
    '这是旧版 Office 文件（.xls 或 .doc），或者设有密码，请用 Excel 打开后另存为不加密的 .xlsx。',
  fileIsArchive: '这是压缩包，请解压后选择里面的表格。',
  fileIsPdf: '这是 PDF 文件，请在原来的软件里把表格导出为 .xlsx 或 CSV。',
  fileIsProgram: '这是可执行程序，系统没有打开它，请选择 CSV 文件或工作簿。',
  fileIsPicture: '这是图片，请改用表格，并保存为 CSV 或 .xlsx。',
  fileIsWebPage: '这是网页文件，请用 Excel 打开并另存为 .xlsx。',
  workbookBroken: '工作簿已损坏或无法读取，请用表格软件打开后重新保存。',
  workbookIsBomb:
    '这个工作簿解压后远远超出一张表格应有的大小，系统没有打开它，请把数据复制到新的工作簿。',
  workbookTooLarge: '工作簿内容太多，无法一次读取，请拆成几个文件，每个都保留同样的表头。',
  workbookHasTooManyRows: (most: number) =>
    `工作表超过 ${most} 行，已超出表格软件的上限，请拆成几个文件，每个都保留同样的表头。`,
  workbookHasDoctype:
    '工作簿里有表格软件不会写入的指令，系统没有打开它，请把数据复制到新的工作簿。',
  formulaWithoutResult: (row: number) =>
    `第 ${row} 行的公式没有计算结果，请用表格软件打开工作簿再保存一次，或把公式粘贴为数值。`,
  cardNotClosed: (card: number) =>
    `文件中第 ${card} 张名片没有正常结束（END:VCARD），请重新导出名片。`,
  fileHasNul: '文件里有空字节（NUL），不是纯文本，请在表格软件里另存为“CSV UTF-8”。',
  encodingUnknown: '无法识别文件的文字编码，请在表格软件里另存为“CSV UTF-8”。',
  encodingNotFitting: (encoding: string) => `文件并不是 ${encoding} 编码，请换一种编码。`,
  encodingMixed: (line: number) =>
    `第 ${line} 行的编码与其他行不同或已损坏，请修正后把文件另存为“CSV UTF-8”。`,
  headerMissing: '第一行应写明各列的名称，请补上表头。',
  rowsMissing: '文件只有表头，没有数据，请在表头下面填好要导入的内容。',
  tooManyColumns: (row: number, most: number) => `第 ${row} 行超过 ${most} 列，请删去用不到的列。`,
  cellTooLong: (row: number, most: number) =>
    `第 ${row} 行有单元格超过 ${most} 个字，可能是引号没有成对。`,
  rowTooLarge: (row: number, most: number) =>
    `第 ${row} 行总共超过 ${most} 个字，请缩短内容最长的单元格。`,
  rowNotEnded: (row: number) => `第 ${row} 行没有结尾，可能是这一行的引号没有成对。`,
  quoteNotClosed: (row: number) => `第 ${row} 行的引号没有成对，请补上或删掉多余的引号。`,
  quoteMisplaced: (row: number) =>
    `第 ${row} 行带引号的单元格里又出现了引号，请把它写成两个（""）或删掉。`,
  rowTooShort: (cells: number, columns: number) =>
    `这一行有 ${cells} 格，而表头有 ${columns} 列，请补齐缺少的单元格。`,
  rowTooLong: (cells: number, columns: number) =>
    `这一行有 ${cells} 格，而表头有 ${columns} 列；单元格内容里含有分隔符时，请给它加上引号。`,
}
