//! What a picture tells about its owner does not reach the output; what is no picture is told when it is read.

use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, RgbImage, RgbaImage};
use loa::Memo;
use loa::base::Digest;
use loa::disk::{Error, Held, Origins, locate, read_to_publish};
use loa::model::{Content, Item, MediaFault, Picture, Recipe, Source, Tree};

use crate::ground::{Ground, path, today};

const PLACE: &[u8] = b"16 deg 3 min 5.2 sec N, planted";
const COMMENT: &[u8] = b"phone of Ms Lan, planted";
const THUMBNAIL: &[u8] = b"\xff\xd8\xff a face before it was blurred, planted \xff\xd9";

/// 4 by 2: red on the left, blue on the right.
fn picture() -> DynamicImage {
    let paint = |x, _| if x < 2 { image::Rgb([250, 10, 10]) } else { image::Rgb([10, 10, 250]) };
    RgbImage::from_fn(4, 2, paint).into()
}

/// Points of which no two are alike, as in a photograph.
fn photo(width: u32, height: u32) -> DynamicImage {
    let paint = |x: u32, y: u32| image::Rgb([(x * 7 + y) as u8, (y * 5) as u8, ((x ^ y) * 3) as u8]);
    RgbImage::from_fn(width, height, paint).into()
}

/// An EXIF block with an orientation, a text and a small picture, which no reader needs to understand.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x01\0".to_vec();
    block.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    block.extend([0, 0, 0, 0]);
    block.extend(PLACE);
    block.extend(THUMBNAIL);
    block
}

fn encoded(picture: &DynamicImage, extension: &str, orientation: u8) -> Vec<u8> {
    let mut out = Vec::new();
    match extension {
        "png" => {
            let mut encoder = PngEncoder::new(&mut out);
            encoder.set_exif_metadata(exif(orientation)).unwrap();
            picture.write_with_encoder(encoder).unwrap();
            // A remark right behind the head of the picture.
            let mut remark = b"tEXtComment\0".to_vec();
            remark.extend(COMMENT);
            let sum = crc32(&remark).to_be_bytes();
            let length = u32::try_from(remark.len() - 4).unwrap().to_be_bytes();
            out.splice(33..33, [&length[..], &remark, &sum].concat());
        }
        "webp" => {
            let mut encoder = WebPEncoder::new_lossless(&mut out);
            encoder.set_exif_metadata(exif(orientation)).unwrap();
            picture.write_with_encoder(encoder).unwrap();
        }
        _ => {
            let mut encoder = JpegEncoder::new_with_quality(&mut out, 100);
            encoder.set_exif_metadata(exif(orientation)).unwrap();
            encoder.set_icc_profile(PLACE.to_vec()).unwrap();
            picture.write_with_encoder(encoder).unwrap();
            // A comment segment right after the start of the picture.
            let mut comment = vec![0xff, 0xfe, 0, u8::try_from(COMMENT.len() + 2).unwrap()];
            comment.extend(COMMENT);
            out.splice(2..2, comment);
        }
    }
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0_u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

fn holds(bytes: &[u8], planted: &[u8]) -> bool {
    bytes.windows(planted.len()).any(|window| window == planted)
}

/// What was found in a file of `content/`.
fn content(ground: &Ground, name: &str) -> Content {
    match &ground.read().snapshot.files[&path(&format!("content/{name}"))] {
        Source::Media(media) => media.content,
        Source::Text { .. } => panic!("{name} is a text"),
    }
}

fn fault(ground: &Ground, name: &str, bytes: impl AsRef<[u8]>) -> &'static str {
    ground.put(&format!("content/{name}"), bytes);
    match content(ground, name) {
        Content::Unusable(MediaFault { why, .. }) => why,
        other => panic!("{name} is {other:?}"),
    }
}

/// A tree with one picture made anew.
fn site(ground: &Ground, source: &str, target: &str, recipe: Recipe) -> (Tree, Origins) {
    let reading = ground.read();
    let digest = reading.snapshot.files[&path(source)].digest();
    let item = Item::Derived { source: path(source), digest, recipe };
    (Tree { files: [(path(target), item)].into() }, reading.origins)
}

