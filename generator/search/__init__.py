"""Search: what a page holds becomes an index that a browser can query without a server."""
