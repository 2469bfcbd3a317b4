//! What a picture tells about its owner does not reach the output.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder, RgbImage};
use loa::base::Digest;
use loa::disk::{Error, Held, Origins, locate};
use loa::model::{Item, Recipe, Source, Tree};

use crate::ground::{Ground, path};

const PLACE: &[u8] = b"16 deg 3 min 5.2 sec N, planted";
const COMMENT: &[u8] = b"phone of Ms Lan, planted";

/// 4 by 2: red on the left, blue on the right.
fn picture() -> DynamicImage {
    let paint = |x, _| if x < 2 { image::Rgb([250, 10, 10]) } else { image::Rgb([10, 10, 250]) };
    RgbImage::from_fn(4, 2, paint).into()
}

/// An EXIF block with an orientation and a text, which no reader needs to understand.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x01\0".to_vec();
    block.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    block.extend([0, 0, 0, 0]);
    block.extend(PLACE);
    block
}

fn encoded(extension: &str, orientation: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let picture = picture();
    match extension {
        "png" => {
            let mut encoder = PngEncoder::new(&mut out);
            encoder.set_exif_metadata(exif(orientation)).unwrap();
            picture.write_with_encoder(encoder).unwrap();
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

fn holds(bytes: &[u8], planted: &[u8]) -> bool {
    bytes.windows(planted.len()).any(|window| window == planted)
}

/// A tree with one picture made anew.
fn site(ground: &Ground, source: &str, target: &str) -> (Tree, Origins) {
    let reading = ground.read();
    let digest = reading.snapshot.files[&path(source)].digest();
    let item = Item::Derived { source: path(source), digest, recipe: Recipe::CleanPicture };
    (Tree { files: [(path(target), item)].into() }, reading.origins)
}

#[test]
fn place_time_camera_and_comments_are_gone_and_the_picture_is_upright() {
    for extension in ["jpg", "jpeg", "png", "webp"] {
        let ground = Ground::new();
        let (source, target) = (format!("content/anh.{extension}"), format!("vi/anh.{extension}"));
        let original = encoded(extension, 6);
        assert!(holds(&original, PLACE), "{extension}: nothing was planted");
        ground.put(&source, &original);
        let (tree, origins) = site(&ground, &source, &target);
        ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
        let made = ground.published()[&target].clone();
        assert!(!holds(&made, PLACE) && !holds(&made, COMMENT), "{extension}");
        for word in [&b"Exif"[..], b"EXIF", b"eXIf", b"ICC", b"http://ns.adobe.com"] {
            assert!(!holds(&made, word), "{extension} holds {word:?}");
        }
        let upright = image::load_from_memory(&made).unwrap().to_rgb8();
        assert_eq!(upright.dimensions(), (2, 4), "{extension}");
        let (top, bottom) = (upright.get_pixel(0, 0), upright.get_pixel(0, 3));
        assert!(top[0] > 128 && bottom[2] > 128, "{extension}: {top:?} {bottom:?}");
    }
}

#[test]
fn the_size_of_a_picture_is_that_of_the_upright_one() {
    let ground = Ground::new();
    for extension in ["jpg", "png", "webp"] {
        for orientation in 1..=8 {
            ground.put(&format!("content/{extension}-{orientation}.{extension}"), encoded(extension, orientation));
        }
    }
    // What a file is called does not matter, nor what follows the picture.
    ground.put("content/that-ra-png.jpg", encoded("png", 1));
    ground.put("content/dai.jpg", [encoded("jpg", 6), vec![0; 3_000_000]].concat());
    ground.put("content/dai.webp", [encoded("webp", 1), vec![0; 3_000_000]].concat());
    ground.put("content/khong.jpg", "no picture");
    ground.put("content/rong.png", "bc36e3fac7ba8ac7");
    ground.put("content/mp3.mp3", encoded("jpg", 1));
    let snapshot = ground.read().snapshot;
    let size = |name: &str| match &snapshot.files[&path(&format!("content/{name}"))] {
        Source::Media(media) => media.dimensions,
        Source::Text { .. } => panic!("{name} is a text"),
    };
    for extension in ["jpg", "png", "webp"] {
        for orientation in 1..=8 {
            let expected = if orientation < 5 { (4, 2) } else { (2, 4) };
            assert_eq!(
                size(&format!("{extension}-{orientation}.{extension}")),
                Some(expected),
                "{extension} {orientation}"
            );
        }
    }
    assert_eq!(
        [size("that-ra-png.jpg"), size("dai.jpg"), size("dai.webp")],
        [Some((4, 2)), Some((2, 4)), Some((4, 2))]
    );
    assert_eq!([size("khong.jpg"), size("rong.png"), size("mp3.mp3")], [None; 3]);
}

#[test]
fn a_picture_of_impossible_size_has_none_and_is_not_decoded() {
    let ground = Ground::new();
    let mut png = encoded("png", 1);
    // Width and height stand at fixed places in the first block; its check sum follows.
    png[16..24].copy_from_slice(&[0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff]);
    let sum = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    ground.put("content/bom.png", &png);
    let Source::Media(media) = ground.read().snapshot.files[&path("content/bom.png")] else { panic!("a text") };
    assert_eq!(media.dimensions, None);
    let (tree, origins) = site(&ground, "content/bom.png", "vi/bom.png");
    let refused = ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap_err();
    assert!(matches!(refused, Error::Picture { .. }), "{refused}");
    assert_eq!(refused.exit_code(), 1);
    assert!(!ground.out().exists());
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0_u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[test]
fn a_picture_is_made_once_and_always_the_same() {
    let bytes = |ground: &Ground| {
        ground.put("content/anh.jpg", encoded("jpg", 3));
        let (tree, origins) = site(ground, "content/anh.jpg", "vi/anh.jpg");
        let written = ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
        (written.written, ground.published()["vi/anh.jpg"].clone(), tree, origins)
    };
    let (one, other) = (Ground::new(), Ground::new());
    let (written, first, tree, origins) = bytes(&one);
    assert_eq!((written, &first), (2, &bytes(&other).1));
    assert_eq!(bytes(&one).0, 0, "nothing to do");

    let cache: Vec<_> =
        fs::read_dir(one.site().join(".loa/cache")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(cache.len(), 1, "{cache:?}");
    let target = path("vi/anh.jpg");
    let held = locate(&target, &tree.files[&target], &origins, &one.site()).unwrap();
    assert_eq!(held, Held::Cache(cache[0].clone()));
    // The cache is used, and may be deleted.
    fs::remove_file(one.site().join("content/anh.jpg")).unwrap();
    one.commit_by(&tree, &origins, &one.out(), &|_| Ok(())).unwrap();
    fs::remove_dir_all(one.site().join(".loa")).unwrap();
    let lost = one.commit_by(&tree, &origins, &one.out(), &|_| Ok(())).unwrap_err();
    assert!(matches!(lost, Error::Changed { .. }), "{lost}");
    assert_eq!(bytes(&one).1, first);
}

// Caches on other machines hold what the recipe made before. If this fails after an update of the decoder or an
// encoder, the recipe needs a new name in `disk/cache.rs`, or two machines publish different bytes.
#[test]
fn what_a_recipe_makes_is_the_same_for_ever() {
    for (extension, expected) in
        [("jpg", "bc36e3fac7ba8ac7"), ("png", "657ab5f06e0f3fe7"), ("webp", "f3e0088f93c3fd8a")]
    {
        let ground = Ground::new();
        let paint = |x: u32, y: u32| image::Rgb([(x * 7) as u8, (y * 5) as u8, (x * y) as u8]);
        let picture = DynamicImage::from(RgbImage::from_fn(61, 43, paint));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        ground.put("content/anh.jpg", bytes.into_inner());
        let target = format!("vi/anh.{extension}");
        let (tree, origins) = site(&ground, "content/anh.jpg", &target);
        ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
        assert_eq!(Digest::of(&ground.published()[&target]).short(16), expected, "{extension}");
    }
}

#[test]
fn what_is_no_picture_is_never_passed_on() {
    let ground = Ground::new();
    for (name, bytes) in
        [("a.jpg", b"no picture".to_vec()), ("b.png", encoded("png", 1)[..60].to_vec()), ("c.jpg", Vec::new())]
    {
        let source = format!("content/{name}");
        ground.put(&source, bytes);
        let (tree, origins) = site(&ground, &source, &format!("vi/{name}"));
        let refused = ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap_err();
        assert!(matches!(&refused, Error::Picture { path, .. } if path.ends_with(name)), "{refused}");
    }
    ground.put("content/d.png", encoded("png", 1));
    let (tree, origins) = site(&ground, "content/d.png", "vi/d.gif");
    let refused = ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap_err();
    assert!(matches!(refused, Error::Picture { .. }), "{refused}");
    assert!(!ground.out().exists());
}

#[test]
fn every_kind_of_pixel_can_be_made_into_every_kind_of_file() {
    let ground = Ground::new();
    let one = |picture: DynamicImage| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    };
    let base = picture();
    let kinds = [
        ("rgb8", base.to_rgb8().into()),
        ("rgba8", base.to_rgba8().into()),
        ("rgb16", base.to_rgb16().into()),
        ("rgba16", base.to_rgba16().into()),
        ("luma8", base.to_luma8().into()),
        ("luma16", base.to_luma16().into()),
        ("lumaa8", base.to_luma_alpha8().into()),
        ("lumaa16", DynamicImage::from(base.to_luma_alpha16())),
    ];
    for (name, picture) in kinds {
        let source = format!("content/{name}.png");
        ground.put(&source, one(picture));
        for extension in ["jpg", "png", "webp"] {
            let target = format!("vi/{name}.{extension}");
            let (tree, origins) = site(&ground, &source, &target);
            ground.commit_by(&tree, &origins, &ground.out(), &|_| Ok(())).unwrap();
            let made = ground.published()[&target].clone();
            let format = image::guess_format(&made).unwrap();
            assert!(format.extensions_str().contains(&extension), "{target} is {format:?}");
            assert_eq!(image::load_from_memory(&made).unwrap().width(), 4, "{target}");
        }
    }
    assert!(Path::new(&ground.site().join(".loa/cache")).exists());
}
