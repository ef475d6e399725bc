// Runs before the first paint: what needs scripts is in the HTML and hidden by .no-js until this line has run.
// A page opened from a folder may not fetch its index: there the search gives way to the line that says so.
document.documentElement.classList.replace("no-js", location.protocol === "file:" ? "on-disk" : "js");
