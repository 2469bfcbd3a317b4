//! The few words that the preview says itself.

use serde_json::{Value, json};

use crate::base::text::escape;
use crate::tell::Words;

/// Those words, in the language of the interface.
#[derive(Debug)]
pub(super) struct Said {
    tag: &'static str,
    stopped: String,
    removed: String,
    board: String,
    nothing: String,
    empty: (String, String),
    refused: (String, String),
}

impl Said {
    pub fn new(words: &Words) -> Said {
        let say = |id| words.say(id, &[]);
        let with_help = |id| (say(id), words.part(id, "help").unwrap_or_default());
        Said {
            tag: words.tag(),
            stopped: say("preview-stopped"),
            removed: say("preview-removed"),
            board: say("preview-board"),
            nothing: say("preview-nothing"),
            empty: with_help("preview-empty"),
            refused: with_help("preview-refused"),
        }
    }

    /// What the script says, so that no word stands in it.
    pub fn for_script(&self) -> Value {
        json!({ "lang": self.tag, "stopped": self.stopped, "removed": self.removed, "board": self.board })
    }

    /// A page for a site that has none yet.
    pub fn empty(&self) -> String {
        self.page(&self.empty.0, &self.empty.1, true)
    }

    /// A page for an address that has none.
    pub fn nothing(&self) -> String {
        self.page(&self.nothing, "", true)
    }

    /// A page for a device that may not come in. It shows no link, for none would open.
    pub fn refused(&self) -> String {
        self.page(&self.refused.0, &self.refused.1, false)
    }

    fn page(&self, title: &str, words: &str, has_board: bool) -> String {
        let (tag, title) = (self.tag, escape(title));
        let words = if words.is_empty() { String::new() } else { format!("<p>{}</p>\n", escape(words)) };
        let board = format!("<p><a href=\"/_loa/\">{}</a></p>\n", escape(&self.board));
        let board = if has_board { board } else { String::new() };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"/_loa/icon.svg\" type=\"image/svg+xml\">\n</head>\n\
             <body>\n<main>\n<h1>{title}</h1>\n{words}{board}</main>\n</body>\n</html>\n"
        )
    }
}
