// Runs before the first paint: what needs scripts is in the HTML and hidden by .no-js until this line has run.
document.documentElement.classList.replace("no-js", "js");
