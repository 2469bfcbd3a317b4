//! What data blocks say: nothing that their page does not show.

use serde_json::Value;

use super::html::Document;

/// Every value of a data block that is not to be found in its page.
pub fn faults(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for block in &page.data {
        match serde_json::from_str(block) {
            Ok(data) => unseen(&data, "", page, &mut |key, value| {
                faults.push(format!("its data say {key} `{value}`, and the page does not"));
            }),
            Err(error) => faults.push(format!("its data are no JSON: {error}")),
        }
    }
    faults
}

fn unseen(data: &Value, key: &str, page: &Document, told: &mut dyn FnMut(&str, &str)) {
    match data {
        Value::Object(thing) => thing.iter().for_each(|(key, value)| unseen(value, key, page, told)),
        Value::Array(items) => items.iter().for_each(|item| unseen(item, key, page, told)),
        Value::String(value) if !is_shown(key, value, page) => told(key, value),
        _ => {}
    }
}

fn is_shown(key: &str, value: &str, page: &Document) -> bool {
    let is_attribute = |name: &str| page.elements.iter().any(|element| element.get(name) == Some(value));
    match key {
        "@type" | "@context" => true,
        "item" => is_attribute("href"),
        "inLanguage" | "availableLanguage" => is_attribute("lang"),
        _ if key.starts_with("date") => is_attribute("datetime"),
        _ => {
            let of_page = page.texts.iter().filter(|text| text.parent != "title");
            let shown: String = of_page.map(|text| text.words.as_str()).collect::<Vec<&str>>().join(" ");
            folded(&shown).contains(&folded(value))
        }
    }
}

/// The words without the spaces between them, which lines and elements change.
fn folded(words: &str) -> String {
    words.split_whitespace().collect()
}
