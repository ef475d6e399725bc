// Runs before the first paint: what needs scripts is in the HTML and hidden by .no-js until this has run,
// and the size that the reader chose is there before the first word is.
// A page opened from a folder may not fetch its index: there the search gives way to the line that says so.
document.documentElement.classList.replace("no-js", location.protocol === "file:" ? "on-disk" : "js");

/**
 * The interface's words for a Chinese text, with the values put in where it names them in braces; the scripts have no other words.
 * Chinese needs no list. mingzhang.js begins with that of another language, in which a number may choose: {count:year|years}.
 */
function say(text, values = {}) {
  const chosen = (_, name, forms) => (forms ? forms.split("|")[values[name] === 1 ? 0 : 1] : values[name]);
  return (say.words[text] ?? text).replace(/\{(\w+)(?::([^}]*))?\}/g, chosen);
}
say.words = {};

try {
  if (localStorage.getItem("mingzhang-size") === "large") document.documentElement.dataset.size = "large";
} catch {
  // A browser that keeps nothing shows the usual size.
}
