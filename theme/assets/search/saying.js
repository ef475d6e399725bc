// How words of a query and sentences stand one after the other, in the language of the page.

/** Sentences one after the other; empty ones are left out. */
export function runOn(...sentences) {
  return sentences.filter(Boolean).reduce((first, second) => (first ? say("{first}{second}", { first, second }) : second), "");
}

/** An element of what was disclosed, which is Chinese whatever the language of the page; left alone where its text is mixed. */
export function inItsLanguage(element) {
  const text = element.textContent;
  if (/\p{Script=Han}/u.test(text) && !/[a-z]{2}/iu.test(text)) element.lang = "zh-CN";
  return element;
}

/** The words of a query, each in quotation marks. */
export function quoted(words) {
  return runOn(...words.map(({ text }) => say("“{word}”", { word: text })));
}
