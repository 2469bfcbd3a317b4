//! The tool's own messages: `diagnostics.ftl` in the language of the terminal, Vietnamese behind it.

use std::collections::BTreeMap;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;

use crate::base::Lang;

use super::{embedded, words};

/// The tool's own words.
pub struct Diagnostics {
    bundles: Vec<FluentBundle<FluentResource>>,
    /// The messages of the interface language, in the order of its file.
    ids: Vec<String>,
}

impl Diagnostics {
    /// The words for an interface language; what it lacks is said in Vietnamese.
    pub fn new(ui: &Lang) -> Diagnostics {
        let mut tags = vec![ui.clone()];
        if *ui != Lang::vietnamese() {
            tags.push(Lang::vietnamese());
        }
        let mut diagnostics = Diagnostics { bundles: Vec::new(), ids: Vec::new() };
        for tag in &tags {
            let Some(source) = embedded::text(tag.as_str(), "diagnostics.ftl") else { continue };
            let (resource, _) = words::resource(source);
            if diagnostics.ids.is_empty() {
                diagnostics.ids = message_ids(&resource);
            }
            let mut bundle = words::bundle(tag.as_str());
            bundle.add_resource_overriding(resource);
            diagnostics.bundles.push(bundle);
        }
        diagnostics
    }

    /// The ids of all messages.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The value of a message; `None` if no language has it or an argument is missing.
    pub fn say(&self, id: &str, args: &BTreeMap<&str, String>) -> Option<String> {
        self.ask(id, None, args)
    }

    /// An attribute of a message; `None` if no language has it or an argument is missing.
    pub fn attribute(&self, id: &str, attribute: &str, args: &BTreeMap<&str, String>) -> Option<String> {
        self.ask(id, Some(attribute), args)
    }

    fn ask(&self, id: &str, attribute: Option<&str>, args: &BTreeMap<&str, String>) -> Option<String> {
        let values: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value_of(value))).collect();
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
            errors.is_empty().then_some(text)
        })
    }
}

impl std::fmt::Debug for Diagnostics {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Diagnostics").finish_non_exhaustive()
    }
}

fn message_ids(resource: &FluentResource) -> Vec<String> {
    let ids = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    ids.collect()
}

/// Texts stay texts: `111` and `2026-07-30` must be said as they were written.
fn value_of(value: &str) -> FluentValue<'_> {
    FluentValue::from(value)
}
