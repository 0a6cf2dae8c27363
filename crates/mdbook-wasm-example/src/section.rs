//! Reads custom sections out of a wasm module and takes them out, which is all that has to be known of one here.

/// The id of a custom section.
const CUSTOM: u8 = 0;

/// Returns the contents of every custom section of that name, or nothing if the module is damaged.
pub(crate) fn custom_sections<'a>(wasm: &'a [u8], name: &str) -> Option<Vec<&'a [u8]>> {
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut sections = Vec::new();
    while let Some((id, after)) = rest.split_first() {
        let (body, after) = sized(after)?;
        if *id == CUSTOM {
            let (its_name, contents) = sized(body)?;
            if its_name == name.as_bytes() {
                sections.push(contents);
            }
        }
        rest = after;
    }
    Some(sections)
}

/// Returns the module without its custom sections of that name, or nothing if it is damaged.
pub(crate) fn without_custom_sections(wasm: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut kept = wasm[..wasm.len() - rest.len()].to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (body, after) = sized(after)?;
        if *id != CUSTOM || sized(body)?.0 != name.as_bytes() {
            kept.extend_from_slice(&rest[..rest.len() - after.len()]);
        }
        rest = after;
    }
    Some(kept)
}

/// A length as it stands before a piece.
pub(crate) fn length(mut length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while length >= 0x80 {
        bytes.push(0x80 | (length & 0x7f) as u8);
        length >>= 7;
    }
    bytes.push(length as u8);
    bytes
}

/// Splits off a piece that is preceded by its length.
pub(crate) fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut length = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        length |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return bytes[index + 1..].split_at_checked(length);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{custom_sections, without_custom_sections};

    fn module(sections: &[(u8, &[u8])]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        for (id, body) in sections {
            wasm.push(*id);
            wasm.push(0x80 | (body.len() as u8 & 0x7f));
            wasm.push((body.len() >> 7) as u8);
            wasm.extend(*body);
        }
        wasm
    }

    #[test]
    fn sections_are_found_by_name_among_others() {
        let wasm = module(&[
            (0, b"\x01ano"),
            (1, b"xx"),
            (0, b"\x02abyes"),
            (0, b"\x02abtoo"),
        ]);
        assert_eq!(
            custom_sections(&wasm, "ab").unwrap(),
            [&b"yes"[..], &b"too"[..]]
        );
        assert_eq!(custom_sections(&wasm, "abc").unwrap(), [&b""[..]; 0]);
    }

    #[test]
    fn a_section_is_taken_out_and_the_others_stay() {
        let wasm = module(&[(0, b"\x01ano"), (1, b"xx"), (0, b"\x02abyes")]);
        let without = module(&[(0, b"\x01ano"), (1, b"xx")]);
        assert_eq!(without_custom_sections(&wasm, "ab"), Some(without));
        assert_eq!(without_custom_sections(&wasm[..wasm.len() - 1], "ab"), None);
    }

    #[test]
    fn a_damaged_module_is_noticed() {
        let wasm = module(&[(0, b"\x02abyes")]);
        assert_eq!(custom_sections(&wasm[..wasm.len() - 1], "ab"), None);
        assert_eq!(custom_sections(b"no wasm", "ab"), None);
    }
}