#[test]
fn place_time_camera_and_comments_are_gone_and_the_picture_is_upright() {
    for (extension, made_as) in [("jpg", "jpg"), ("jpeg", "jpg"), ("png", "png"), ("webp", "png")] {
        let ground = Ground::new();
        let (source, target) = (format!("content/anh.{extension}"), format!("vi/anh.{made_as}"));
        let original = encoded(&picture(), extension, 6);
        assert!(holds(&original, PLACE), "{extension}: nothing was planted");
        ground.put(&source, &original);
        let (tree, origins) = site(&ground, &source, &target, Recipe::Picture { width: 2 });
        ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
        let made = ground.published()[&target].clone();
        for word in [PLACE, COMMENT, THUMBNAIL, b"Exif", b"EXIF", b"eXIf", b"ICC", b"tEXt", b"http://ns.adobe.com"] {
            assert!(!holds(&made, word), "{extension} holds {word:?}");
        }
        let upright = image::load_from_memory(&made).unwrap().to_rgb8();
        assert_eq!(upright.dimensions(), (2, 4), "{extension}");
        let (top, bottom) = (upright.get_pixel(0, 0), upright.get_pixel(0, 3));
        assert!(top[0] > 128 && bottom[2] > 128, "{extension}: {top:?} {bottom:?}");
    }
}

#[test]
fn no_byte_of_a_whole_site_tells_of_a_camera_or_of_the_name_of_a_picture() {
    let ground = Ground::new();
    let mut body = "---\ntitle: Một bài\nimage: {file: Lan-1.jpg, alt: Con đường}\n---\n".to_owned();
    for extension in ["jpg", "png", "webp"] {
        ground.put(&format!("content/Lan-1.{extension}"), encoded(&photo(900, 300), extension, 3));
        body += &format!("![Con đường {extension}](Lan-1.{extension})\n\n[Ảnh lớn](Lan-1.{extension})\n\n");
    }
    body += "![Cái loa](Lan-2.svg)\n";
    ground.put("content/Lan-2.svg", "<!-- Lan planted --><svg viewBox='0 0 9 9' id='a'><title>Lan</title></svg>");
    ground.put("loa.yml", "title: Trang\n");
    ground.put("content/vi.md", body);
    let reading = read_to_publish(&ground.site(), today(), Default::default()).unwrap();
    let built = loa::build(&reading.snapshot, &mut Memo::default());
    assert_eq!(built.diagnostics, []);
    ground.commit_by(&built.tree, &reading.origins, &ground.out(), &|_| Ok(())).unwrap();
    let published = ground.published();
    let pictures = published.keys().filter(|name| name.ends_with(".jpg") || name.ends_with(".png")).count();
    assert_eq!(pictures, 9, "three widths of three: {:?}", published.keys());
    for (name, bytes) in &published {
        for planted in [PLACE, COMMENT, THUMBNAIL, b"planted", b"Lan-1", b"Lan-2", b"Exif", b"eXIf", b"tEXt"] {
            assert!(!holds(bytes, planted) && !holds(name.as_bytes(), planted), "{name} holds {planted:?}");
        }
    }
}

#[test]
fn the_size_of_a_picture_is_that_of_the_upright_one_whatever_its_name() {
    let ground = Ground::new();
    for extension in ["jpg", "png", "webp"] {
        for orientation in 1..=8 {
            let name = format!("content/{extension}-{orientation}.{extension}");
            ground.put(&name, encoded(&picture(), extension, orientation));
        }
    }
    ground.put("content/that-ra-png.jpg", encoded(&picture(), "png", 1));
    ground.put("content/that-ra-jpg.webp", encoded(&photo(20, 10), "jpg", 1));
    ground.put("content/dai.jpg", [encoded(&picture(), "jpg", 6), vec![0; 3_000_000]].concat());
    ground.put("content/nam-le.mp3", encoded(&picture(), "jpg", 1));
    ground.put("static/logo.png", encoded(&picture(), "png", 1));
    for extension in ["jpg", "png", "webp"] {
        for orientation in 1..=8 {
            let (width, height) = if orientation < 5 { (4, 2) } else { (2, 4) };
            let ending = if extension == "jpg" { "jpg" } else { "png" };
            let found = content(&ground, &format!("{extension}-{orientation}.{extension}"));
            assert_eq!(found, Content::Picture(Picture { width, height, ending }), "{extension} {orientation}");
        }
    }
    let is = |width, height, ending| Content::Picture(Picture { width, height, ending });
    assert_eq!(content(&ground, "that-ra-png.jpg"), is(4, 2, "png"));
    assert_eq!(content(&ground, "that-ra-jpg.webp"), is(20, 10, "jpg"));
    assert_eq!(content(&ground, "dai.jpg"), is(2, 4, "jpg"));
    assert_eq!(content(&ground, "nam-le.mp3"), Content::Unusable(MediaFault::of("other")));
}

