// Begins the search page. A page that is opened from a folder may load no modules: a browser would complain of the attempt.
if (location.protocol !== "file:") import("./search.js");
