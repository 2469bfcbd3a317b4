//! The keys that every kind has, and those of translations (DESIGN section 3).

use crate::schema::{Field, Role, Shape, field};

/// For whom an entry is written (REQUIREMENTS section 5).
pub const AUDIENCES: &[&str] =
    &["public", "women", "children", "upland", "returned", "businesses", "officials", "press"];

/// The steps of a review.
const STATUS: &[&str] = &["draft", "review", "approved"];

/// The keys of every original.
pub const FIELDS: &[Field] = &[
    field("title", &["tiêu đề", "tên", "tên bài", "tựa"], Shape::Line).required().translatable(),
    field("summary", &["tóm tắt", "mô tả", "sapo"], Shape::Text).translatable(),
    field("date", &["ngày", "ngày đăng"], Shape::Date),
    field("updated", &["cập nhật", "ngày cập nhật", "sửa ngày"], Shape::Date),
    field("kind", &["loại", "thể loại"], Shape::OneOf(super::NAMES)),
    field("original", &["bản gốc", "gốc"], Shape::Lang),
    field("entries", &["loại bài", "mục con", "các bài"], Shape::OneOf(super::NAMES)),
    field("topics", &["chủ đề", "từ khóa", "thẻ", "tags"], Shape::List(&Shape::Line)),
    // Of a number it says that it can be called from abroad, of other entries that people abroad will read them.
    field("abroad", &["nước ngoài", "gọi từ nước ngoài", "người ở nước ngoài"], Shape::Bool),
    field("audiences", &["đối tượng", "người đọc"], Shape::List(&Shape::OneOf(AUDIENCES))),
    field("units", &["đơn vị", "cơ quan"], Shape::List(&Shape::Slug)),
    field("sources", &["nguồn", "nguồn tin", "tham khảo"], Shape::List(&Shape::Line)),
    field("status", &["trạng thái", "tình trạng"], Shape::OneOf(STATUS)),
    field("reviewed_by", &["người duyệt", "duyệt bởi", "người đọc lại"], Shape::Line),
    field("publish_on", &["đăng từ", "hẹn đăng"], Shape::Date),
    field("expires_on", &["hết hạn", "gỡ ngày"], Shape::Date),
    field("review_by", &["xem lại trước", "rà soát trước", "hạn rà soát"], Shape::Date).role(Role::ReviewBy),
    field("order", &["thứ tự"], Shape::Count),
    field("aliases", &["địa chỉ cũ", "tên cũ"], Shape::List(&Shape::Line)),
    field("image", &["ảnh", "hình", "hình ảnh"], Shape::Group(IMAGE)).translatable(),
    field("audio", &["âm thanh", "ghi âm", "bản đọc"], Shape::Group(AUDIO)).translatable().role(Role::Audio),
    field("sensitive", &["nhạy cảm"], Shape::Bool),
    field("leave_quickly", &["thoát nhanh"], Shape::Bool),
    field("action", &["việc nên làm", "hành động"], Shape::Line).translatable(),
];

const IMAGE: &[Field] =
    &[field("file", &["tệp"], Shape::File).required(), field("alt", &["lời tả", "mô tả ảnh"], Shape::Line).required()];

/// What a translation may say of the picture.
pub const IMAGE_WORDS: &[Field] = &[field("alt", &["lời tả", "mô tả ảnh"], Shape::Line).required()];

const AUDIO: &[Field] = &[
    field("file", &["tệp"], Shape::File).required(),
    field("narrator", &["người đọc"], Shape::Line),
    field("minutes", &["số phút", "phút"], Shape::Count),
];

/// The keys that only translations have, and those that they share with originals without being words.
pub const TRANSLATION: &[Field] = &[
    field("translated_from", &["dịch từ"], Shape::Digest),
    field("reviewed_by", &["người duyệt", "duyệt bởi", "người đọc lại"], Shape::Line),
    field("status", &["trạng thái", "tình trạng"], Shape::OneOf(STATUS)),
    field("machine", &["máy dịch", "dịch máy"], Shape::Bool),
];

/// A real person's agreement; its record number must never be published.
const CONSENT: &[Field] = &[
    field("record", &["hồ sơ", "số hồ sơ"], Shape::Line).required().private(),
    field("scope", &["phạm vi"], Shape::Line).required().private(),
    field("until", &["đến ngày", "có giá trị đến"], Shape::Date).required().private(),
];

const DEIDENTIFIED: &[Field] = &[
    field("by", &["người làm"], Shape::Line).required().private(),
    field("on", &["ngày"], Shape::Date).required().private(),
    field("second", &["người kiểm tra"], Shape::Line).private(),
];

/// The agreement of a real person.
pub const CONSENT_FIELD: Field =
    field("consent", &["đồng ý", "chấp thuận"], Shape::Group(CONSENT)).private().role(Role::Person);

/// Who took out what a person could be known by.
pub const DEIDENTIFIED_FIELD: Field =
    field("deidentified", &["ẩn danh", "khử định danh"], Shape::Group(DEIDENTIFIED)).private().role(Role::Person);

/// An invented story.
pub const FICTION_FIELD: Field = field("fiction", &["hư cấu"], Shape::Bool).role(Role::Person);

/// A story put together from several.
pub const COMPOSITE_FIELD: Field = field("composite", &["tổng hợp", "ghép"], Shape::Bool).role(Role::Person);
