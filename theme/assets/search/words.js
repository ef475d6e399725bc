// When a code or an amount that somebody typed is the one that a page shows.

const AMOUNT = /^(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?$/u;
const SEPARATOR = /[-./_,]+/u;
const SHORTEST_SUFFIX = 4;

/** An amount without thousands separators and idle zeros; any other word as it is. */
export function plainAmount(word) {
  if (!AMOUNT.test(word)) return word;
  const plain = word.replaceAll(",", "");
  return plain.includes(".") ? plain.replace(/\.?0+$/u, "") : plain;
}

/** Whether the word `asked` stands in a text as `shown`: Pagefind drops separators, so 22204.2 finds 2,220.42 there. */
export function sameWord(asked, shown) {
  if (asked === shown) return true;
  if (AMOUNT.test(asked) && AMOUNT.test(shown)) return plainAmount(asked) === plainAmount(shown);
  if (AMOUNT.test(asked) && /[.,]/u.test(asked)) return false;
  const code = squashed(asked);
  const whole = squashed(shown);
  if (whole === code || (code.length >= SHORTEST_SUFFIX && whole.endsWith(code))) return true;
  const blocks = shown.split(SEPARATOR);
  return blocks.includes(code) || blocks.some((block) => (block.match(/[0-9]+|[^0-9]+/gu) ?? []).includes(code));
}

/** Whether `asked` is a code that the printed form broke in two: 13028124P0009421000 1M. */
export function isTornCode(asked, head, tail) {
  const code = squashed(asked);
  return code.length > squashed(tail).length && squashed(head + tail).endsWith(code);
}

export function hasDigit(text) {
  return /[0-9]/u.test(text);
}

function squashed(word) {
  return word.split(SEPARATOR).join("");
}