#[test]
fn what_is_made_suits_what_is_seen() {
    let ground = Ground::new();
    let ending = |name: &str, picture: DynamicImage| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        ground.put(&format!("content/{name}.png"), bytes.into_inner());
        match content(&ground, &format!("{name}.png")) {
            Content::Picture(picture) => picture.ending,
            other => panic!("{name} is {other:?}"),
        }
    };
    assert_eq!(ending("anh-chup", photo(600, 400)), "jpg");
    assert_eq!(ending("hinh-ve", RgbImage::from_pixel(2000, 900, image::Rgb([9, 8, 7])).into()), "png");
    assert_eq!(ending("nhin-qua", RgbaImage::from_pixel(2, 2, image::Rgba([9, 8, 7, 6])).into()), "png");
    assert_eq!(
        ending("khong-nhin-qua", RgbaImage::from_fn(99, 9, |x, y| image::Rgba([x as u8, y as u8, 7, 255])).into()),
        "jpg"
    );
}

#[test]
fn what_is_no_picture_is_told_when_it_is_read_and_never_passed_on() {
    let ground = Ground::new();
    let (jpg, png, webp) =
        (encoded(&photo(64, 64), "jpg", 1), encoded(&photo(64, 64), "png", 1), encoded(&photo(64, 64), "webp", 1));
    assert_eq!(fault(&ground, "a.jpg", ""), "empty");
    assert_eq!(fault(&ground, "b.jpg", "no picture"), "other");
    assert_eq!(fault(&ground, "c.jpg", "GIF89a\x01\0\x01\0"), "gif");
    assert_eq!(fault(&ground, "d.png", "\0\0\0\x18ftypheic\0\0\0\0mif1"), "heic");
    assert_eq!(fault(&ground, "e.webp", "\0\0\0\x18ftypavif\0\0\0\0"), "avif");
    assert_eq!(fault(&ground, "f.jpg", "II*\0\x08\0\0\0"), "tiff");
    assert_eq!(fault(&ground, "g.png", "BM\x01\x02"), "bmp");
    assert_eq!(fault(&ground, "h.jpg", &jpg[..jpg.len() - 2]), "truncated");
    assert_eq!(fault(&ground, "i.jpg", &jpg[..jpg.len() / 2]), "truncated");
    assert_eq!(fault(&ground, "j.png", &png[..png.len() / 2]), "truncated");
    assert_eq!(fault(&ground, "k.webp", &webp[..webp.len() / 2]), "truncated");
    let mut torn = png.clone();
    let middle = torn.len() - 200;
    torn[middle..middle + 20].fill(0x55);
    assert_eq!(fault(&ground, "l.png", torn), "corrupt");
    // Nothing but ones is no word of any table.
    let mut torn = jpg.clone();
    let middle = torn.len() / 2;
    torn.splice(middle..middle + 200, [0xff, 0x00].repeat(100));
    assert_eq!(fault(&ground, "m.jpg", torn), "corrupt");

    let (tree, origins) = site(&ground, "content/i.jpg", "vi/i.jpg", Recipe::Picture { width: 64 });
    let refused = ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap_err();
    assert!(matches!(&refused, Error::Picture { path, .. } if path.ends_with("i.jpg")), "{refused}");
    assert_eq!(refused.exit_code(), 1);
    assert!(!ground.out().exists());
}

