//! Leaves a module the names of some of its functions, for the stacks that a browser writes.

use crate::section::{custom_sections, length, sized, without_custom_sections};

const SECTION: &str = "name";

/// The part of the section that names functions; others name the module, or what is within functions.
const FUNCTIONS: u8 = 1;

/// Returns the module with the names alone that begin with one of these, or nothing if it is damaged.
pub(crate) fn with_names(wasm: &[u8], wanted: &[String]) -> Option<Vec<u8>> {
    let mut count = 0;
    let mut kept = Vec::new();
    for section in custom_sections(wasm, SECTION)? {
        let mut rest = section;
        while let Some((id, after)) = rest.split_first() {
            let (part, after) = sized(after)?;
            rest = after;
            if *id != FUNCTIONS {
                continue;
            }
            let (_, mut functions) = number(part)?;
            while !functions.is_empty() {
                let (_, name) = number(functions)?;
                let (name, after) = sized(name)?;
                let is_wanted = |begin: &String| name.starts_with(begin.as_bytes());
                if wanted.iter().any(is_wanted) {
                    count += 1;
                    kept.extend_from_slice(&functions[..functions.len() - after.len()]);
                }
                functions = after;
            }
        }
    }
    let functions = [length(count), kept].concat();
    let named = [
        length(SECTION.len()),
        SECTION.as_bytes().to_vec(),
        vec![FUNCTIONS],
        length(functions.len()),
        functions,
    ]
    .concat();
    let mut module = without_custom_sections(wasm, SECTION)?;
    module.push(0);
    module.extend(length(named.len()));
    module.extend(named);
    Some(module)
}

/// Splits off a number.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let digits = bytes[..=end].iter().rev();
    let number = digits.fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f));
    Some((number, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose functions have these names.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut functions = length(names.len());
        for (index, name) in names.iter().enumerate() {
            functions.extend(length(200 * index));
            functions.extend(length(name.len()));
            functions.extend(name.as_bytes());
        }
        let mut body = b"\x04name\x00\x02\x01m\x01".to_vec();
        body.extend(length(functions.len()));
        body.extend(functions);
        let mut wasm = b"\0asm\x01\0\0\0\x00".to_vec();
        wasm.extend(length(body.len()));
        wasm.extend(body);
        wasm
    }

    #[test]
    fn names_that_are_wanted_stay_with_their_functions() {
        let wasm = module(&["a::one", "core::two", "a::three"]);
        let named = with_names(&wasm, &["a::".to_owned()]).unwrap();
        let section = custom_sections(&named, SECTION).unwrap()[0];
        assert_eq!(section, b"\x01\x14\x02\x00\x06a::one\x90\x03\x08a::three");
    }

    #[test]
    fn a_damaged_module_is_noticed() {
        let wasm = module(&["a::one"]);
        assert_eq!(with_names(&wasm[..wasm.len() - 1], &[]), None);
    }
}
