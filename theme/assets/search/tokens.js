// The words of a text as the search knows them. The same rule as generator/search/tokens.py, which says why;
// tests/cases/search_tokens.yml holds both to it.

const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const LETTER = "0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u03ff\\u0400-\\u04ff";
const GLUE = "\"'“”‘’「」『』《》〈〉【】〔〕\\[\\]()（）、·・";
const JOINER = "\\-./_－．／＿";
const SENTINEL = "z";

const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f]+/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const HAN_STEP = new RegExp(`([${HAN}])([${GLUE}\\s]*)(?=([${HAN}]?))`, "gu");
const BLOCK = `(?:[0-9]+(?:[,，][0-9]{3}(?![0-9]))+|[${LETTER}]+)`;
const PIECE = new RegExp(
  `(?<han>[${HAN}](?:[${GLUE}\\s]*[${HAN}])*)|(?<word>${BLOCK}(?:[${JOINER}]${BLOCK})*)|(?<mark>\\S)`,
  "gu",
);
const PAIR = new RegExp(`^([${HAN}])([${GLUE}]*)([${HAN}]|${SENTINEL})(\\.?)$`, "u");

function normalised(text) {
  return text.normalize("NFC").replace(INVISIBLE, "").replace(WIDE, (found) => found.normalize("NFKC"));
}

function pieces(text) {
  return Array.from(text.matchAll(PIECE), (found) => found.groups);
}

function steps(run) {
  return Array.from(run.matchAll(HAN_STEP), ([, character, glue, following]) => ({ character, glue, following }));
}

/** The tokens of a text, joined by blanks, as the index holds them. */
export function indexText(text) {
  return pieces(normalised(text))
    .flatMap(({ han, word, mark }) => {
      if (han === undefined) return word === undefined ? mark : word.normalize("NFKC");
      return steps(han).map((step) => step.character + step.glue.replace(/\s+/gu, "") + (step.following || SENTINEL));
    })
    .join(" ");
}

/**
 * The phrases of a query: what stands between blanks and punctuation, each as the tokens that stand side by side in a
 * text that contains it. `tail` is a last Han character that has no partner: it begins the token that follows.
 */
export function queryTerms(query) {
  const phrases = new Map();
  for (const part of normalised(query).split(/[\s、]+/u)) {
    let open = [];
    for (const piece of [...pieces(part), { mark: "end" }]) {
      if (piece.mark === undefined) {
        open.push(piece);
      } else if (open.length > 0) {
        const phrase = asPhrase(open);
        phrases.set(phrase.text, phrase);
        open = [];
      }
    }
  }
  return [...phrases.values()];
}

function asPhrase(found) {
  const phrase = { text: "", tokens: [], tail: "" };
  found.forEach(({ han, word }, at) => {
    if (han === undefined) {
      phrase.text += word.normalize("NFKC");
      phrase.tokens.push(word.normalize("NFKC").toLowerCase());
      return;
    }
    const run = steps(han);
    phrase.text += run.map((step) => step.character).join("");
    for (const { character, following } of run) {
      if (following) phrase.tokens.push(character + following);
      else if (at < found.length - 1) phrase.tokens.push(character + SENTINEL);
      else if (run.length === 1) phrase.tail = character;
    }
  });
  return phrase;
}

/** One token of the index read back: what it shows, the key by which it is compared, and whether a block ends here. */
export function readToken(token) {
  const pair = PAIR.exec(token);
  if (pair) {
    const [, shown, glue, following, end] = pair;
    return { shown, glue, key: shown + following, kind: "han", endsBlock: end !== "" };
  }
  // Pagefind closes a block of text with a full stop; no token of ours ends with one.
  const endsBlock = token.length > 1 && token.endsWith(".");
  const shown = endsBlock ? token.slice(0, -1) : token;
  const kind = pieces(shown)[0]?.word === undefined ? "mark" : "word";
  return { shown, glue: "", key: shown.toLowerCase(), kind, endsBlock };
}

/** The runs of Han and the words of a phrase, each on its own. */
export function runs(text) {
  return pieces(text).flatMap(({ han, word }) => han ?? word ?? []);
}

export function isHan(text) {
  return PAIR.test(`${text[0] === undefined ? "" : String.fromCodePoint(text.codePointAt(0))}${SENTINEL}`);
}