#[test]
fn a_picture_of_impossible_size_is_told_and_not_decoded() {
    let ground = Ground::new();
    let mut png = encoded(&picture(), "png", 1);
    for (width, height) in [(30_000_u32, 30_000_u32), (0x7fff, 0x7fff), (16_000, 16_000)] {
        // Width and height stand at fixed places in the first block; its check sum follows.
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc32(&png[12..29]).to_be_bytes();
        png[29..33].copy_from_slice(&sum);
        assert_eq!(fault(&ground, "bom.png", &png), "huge", "{width} {height}");
    }
    // In a JPEG they stand in the frame's header.
    let mut jpg = encoded(&photo(16, 16), "jpg", 1);
    let frame = jpg.windows(4).position(|mark| mark[..2] == [0xff, 0xc0] && mark[2] == 0).unwrap();
    jpg[frame + 5..frame + 9].copy_from_slice(&[0x75, 0x30, 0x75, 0x30]);
    assert_eq!(fault(&ground, "bom.jpg", &jpg), "huge");
}

#[test]
fn moving_pictures_and_inks_are_told() {
    let ground = Ground::new();
    let mut png = encoded(&picture(), "png", 1);
    let mut moving = b"acTL\0\0\0\x02\0\0\0\0".to_vec();
    moving.extend(crc32(&moving).to_be_bytes());
    png.splice(33..33, [&8_u32.to_be_bytes()[..], &moving].concat());
    assert_eq!(fault(&ground, "dong.png", png), "animated");

    let mut cmyk = Vec::new();
    let ink = vec![9; 8 * 8 * 4];
    jpeg_encoder::Encoder::new(&mut cmyk, 90).encode(&ink, 8, 8, jpeg_encoder::ColorType::Cmyk).unwrap();
    assert_eq!(fault(&ground, "in.jpg", cmyk), "cmyk");
}

#[test]
fn a_piece_of_a_picture_is_never_taken_for_the_whole_and_never_panics() {
    let ground = Ground::new();
    for extension in ["jpg", "png", "webp"] {
        let whole = encoded(&photo(40, 24), extension, 6);
        let cuts: Vec<usize> = (0..whole.len()).step_by(1 + whole.len() / 60).chain([whole.len() - 1]).collect();
        for cut in &cuts {
            ground.put(&format!("content/{cut}.{extension}"), &whole[..*cut]);
        }
        let snapshot = ground.read().snapshot;
        for cut in cuts {
            let source = &snapshot.files[&path(&format!("content/{cut}.{extension}"))];
            let Source::Media(media) = source else { panic!("a text") };
            assert!(matches!(media.content, Content::Unusable(_)), "{extension} {cut} {:?}", media.content);
        }
    }
}

#[test]
fn a_picture_is_decoded_once_and_always_made_the_same() {
    let read = |ground: &Ground| read_to_publish(&ground.site(), today(), Default::default()).unwrap();
    let cache = |ground: &Ground| -> Vec<(String, Vec<u8>)> {
        let files = fs::read_dir(ground.site().join(".loa/cache")).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = files
            .map(|file| (file.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&file).unwrap()))
            .collect();
        files.sort();
        files
    };
    let (one, other) = (Ground::new(), Ground::new());
    for ground in [&one, &other] {
        ground.put("content/anh.jpg", encoded(&photo(900, 600), "jpg", 3));
        read(ground);
    }
    let kept = cache(&one);
    assert_eq!(kept, cache(&other));
    assert_eq!(
        kept.len(),
        4,
        "what was found, and three widths: {:?}",
        kept.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    // What was found is believed: another word in its place comes back.
    let note = kept.iter().find(|(name, _)| name.ends_with(".media")).unwrap();
    fs::write(one.site().join(".loa/cache").join(&note.0), "picture 7 7 png\n").unwrap();
    assert_eq!(content(&one, "anh.jpg"), Content::Picture(Picture { width: 7, height: 7, ending: "png" }));
    // What nobody wrote so is not.
    fs::write(one.site().join(".loa/cache").join(&note.0), "picture 7 7").unwrap();
    assert_eq!(content(&one, "anh.jpg"), Content::Picture(Picture { width: 900, height: 600, ending: "jpg" }));

    // The cache is used, and may be deleted.
    let recipe = Recipe::Picture { width: 720 };
    let (tree, origins) = site(&one, "content/anh.jpg", "vi/anh.jpg", recipe);
    let target = path("vi/anh.jpg");
    let Held::Cache(held) = locate(&target, &tree.files[&target], &origins, &one.site()).unwrap() else {
        panic!("not in the cache")
    };
    let first = fs::read(&held).unwrap();
    fs::remove_dir_all(one.site().join(".loa")).unwrap();
    one.commit_by(&tree, &origins, &one.out(), &|_| Ok(())).unwrap();
    assert_eq!(one.published()["vi/anh.jpg"], first);
    fs::remove_file(one.site().join("content/anh.jpg")).unwrap();
    one.commit_by(&tree, &origins, &one.out(), &|_| Ok(())).unwrap();
    fs::remove_dir_all(one.site().join(".loa")).unwrap();
    let lost = one.commit_by(&tree, &origins, &one.out(), &|_| Ok(())).unwrap_err();
    assert!(matches!(lost, Error::Changed { .. }), "{lost}");
}

