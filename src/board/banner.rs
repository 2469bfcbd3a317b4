//! What a page with errors says of itself.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::base::SitePath;
use crate::engine::Step;
use crate::tell::Words;

/// Markup for the beginning of `<body>`, in the pages as they are served.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Banners {
    /// For every page of the site.
    pub everywhere: Option<Bytes>,
    /// For single pages, beside that. There may be no page of a path.
    pub pages: BTreeMap<SitePath, Bytes>,
}

/// The banners of a step.
pub fn banners(step: &Step, words: &Words) -> Banners {
    let _ = words;
    let told = || Bytes::from_static(b"<div class=\"loa-bao\" role=\"alert\"><p>loa</p></div>");
    Banners {
        everywhere: (!step.broken.everywhere.is_empty()).then(told),
        pages: step.broken.pages.keys().map(|page| (page.clone(), told())).collect(),
    }
}
