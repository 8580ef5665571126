/**
 * Where a firm sits.
 * @property country as ISO 3166 has it, for reading its phone numbers
 * @property dial how its landlines begin, with the 0 dialled at home
 * @property administrative the area's number (GB/T 2260) in credit codes; Chinese places only
 */
export type Place = {
  country: 'CN' | 'GB'
  region: string
  city: string
  dial: string
  administrative?: string
}

const places = (country: Place['country'], text: string): readonly Place[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [region = '', city = '', dial = '', administrative] = line.trim().split(/ {2,}/)
      return { country, region, city, dial, ...(administrative && { administrative }) }
    })

export const chinesePlaces = places(
  'CN',
  `
  北京  北京  010  110108
  上海  上海  021  310115
  天津  天津  022  120116
  重庆  重庆  023  500112
  广东  深圳  0755  440300
  广东  广州  020  440100
  广东  东莞  0769  441900
  广东  佛山  0757  440600
  江苏  南京  025  320100
  江苏  苏州  0512  320500
  江苏  无锡  0510  320200
  浙江  杭州  0571  330100
  浙江  宁波  0574  330200
  浙江  温州  0577  330300
  四川  成都  028  510100
  湖北  武汉  027  420100
  湖南  长沙  0731  430100
  陕西  西安  029  610100
  山东  济南  0531  370100
  山东  青岛  0532  370200
  河南  郑州  0371  410100
  福建  泉州  0595  350500
  福建  福州  0591  350100
  安徽  合肥  0551  340100
  辽宁  沈阳  024  210100
  辽宁  大连  0411  210200
  云南  昆明  0871  530100
  贵州  贵阳  0851  520100
  江西  南昌  0791  360100
  河北  石家庄  0311  130100`,
)

/** Their landlines begin as those that Ofcom keeps free for fiction. */
export const englishPlaces = places(
  'GB',
  `
  England  London  020 7946 0
  England  Leeds  0113 496 0
  England  Sheffield  0114 496 0
  England  Leicester  0116 496 0
  England  Bristol  0117 496 0
  England  Reading  0118 496 0
  England  Birmingham  0121 496 0
  Scotland  Edinburgh  0131 496 0
  Scotland  Glasgow  0141 496 0
  England  Liverpool  0151 496 0
  England  Manchester  0161 496 0
  England  Newcastle  0191 498 0
  Wales  Cardiff  029 2018 0
  Northern Ireland  Belfast  028 9649 6`,
)
