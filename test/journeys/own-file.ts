import iconv from 'iconv-lite'

/** A customer list as an older Chinese spreadsheet saves it: one row of it cannot be taken. */
export const ownFile = {
  name: '客户名单.csv',
  mimeType: 'text/csv',
  buffer: iconv.encode(
    [
      '公司名称,税号,联系电话,所在城市,等级',
      '上海星河科技有限公司,,021-61008888,上海,A',
      '重庆山城火锅食材有限公司,,138-1234-5678,重庆,B',
      '北京远山食品有限公司,91310000MA1FL0A1ZZ,,北京,A',
      '广州木棉服饰有限公司,,020 8888 6666,广州,C',
    ].join('\r\n'),
    'gb18030',
  ),
}

/** The reason why the row of 北京远山 is not taken stands in its last cell; its name says which it is. */
export const refusedName = '北京远山食品有限公司'
