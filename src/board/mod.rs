//! The editor's own pages: what the site is like at this step, in words and colours. Values to HTML, nothing else.
