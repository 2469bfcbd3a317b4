//! What a finished site weighs on the wire.

/// A weight and what it may be at most, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// What it is.
    pub bytes: usize,
    /// What it may be.
    pub limit: usize,
}

/// The weights that the end of a build tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// The heaviest page that has a limit, with all that it loads but its pictures.
    pub page: Option<(String, Weighed)>,
    /// The styles that it loads.
    pub css: Option<Weighed>,
    /// The scripts that it loads.
    pub js: Option<Weighed>,
    /// The script that a search loads.
    pub search: Option<Weighed>,
}
