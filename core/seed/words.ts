/**
 * The words names are made of. A Chinese sign comes with its reading, so that addresses follow
 * from names: `王 wang`. The common ones stand more than once.
 */
const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

type Sign = { sign: string; sound: string }

const signs = (text: string): readonly Sign[] =>
  list(text).map((entry) => {
    const [sign = '', sound = ''] = entry.split(' ')
    return { sign, sound }
  })

export const surnames = signs(`
  王 wang, 王 wang, 王 wang, 李 li, 李 li, 李 li, 张 zhang, 张 zhang, 张 zhang, 刘 liu, 刘 liu,
  陈 chen, 陈 chen, 杨 yang, 黄 huang, 赵 zhao, 吴 wu, 周 zhou, 徐 xu, 孙 sun, 马 ma, 朱 zhu, 胡 hu,
  郭 guo, 何 he, 林 lin, 高 gao, 罗 luo, 郑 zheng, 梁 liang, 谢 xie, 宋 song, 唐 tang, 许 xu, 韩 han,
  邓 deng, 冯 feng, 曹 cao, 彭 peng, 曾 zeng, 肖 xiao, 田 tian, 董 dong, 潘 pan, 袁 yuan, 蔡 cai,
  蒋 jiang, 余 yu, 于 yu, 杜 du, 叶 ye, 程 cheng, 魏 wei, 苏 su, 吕 lv, 丁 ding, 任 ren, 卢 lu, 姚 yao,
  沈 shen, 钟 zhong, 姜 jiang, 崔 cui, 谭 tan, 陆 lu, 范 fan, 汪 wang, 廖 liao, 石 shi, 金 jin, 韦 wei,
  贾 jia, 夏 xia, 付 fu, 方 fang, 邹 zou, 熊 xiong, 白 bai, 孟 meng, 秦 qin, 邱 qiu, 侯 hou, 江 jiang,
  尹 yin, 薛 xue, 闫 yan, 段 duan, 雷 lei, 龙 long, 黎 li, 史 shi, 陶 tao, 贺 he, 毛 mao, 郝 hao, 顾 gu,
  龚 gong, 邵 shao, 单 shan, 解 xie, 仇 qiu, 欧阳 ouyang, 司马 sima, 上官 shangguan, 诸葛 zhuge`)

export const givenSigns = signs(`
  伟 wei, 芳 fang, 娜 na, 敏 min, 静 jing, 丽 li, 强 qiang, 磊 lei, 军 jun, 洋 yang, 勇 yong, 艳 yan,
  杰 jie, 娟 juan, 涛 tao, 明 ming, 超 chao, 秀 xiu, 霞 xia, 平 ping, 刚 gang, 桂 gui, 英 ying, 华 hua,
  玉 yu, 萍 ping, 红 hong, 建 jian, 文 wen, 斌 bin, 宇 yu, 浩 hao, 凯 kai, 佳 jia, 鑫 xin, 波 bo,
  欣 xin, 梦 meng, 思 si, 雨 yu, 子 zi, 轩 xuan, 涵 han, 晨 chen, 婷 ting, 雪 xue, 琳 lin, 倩 qian,
  俊 jun, 志 zhi, 海 hai, 云 yun, 峰 feng, 飞 fei, 鹏 peng, 辉 hui, 健 jian, 颖 ying, 慧 hui, 莹 ying,
  国 guo, 春 chun, 梅 mei, 兰 lan, 宁 ning, 嘉 jia, 怡 yi, 诗 shi, 雅 ya, 晓 xiao, 乐 le, 然 ran,
  博 bo, 睿 rui, 哲 zhe, 瑶 yao, 璐 lu, 岚 lan, 悦 yue, 彤 tong, 楠 nan, 毅 yi, 恒 heng, 松 song`)

