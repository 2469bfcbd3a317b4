//! Every limit of the program, each with its reason. Nothing grows without one.

/// Bytes of a source path. Windows allows 260 characters with the user's own folder in front.
pub const PATH_BYTES: usize = 1_024;

/// Bytes of one text file. A long official document is 100 KiB; beyond 8 MiB somebody renamed a film.
pub const TEXT_FILE_BYTES: u64 = 8 * 1024 * 1024;

/// Files of a site. The largest site that was tried has 100,000 pages in four languages.
pub const FILES: usize = 500_000;

/// Depth of folders under the site, so that a loop of mounts ends.
pub const FOLDER_DEPTH: usize = 32;

/// Nesting of blocks and inlines in one page; deeper text is cut off with a diagnostic.
pub const NESTING: usize = 128;

/// Nodes of one YAML text: front matter has some dozen, a large `loa.yml` some hundred.
pub const YAML_NODES: usize = 10_000;

/// Depth of YAML; the deepest key of the schemas is three levels down.
pub const YAML_DEPTH: usize = 32;

/// Bytes of a front matter block; what is longer has lost its closing line.
pub const FRONT_MATTER_BYTES: usize = 64 * 1024;

/// Links on one page, so that a generated file cannot hold the build.
pub const LINKS_A_PAGE: usize = 20_000;

/// Bytes of one finished page; a template that loops is stopped here.
pub const OUTPUT_BYTES: usize = 32 * 1024 * 1024;

/// Characters of one part of an output path (contract, DESIGN section 4).
pub const OUTPUT_PART: usize = 60;

/// Characters of a whole output path (contract, DESIGN section 4).
pub const OUTPUT_PATH: usize = 150;

/// Bytes of an article without pictures as it goes over the wire, with its styles, scripts and icon (contract, DESIGN
/// section 4).
pub const PAGE: usize = 25 * 1024;

/// The same, with its first picture (contract, DESIGN section 4).
pub const PAGE_WITH_PICTURE: usize = 60 * 1024;

/// The same, with all pictures as the smallest phones load them: at 40 kbit/s that is twenty seconds.
pub const PAGE_WITH_PICTURES: usize = 100 * 1024;

/// Bytes of all styles on the wire (contract, DESIGN section 4).
pub const CSS: usize = 8 * 1024;

/// Bytes of all scripts on the wire, without that of the search (contract, DESIGN section 4).
pub const JS: usize = 3 * 1024;

/// Bytes of the script of the search on the wire (contract, DESIGN section 4).
pub const SEARCH_SCRIPT: usize = 6 * 1024;

/// Entries of one feed; readers fetch it whole each time.
pub const FEED_ENTRIES: usize = 20;

/// Addresses of one sitemap file (sitemaps.org protocol).
pub const SITEMAP_URLS: usize = 50_000;

/// Width or height of a picture in pixels, so that a small file cannot unfold into gigabytes.
pub const PICTURE_SIDE: u32 = 16_000;

/// Bytes that one decoded picture may take, and all that are decoded at once.
pub const PICTURE_BYTES: u64 = 256 * 1024 * 1024;

/// Widths in pixels that are made of a picture: a phone of 360, one with two points a pixel, a projector or a wide screen.
pub const PICTURE_WIDTHS: [u32; 3] = [360, 720, 1280];

/// Bytes of a published picture of each of these widths: with a page of 25 KiB the second gives 60 KiB on the wire and the
/// third 100 (contract, DESIGN section 4, and its hard ceiling).
pub const PICTURE_WEIGHTS: [usize; 3] = [16 * 1024, 35 * 1024, 75 * 1024];

/// Characters of the description of a picture: what a reading machine says in one go.
pub const DESCRIPTION: usize = 150;

/// Bytes of a drawing; one that is longer was traced from a photograph.
pub const DRAWING_BYTES: u64 = 256 * 1024;
/// Bytes of a card for sharing: who shows it fetches it for everyone who sees the link.
pub const SHARE_CARD_BYTES: usize = 60 * 1024;

/// Files of the search of one language (contract, DESIGN section 4).
pub const SEARCH_FILES: usize = 32;

/// Signs of lists in one file of the search before another is begun: some 10 KiB on the wire, so that a phone has one
/// within a second.
pub const SEARCH_SHARD: usize = 20_000;

/// Characters of a page's text under its title in the results of a search: one line and a half on a phone.
pub const SEARCH_SNIPPET: usize = 70;

/// Bytes of the header of one request to the preview: a browser sends some 600, and hyper's buffer may not be smaller.
pub const REQUEST_HEADER: usize = 8 * 1024;

/// Seconds in which such a header has to arrive whole; a connection that asks nothing is closed after them too.
pub const REQUEST_SECONDS: u64 = 10;

/// Connections to the preview at once: ten browsers with the six that each of them opens.
pub const CONNECTIONS: usize = 64;

/// Seconds after which a connection that takes nothing of its answer may be closed for a new one. Events come every
/// [`HEARTBEAT_SECONDS`].
pub const STALLED_SECONDS: u64 = 30;

/// Ports that the preview tries, from the one that was asked for: more programs than anybody runs at once.
pub const PORTS: u16 = 20;

/// Bytes of a file that the preview reads at once: a film of gigabytes is never held.
pub const FILE_PIECE: usize = 64 * 1024;

/// Threads that read files and make the search for the preview: disks have no use for more.
pub const PREVIEW_THREADS: usize = 8;

/// Seconds between two signs of life on a stream of events, so that a browser notices a watch that was killed.
pub const HEARTBEAT_SECONDS: u64 = 15;

/// Steps that a stream of events may be behind before it is closed; the browser connects again and asks for what is
/// shown now.
pub const STEPS_BEHIND: usize = 64;

/// Pages that an event names; beyond them it says that all have changed, and each tab looks for itself.
pub const PAGES_TOLD: usize = 200;
