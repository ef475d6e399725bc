// Runs before the first paint: what needs scripts is in the HTML and hidden by .no-js until this has run,
// and the size that the reader chose is there before the first word is.
// A page opened from a folder may not fetch its index: there the search gives way to the line that says so.
document.documentElement.classList.replace("no-js", location.protocol === "file:" ? "on-disk" : "js");
try {
  if (localStorage.getItem("mingzhang-size") === "large") document.documentElement.dataset.size = "large";
} catch {
  // A browser that keeps nothing shows the usual size.
}
