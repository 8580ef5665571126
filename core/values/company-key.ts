/** Legal forms at the end of a Chinese name, longest first. A branch (分公司) is another firm. */
const chinese =
  /(股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|(?<![分子])公司|集团)$/u

const latin = new Set(
  (
    'co company corp corporation inc incorporated ltd limited llc llp lp plc pte pty gmbh ag kg ' +
    'sa sas sarl srl spa bv nv oy ab as aps kk group holding holdings'
  ).split(' '),
)

/**
 * What two spellings of one firm have in common: 华为技术有限公司 and 华为技术 · Acme Co., Ltd. and
 * ACME. Width, case, punctuation, spaces and legal forms go; places stay. Equal keys are a reason
 * to look, not a proof.
 * @returns never empty for a name with anything in it
 */
export function companyKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  const words = plain
    .replaceAll(/(?<=\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
  while (words.length > 1 && latin.has(words.at(-1) ?? '')) words.pop()
  return withoutForm(words.join('')) || plain.replaceAll(/\s+/gu, '')
}

function withoutForm(name: string): string {
  const shorter = name.replace(chinese, '')
  return shorter === name || shorter === '' ? name : withoutForm(shorter)
}
