use std::io::Cursor;

use super::*;

fn found(kind: MediaKind, bytes: &[u8]) -> Content {
    measure(kind, &mut Cursor::new(bytes.to_vec())).unwrap()
}

fn why(kind: MediaKind, bytes: &[u8]) -> &'static str {
    match found(kind, bytes) {
        Content::Unusable(fault) => fault.why,
        other => panic!("{other:?}"),
    }
}

fn sound(ending: &'static str, seconds: u32) -> Content {
    Content::Sound { ending, seconds: Some(seconds) }
}

/// 8,000 bytes a second.
fn wav(seconds: u32) -> Vec<u8> {
    let length = seconds * 8_000;
    let mut file =
        b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0LIST\x03\0\0\0abc\0data"
            .to_vec();
    file.extend(length.to_le_bytes());
    file.resize(file.len() + length as usize, 128);
    file
}

/// Frames of 26 ms: 44,100 Hz, 128 kbit, 417 bytes.
fn mp3(frames: usize) -> Vec<u8> {
    let frame = [&[0xff, 0xfb, 0x90, 0x00][..], &[0; 413]].concat();
    frame.repeat(frames)
}

/// A first page with the head of Opus, and a last one on which so many samples have been.
fn opus(samples: u64) -> Vec<u8> {
    let page = |kind: u8, position: u64, body: &[u8]| {
        let mut page = b"OggS\0".to_vec();
        page.push(kind);
        page.extend(position.to_le_bytes());
        page.extend([0; 12]);
        page.extend([1, u8::try_from(body.len()).unwrap()]);
        page.extend(body);
        page
    };
    let head = b"OpusHead\x01\x01\x38\x01\x40\x1f\0\0\0\0\0";
    [page(2, 0, head), page(0, u64::MAX, &[0; 200]), page(4, samples, &[0; 99])].concat()
}

fn part(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&u32::try_from(body.len() + 8).unwrap().to_be_bytes(), &name[..], body].concat()
}

/// A film of 7.5 seconds, 640 by 360 as it lies in the file.
fn mp4(is_upright: bool) -> Vec<u8> {
    let mut head = vec![0; 100];
    head[12..16].copy_from_slice(&1_000_u32.to_be_bytes());
    head[16..20].copy_from_slice(&7_500_u32.to_be_bytes());
    let mut track = vec![0; 84];
    track[40..44].copy_from_slice(&(if is_upright { 0_u32 } else { 0x1_0000 }).to_be_bytes());
    track[76..80].copy_from_slice(&(640_u32 << 16).to_be_bytes());
    track[80..84].copy_from_slice(&(360_u32 << 16).to_be_bytes());
    let movie = [part(b"mvhd", &head), part(b"trak", &part(b"tkhd", &track))].concat();
    [part(b"ftyp", b"isom\0\0\0\0"), part(b"moov", &movie), part(b"mdat", &[7; 300])].concat()
}

fn element(id: &[u8], body: &[u8]) -> Vec<u8> {
    [id, &[0x80 | u8::try_from(body.len()).unwrap()], body].concat()
}

/// A film of 12.5 seconds, 320 by 240, whose length nobody has told.
fn webm() -> Vec<u8> {
    let info =
        [element(&[0x2a, 0xd7, 0xb1], &[0x0f, 0x42, 0x40]), element(&[0x44, 0x89], &12_500_f32.to_be_bytes())].concat();
    let video = [element(&[0xb0], &[1, 0x40]), element(&[0xba], &[240])].concat();
    let tracks = element(&[0xae], &element(&[0xe0], &video));
    let mut file = element(&[0x1a, 0x45, 0xdf, 0xa3], b"head");
    file.extend([0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    file.extend(element(&[0x15, 0x49, 0xa9, 0x66], &info));
    file.extend(element(&[0x16, 0x54, 0xae, 0x6b], &tracks));
    file.extend(element(&[0x1f, 0x43, 0xb6, 0x75], &[0; 40]));
    file
}

#[test]
fn the_length_is_that_of_the_file() {
    use MediaKind::{Film, Sound};
    assert_eq!(found(Sound, &wav(3)), sound("wav", 3));
    // 100 frames of 1,152 samples.
    assert_eq!(found(Sound, &mp3(100)), sound("mp3", 3));
    let tagged = [b"ID3\x04\0\0\0\0\x01\x00".to_vec(), vec![0xff; 128], mp3(100), b"TAG".to_vec()].concat();
    assert_eq!(found(Sound, &tagged), sound("mp3", 3));
    assert_eq!(found(Sound, &opus(48_000 * 61 + 312)), sound("ogg", 61));
    assert_eq!(found(Sound, &mp4(false)), sound("m4a", 8));
    let film = |ending, seconds, width, height| Content::Film { ending, seconds: Some(seconds), width, height };
    assert_eq!(found(Film, &mp4(false)), film("mp4", 8, 640, 360));
    assert_eq!(found(Film, &mp4(true)), film("mp4", 8, 360, 640));
    assert_eq!(found(Film, &webm()), film("webm", 13, 320, 240));
}

#[test]
fn the_first_frame_may_tell_of_all_the_others() {
    let mut file = mp3(20);
    file[36..40].copy_from_slice(b"Xing");
    file[43] = 3;
    file[44..48].copy_from_slice(&10_000_u32.to_be_bytes());
    let length = u32::try_from(file.len()).unwrap();
    file[48..52].copy_from_slice(&length.to_be_bytes());
    // 10,000 frames of 26 ms, whatever their length.
    assert_eq!(found(MediaKind::Sound, &file), sound("mp3", 262));
    file[48..52].copy_from_slice(&(length * 2).to_be_bytes());
    assert_eq!(why(MediaKind::Sound, &file), "truncated");
}

#[test]
fn what_is_no_sound_and_no_film_is_told() {
    use MediaKind::{Film, Sound};
    assert_eq!((why(Sound, b""), why(Film, b"")), ("empty", "empty"));
    let text = "Một đoạn chữ đổi đuôi thành bản ghi âm. ".repeat(3_000);
    assert_eq!((why(Sound, text.as_bytes()), why(Film, text.as_bytes())), ("other", "other"));
    assert_eq!((why(Film, &wav(1)), why(Sound, &webm()), why(Film, &mp3(9))), ("other", "other", "other"));
    for (kind, file) in [(Sound, wav(1)), (Sound, opus(48_000)), (Film, mp4(false))] {
        assert_eq!(why(kind, &file[..file.len() - 1]), "truncated");
    }
    // A recorder that was switched off wrote its sound and not where it lies.
    let broken_off = [part(b"ftyp", b"isom"), part(b"mdat", &[7; 300])].concat();
    assert_eq!(why(Film, &broken_off), "truncated");
}

#[test]
fn a_piece_of_a_file_never_panics_and_ends() {
    for file in [wav(1), mp3(6), opus(48_000), mp4(true), webm()] {
        for cut in (0..file.len()).step_by(1 + file.len() / 400) {
            for kind in [MediaKind::Sound, MediaKind::Film] {
                measure(kind, &mut Cursor::new(file[..cut].to_vec())).unwrap();
                let mut torn = file.clone();
                torn[cut] ^= 0xff;
                measure(kind, &mut Cursor::new(torn)).unwrap();
            }
        }
    }
    let loops = [part(b"ftyp", b"isom"), vec![0, 0, 0, 1, b'm', b'o', b'o', b'v', 0, 0, 0, 0, 0, 0, 0, 3]].concat();
    measure(MediaKind::Film, &mut Cursor::new(loops)).unwrap();
}