#[test]
fn a_reading_that_publishes_nothing_writes_nothing() {
    let ground = Ground::new();
    ground.put("content/anh.jpg", encoded(&photo(900, 600), "jpg", 1));
    ground.read();
    assert!(!ground.site().join(".loa").exists());
}

// Caches on other machines hold what was made before. If this fails after an update of the decoder or an encoder,
// `disk/studio.rs` needs another version, or two machines publish different bytes.
#[test]
fn what_a_recipe_makes_is_the_same_for_ever() {
    let mut made = Vec::new();
    for extension in ["jpg", "png", "webp"] {
        let ground = Ground::new();
        let picture = match extension {
            "jpg" => photo(461, 43),
            _ => DynamicImage::from(photo(461, 43).to_rgba8()).brighten(9).into_luma_alpha16().into(),
        };
        ground.put(&format!("content/anh.{extension}"), encoded(&picture, extension, 1));
        let ending = match content(&ground, &format!("anh.{extension}")) {
            Content::Picture(picture) => picture.ending,
            other => panic!("{other:?}"),
        };
        let target = format!("vi/anh.{ending}");
        let source = format!("content/anh.{extension}");
        let (tree, origins) = site(&ground, &source, &target, Recipe::Picture { width: 360 });
        ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
        made.push(format!("{extension} {ending} {}", Digest::of(&ground.published()[&target]).short(16)));
    }
    assert_eq!(made, ["jpg jpg b47fedeeb6af36ef", "png jpg 88e2345a293355f7", "webp jpg a6310bb8234c9d1e"]);
}

#[test]
fn every_kind_of_pixel_can_be_made_into_a_picture_within_its_weight() {
    let ground = Ground::new();
    let base = photo(450, 150);
    let kinds: [(&str, DynamicImage); 8] = [
        ("rgb8", base.to_rgb8().into()),
        ("rgba8", base.to_rgba8().into()),
        ("rgb16", base.to_rgb16().into()),
        ("rgba16", base.to_rgba16().into()),
        ("luma8", base.to_luma8().into()),
        ("luma16", base.to_luma16().into()),
        ("lumaa8", base.to_luma_alpha8().into()),
        ("lumaa16", base.to_luma_alpha16().into()),
    ];
    for (name, picture) in kinds {
        let source = format!("content/{name}.png");
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        ground.put(&source, bytes.into_inner());
        for width in [360, 450] {
            let target = format!("vi/{name}.jpg");
            let (tree, origins) = site(&ground, &source, &target, Recipe::Picture { width });
            ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
            let made = ground.published()[&target].clone();
            assert_eq!(image::guess_format(&made).unwrap(), ImageFormat::Jpeg, "{target}");
            assert!(made.len() <= if width == 360 { 16 * 1024 } else { 35 * 1024 }, "{target}: {}", made.len());
            assert_eq!(image::load_from_memory(&made).unwrap().width(), width, "{target}");
        }
    }
}
