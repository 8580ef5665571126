import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { cleanHtml, plainText, showHtml } from '../../../../modules/service/mail/cleaning.ts'
import { BrokenMail, readMail } from '../../../../modules/service/mail/reading.ts'

const gbk = (text: string): Buffer => iconv.encode(text, 'gbk')
const mail = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
const lines = (...all: string[]): Buffer => Buffer.from(all.join('\r\n'))

describe('Chinese', () => {
  test('in GBK words of headers and in a part that says so is read', async () => {
    const word = (text: string) => `=?gb2312?B?${gbk(text).toString('base64')}?=`
    const read = await readMail(
      lines(
        `From: ${word('张三')} <Zhang@Customer.example>`,
        `Subject: ${word('订单问题')}`,
        'Content-Type: text/plain; charset=gb2312',
        'Content-Transfer-Encoding: base64',
        '',
        gbk('你好，镕').toString('base64'),
      ),
    )
    expect(read).toMatchObject({
      subject: '订单问题',
      from: { name: '张三', address: 'zhang@customer.example' },
      text: '你好，镕',
    })
  })

  test('in bare GBK that says nothing of itself is read, and so is one that says UTF-8', async () => {
    const bare = mail(
      'From: ',
      gbk('张三'),
      ' <z@x.cn>\r\nSubject: ',
      gbk('订单'),
      '\r\n\r\n',
      gbk('你好'),
    )
    expect(await readMail(bare)).toMatchObject({
      subject: '订单',
      from: { name: '张三' },
      text: '你好',
    })
    const wrong = mail(
      'From: z@x.cn\r\nSubject: ok\r\nContent-Type: text/plain;\r\n charset="utf-8"\r\n\r\n',
      gbk('发票抬头错了'),
    )
    expect((await readMail(wrong)).text).toBe('发票抬头错了')
  })

  test('in bare UTF-8 stays what it is', async () => {
    const bare = lines('From: 张三 <z@x.cn>', 'Subject: 订单 🚢', '', '你好，世界')
    expect(await readMail(bare)).toMatchObject({ subject: '订单 🚢', text: '你好，世界' })
  })

  test('names of files are read in GBK too', async () => {
    const read = await readMail(
      lines(
        'From: z@x.cn',
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        'see file',
        '--x',
        `Content-Type: application/pdf; name="=?gbk?B?${gbk('合同').toString('base64')}?=.pdf"`,
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0x',
        '--x--',
      ),
    )
    expect(read.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['合同.pdf', '%PDF-1'],
    ])
  })
})

describe('what is broken', () => {
  test.each([
    ['nothing at all', Buffer.from('')],
    ['bytes at random', Buffer.from([0, 1, 2, 255, 254, 10, 13, 0])],
    ['no sender', lines('Subject: who am I', '', 'x')],
    ['a sender that is no address', lines('From: "x" <not an address>', '', 'x')],
  ])('%s is said to be broken', async (_, bytes) => {
    await expect(readMail(bytes)).rejects.toThrow(BrokenMail)
  })

  test('an end that is missing loses nothing of what came before', async () => {
    const read = await readMail(
      lines(
        'From: a@b.cn',
        'Content-Type: multipart/mixed; boundary="x"',
        '',
        '--x',
        '',
        'hello',
        '--x',
        'Content-Type: application/pdf; name=a.pdf',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0x!!!',
      ),
    )
    expect(read.text).toBe('hello')
    expect(read.files).toHaveLength(1)
  })

  test('parts within parts without end are refused', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
    )
    await expect(readMail(lines('From: a@b.cn', ...deep))).rejects.toThrow(BrokenMail)
  })

  test('line ends, NUL and signs that turn writing round get into no subject or name', async () => {
    const read = await readMail(
      lines(
        'From: "a\u202Eb" <a@b.cn>',
        'Subject: =?utf-8?Q?one=0D=0ABcc:_x@y.cn=00?=',
        '',
        'x\0y',
      ),
    )
    expect(read.subject).toBe('one Bcc: x@y.cn')
    expect(read.from.name).toBe('ab')
    expect(read.text).toBe('xy')
  })
})

