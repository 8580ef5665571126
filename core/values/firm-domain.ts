import { domainKey } from './web-address.ts'

/** Where anybody may have a mailbox or a page, so that the domain says nothing about the firm. */
const shared = new Set(
  (
    'qq.com foxmail.com vip.qq.com 163.com vip.163.com 126.com 188.com yeah.net netease.com ' +
    'sina.com sina.cn sina.com.cn vip.sina.com sohu.com tom.com 21cn.com 139.com 189.cn wo.cn ' +
    'aliyun.com 263.net eyou.com gmail.com googlemail.com outlook.com hotmail.com live.com ' +
    'live.cn msn.com icloud.com me.com mac.com yahoo.com yahoo.cn yahoo.com.cn yahoo.com.hk ' +
    'yahoo.com.tw yahoo.co.jp yahoo.co.uk yahoo.de aol.com gmx.com gmx.de gmx.net web.de ' +
    't-online.de freenet.de mail.com mail.ru yandex.ru yandex.com proton.me protonmail.com ' +
    'zoho.com naver.com hanmail.net daum.net mp.weixin.qq.com weibo.com facebook.com ' +
    'linkedin.com taobao.com tmall.com 1688.com jd.com'
  ).split(' '),
)

/**
 * The domain that tells whose firm it is: that of the first address which has one of its own. Public
 * mailboxes and market places tell nothing.
 * @param addresses web and e-mail addresses; null is not filled in
 */
export const firmDomain = (...addresses: readonly (string | null)[]): string | undefined =>
  addresses
    .map((address) => domainKey(address ?? ''))
    .find((domain) => domain !== undefined && !shared.has(domain))