export const brandSigns = signs(`
  鼎 ding, 盛 sheng, 恒 heng, 信 xin, 华 hua, 锐 rui, 瑞 rui, 丰 feng, 泰 tai, 康 kang, 隆 long,
  昌 chang, 兴 xing, 达 da, 通 tong, 远 yuan, 宏 hong, 源 yuan, 汇 hui, 金 jin, 银 yin, 天 tian,
  地 di, 海 hai, 江 jiang, 山 shan, 川 chuan, 云 yun, 星 xing, 辰 chen, 光 guang, 明 ming, 新 xin,
  中 zhong, 正 zheng, 博 bo, 智 zhi, 慧 hui, 创 chuang, 力 li, 诚 cheng, 和 he, 美 mei, 佳 jia, 德 de,
  仁 ren, 安 an, 宁 ning, 顺 shun, 利 li, 益 yi, 亿 yi, 万 wan, 方 fang, 圆 yuan, 融 rong, 嘉 jia,
  润 run, 泽 ze, 鸿 hong, 腾 teng, 飞 fei, 凯 kai, 旋 xuan, 科 ke, 捷 jie, 迅 xun, 联 lian, 众 zhong,
  合 he, 欣 xin, 荣 rong, 福 fu, 禄 lu, 长 chang, 久 jiu, 永 yong, 庆 qing, 元 yuan, 亨 heng`)

export const firstNames = list(`
  Alice, Amelia, Arthur, Barbara, Benjamin, Carla, Charlotte, Daniel, David, Edward, Eleanor, Emily,
  Farah, Frank, George, Grace, Hannah, Harriet, Henry, Ibrahim, Isabel, Jack, James, Jane, Karen,
  Laura, Leo, Lucy, Maria, Mark, Martha, Michael, Nadia, Nathan, Oliver, Oscar, Patricia, Paul, Peter,
  Rachel, Richard, Robert, Rosa, Samuel, Sarah, Simon, Sophie, Thomas, Ursula, Victor, William, Zoe`)

export const lastNames = list(`
  Adams, Archer, Bailey, Baker, Barker, Barnes, Bell, Bennett, Brown, Carter, Clark, Clarke, Cole,
  Collins, Cooper, Davies, Dixon, Edwards, Ellis, Evans, Fisher, Foster, Garcia, Gibson, Grant, Gray,
  Green, Hall, Harris, Harvey, Hill, Hughes, Hunt, Jackson, James, Johnson, Jones, Kelly, Khan, King,
  Knight, Lewis, Marshall, Martin, Mason, Mills, Moore, Murphy, Nguyen, Owen, Palmer, Parker, Patel,
  Pearson, Price, Reid, Roberts, Rogers, Scott, Shaw, Smith, Stevens, Stone, Taylor, Thomas, Turner,
  Walker, Ward, Watson, Webb, White, Wilson, Wood, Wright, Young`)

export const brandWords = list(`
  Alder, Amber, Anchor, Apex, Arbor, Arrow, Ash, Aspen, Atlas, Beacon, Birch, Blackwood, Blue, Bramble,
  Bright, Cedar, Clear, Compass, Copper, Crown, Delta, Eagle, Eastgate, Elm, Ember, Falcon, Fern, Flint,
  Forge, Fox, Gold, Granite, Green, Harbour, Hawthorn, Hazel, Heron, High, Iron, Ivy, Juniper, Kestrel,
  Keystone, Kite, Lark, Laurel, Linden, Lion, Maple, Marble, Meridian, Mill, North, Oak, Onyx, Orchard,
  Osprey, Otter, Pearl, Pine, Pioneer, Quarry, Raven, Red, River, Robin, Rowan, Sable, Silver, South,
  Spruce, Star, Stone, Summit, Swift, Thistle, Timber, Union, Vale, Vantage, Vector, West, Willow, Wren`)

export const brandEnds = list(`
  bank, bay, bridge, brook, court, cross, dale, field, ford, gate, hill, lane, land, mere, mont, point,
  port, ridge, side, stead, stone, ton, view, water, way, well, wick, wood, worth`)