test('a form on a web site sends in its own name, and the answer goes to whom it names', async () => {
  const read = await readMail(lines('From: form@shop.cn', 'Reply-To: 王五 <wang@x.cn>', '', 'x'))
  expect(read.from).toEqual({ name: '王五', address: 'wang@x.cn' })
})

test('what goes back to others is told by both headers, each once', async () => {
  const read = await readMail(
    lines(
      'From: a@b.cn',
      'Message-ID: <3@b>',
      'References: <1@b>\r\n <2@b>',
      'In-Reply-To: <2@b>',
      '',
      'x',
    ),
  )
  expect(read).toMatchObject({ messageId: '<3@b>', references: ['<1@b>', '<2@b>'] })
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="data:text/html,x">x</a>',
  '<a href="//evil.example">x</a>',
  '<div hx-get="/logout" data-hx-post="/x" onclick="x()" style="position:fixed" class="btn" id="main">x</div>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext></p><style><img src onerror=alert(1)></style></mtext></math>',
  '<iframe src="https://evil.example"></iframe><form action="/x"><input name=a></form>',
  '<style>body{display:none}</style><link rel=stylesheet href=x><meta http-equiv=refresh content=0>',
  '<img src="https://tracker.example/pixel.gif">',
])('%s leaves nothing that runs, asks or tells', (html) => {
  const clean = cleanHtml(`<p>words</p>${html}`)
  expect(clean).toContain('<p>words</p>')
  expect(clean).not.toMatch(
    /script|onerror|onclick|hx-|style|src=|iframe|form|input|meta|class=|id=|data:|\/\/evil/i,
  )
  expect(clean).not.toContain('alert')
})

test.each([
  [
    'from elsewhere',
    '<img src="https://tracker.example/pixel.gif" srcset="https://t.example/2x" alt="">',
  ],
  ['without a scheme', '<img src="//tracker.example/pixel.gif">'],
  ['of our own pages', '<img src="/service/tickets/1/merge">'],
  ['in the address itself', '<img src="data:image/svg+xml,<svg onload=alert(1)>">'],
  ['that is a script', '<img src="javascript:alert(1)">'],
  ['that did not come along', '<img src="cid:other@x" onerror="alert(1)">'],
  ['drawn by a base', '<base href="https://tracker.example/"><img src="pixel.gif">'],
  ['behind a style', '<p style="background:url(https://tracker.example/x)"><img></p>'],
])('a picture %s is a word, and is counted', (_, html) => {
  for (const mail of [cleanHtml(html), html]) {
    const { html: drawn, left, shown } = showHtml(mail, () => undefined, 'picture')
    expect(drawn).toContain('<em>[picture]</em>')
    expect(drawn).not.toMatch(/<img|src|tracker|onerror|style|base|javascript|data:/)
    expect([left, shown.size]).toEqual([1, 0])
  }
})

test('a picture that came along is shown from where we keep it', () => {
  const clean = cleanHtml('<p>See <img src="cid:plan%40x" alt="the &quot;plan&quot;" width=9></p>')
  const drawn = showHtml(clean, (id) => (id === 'plan@x' ? '/files/1/picture' : undefined), 'p')
  expect(drawn.html).toBe(
    '<p>See <img src="/files/1/picture" alt="the &quot;plan&quot;" loading="lazy" /></p>',
  )
  expect([drawn.left, [...drawn.shown]]).toEqual([0, ['plan@x']])
})

test('of HTML the writing is kept line by line', () => {
  const html =
    '<p>Hello<br>there &amp; you</p>\n<div>1 &lt; 2 中文</div><ul><li>one</li><li>two</li></ul><style>p{}</style>'
  expect(plainText(html)).toBe('Hello\nthere & you\n1 < 2 中文\none\ntwo')
})
