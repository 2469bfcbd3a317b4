//! Tells cargo that the program holds the theme and the words: a new file there must end in a new program.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=i18n");
}
