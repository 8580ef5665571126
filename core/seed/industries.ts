/** A line of business, and the words its firms put into their names. */
export type Industry = { zh: string; en: string; zhTrades: string[]; enTrades: string[] }

const industry = (zh: string, en: string, zhTrades: string, enTrades: string): Industry => ({
  zh,
  en,
  zhTrades: zhTrades.split(' '),
  enTrades: enTrades.split(', '),
})

export const industries: readonly Industry[] = [
  industry('机械制造', 'Machinery', '机械 机电设备 精密机械 自动化设备', 'Machinery, Engineering'),
  industry('电子', 'Electronics', '电子 微电子 光电 半导体', 'Electronics, Instruments'),
  industry('软件和信息服务', 'Software', '软件 信息技术 网络科技 数据', 'Software, Systems'),
  industry('批发', 'Wholesale', '商贸 贸易 供应链', 'Trading, Supplies'),
  industry('零售', 'Retail', '百货 商业 超市', 'Stores, Retail'),
  industry('食品', 'Food', '食品 粮油 乳业 饮料', 'Foods, Bakeries'),
  industry('纺织服装', 'Textiles', '纺织 服饰 制衣', 'Textiles, Clothing'),
  industry('化工', 'Chemicals', '化工 新材料 涂料', 'Chemicals, Coatings'),
  industry('医药', 'Pharmaceuticals', '医药 生物科技 制药', 'Pharma, Biotech'),
  industry('医疗服务', 'Health care', '医疗器械 健康管理', 'Medical, Health'),
  industry('建筑', 'Construction', '建筑工程 装饰工程 建设', 'Construction, Builders'),
  industry('房地产', 'Property', '置业 房地产开发', 'Estates, Property'),
  industry('物流运输', 'Logistics', '物流 货运 国际货运代理', 'Logistics, Freight'),
  industry('教育', 'Education', '教育科技 教育咨询 文化', 'Learning, Education'),
  industry('咨询', 'Consulting', '管理咨询 企业服务', 'Consulting, Partners'),
  industry('广告传媒', 'Media', '传媒 广告 文化传播', 'Media, Press'),
  industry('餐饮住宿', 'Hospitality', '餐饮管理 酒店管理', 'Hotels, Catering'),
  industry('能源', 'Energy', '能源 电力 新能源', 'Energy, Power'),
  industry('农业', 'Agriculture', '农业 农牧 种业', 'Farms, Growers'),
  industry('汽车', 'Automotive', '汽车零部件 汽车销售', 'Motors, Automotive'),
]
