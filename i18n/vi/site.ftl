# Lời của giao diện, bản gốc. Số điện thoại không bao giờ viết ở đây: chương trình lấy từ sổ đường dây nóng ($number).
# Không dùng one, few, many: chỉ [0], [1] và *[other]. Hàm của chương trình: NUM() chấm hàng nghìn, DATE() thêm số 0.

## Ngày tháng

date-long = ngày { DATE($day) } tháng { DATE($month, pad: 3) } năm { $year }
date-short = { DATE($day) }/{ DATE($month, pad: 3) }/{ $year }
weekday-1 = T2
weekday-2 = T3
weekday-3 = T4
weekday-4 = T5
weekday-5 = T6
weekday-6 = T7
weekday-7 = CN

## Khung trang

skip = Chuyển đến nội dung
menu = Mục lục
home = Trang chủ
you-are-here = Bạn đang ở
language-of-page = Ngôn ngữ
choose-language = Chọn ngôn ngữ
has-audio = Có bản nghe
not-translated = chưa có bản dịch
responsible = Cơ quan phụ trách
updated = Cập nhật
privacy = Trang này không đặt cookie, không đếm người xem. Máy chủ hoặc mạng bạn dùng vẫn có thể ghi lại trang đã mở.
feed = Tin mới (Atom)

## Gọi và rời trang

call = Gọi
call-now = Gọi ngay
when-you-call = Gọi thì chuyện gì xảy ra?
need-help = Bạn cần giúp?
leave = Thoát nhanh
leave-twice = Bấm phím Shift hai lần nữa để thoát nhanh.
leave-once = Bấm phím Shift một lần nữa để thoát nhanh.
leave-honest = Nút “Thoát nhanh” đổi sang một trang khác, như trang lịch. Nút này không xóa lịch sử trình duyệt. Người giữ máy vẫn có thể xem trang đã mở và số đã gọi.
hours = Giờ trực
fee = Cước gọi
from-abroad = Gọi từ nước ngoài
abroad-yes = Gọi được từ nước ngoài
abroad-no = Gọi trong nước
possible = Được
not-possible = Không được
abroad-question = Bạn đang ở nước ngoài?
abroad-embassy = Hãy tìm Đại sứ quán hoặc Tổng lãnh sự quán Việt Nam nơi gần nhất.
abroad-help = Số này chỉ gọi được ở Việt Nam. Nếu bạn đang ở nước ngoài, hãy tìm Đại sứ quán hoặc Tổng lãnh sự quán Việt Nam nơi gần nhất.
answers-by = Nơi trả lời
languages-spoken = Trả lời bằng
checked = Kiểm tra
checked-on = kiểm tra
unverified = chưa kiểm tra lại
number-replaced = Số này đã được thay, đừng gọi số này nữa.
number-new = Hãy gọi
now-number = nay là

## Về một bài

about-page = Về trang này
in-this-page = Trong trang này
kind = Loại
published = Đăng
review-by = Xem lại trước
reviewed-by = Người duyệt
audiences = Dành cho
units = Đơn vị
sector = Ngành
reading-time = Đọc trong { $n } phút
minutes = { $n } phút
seconds = { $n } giây
listen = Nghe trang này
listen-is-this-page = Lời đọc là chính trang này
narrator = Người đọc
download-file = Tải tệp về
transcript-of-sound = Đọc lời của bản ghi
transcript-of-film = Đọc lời của đoạn phim
action = Một việc nên làm hôm nay
sources = Nguồn
taken-from = Nguồn
topics = Chủ đề
topic = Chủ đề
open-original = Mở bản gốc

## Lời báo

draft = Bản nháp.
draft-note = Bài này chưa được duyệt, chưa được đăng.
fallback-notice = trang này chưa có bản dịch.
fallback-shown = Bài dưới đây viết bằng
fallback-help = Bạn không đọc được? Hãy nhờ một người bạn tin đọc cho nghe.
outdated-notice = Bản dịch này cũ hơn bản gốc.
outdated-since = Bản gốc đã sửa
label-fiction = Câu chuyện hư cấu
label-fiction-note = Không có nhân vật thật nào trong bài.
label-fiction-short = hư cấu
label-composite = Câu chuyện tổng hợp
label-composite-note = Bài ghép từ nhiều chuyện, không kể về riêng một người nào.
label-composite-short = tổng hợp

## Các loại bài

kind-page = Trang
kind-article = Bài viết
kind-alert = Cảnh báo
kind-story = Câu chuyện
kind-guide = Hướng dẫn
kind-hotline = Đường dây nóng
kind-document = Văn bản
kind-event = Sự kiện
kind-script = Kịch bản truyền thanh

form-news = Tin
form-article = Bài viết
form-feature = Ký sự
form-report = Phóng sự

document-number = Số, ký hiệu
issuer = Cơ quan ban hành
issued-on = Ngày ban hành
in-force-on = Có hiệu lực
signer = Người ký
file = Tệp
standing-in-force = Đang có hiệu lực
standing-ended = Đã hết hiệu lực
standing-replaced = Đã được thay thế
replaced-by = Nay dùng
replaces = Thay cho

event-past = Sự kiện này đã qua.
event-day = Ngày
first-on = Lần đầu
until = đến
repeats = Lặp lại
add-to-calendar = Thêm vào lịch của bạn
yearly = hằng năm
next-on = Lần tới

cast = Các vai
duration = Thời lượng

sector-culture = dịch vụ văn hóa
sector-sport = dịch vụ thể thao
sector-tourism = du lịch, lưu trú
sector-foreign-marriage = kết hôn có yếu tố nước ngoài
sector-adoption = cho, nhận con nuôi
sector-job-placement = giới thiệu việc làm
sector-work-abroad = đưa người đi làm việc ở nước ngoài

audience-public = mọi người
audience-women = phụ nữ
audience-children = trẻ em, học sinh
audience-upland = bà con vùng cao, vùng xa
audience-returned = người trở về và gia đình
audience-businesses = cơ sở dịch vụ
audience-officials = cán bộ, tuyên truyền viên
audience-press = báo chí

## Trong bài

callout-signs = Dấu hiệu
callout-act = Làm gì
callout-call = Gọi ai
callout-warning = Trước khi đọc
callout-note = Lưu ý
footnotes = Chú thích
task-done = Đã làm:
task-open = Chưa làm:
file-size-kb = { $n } KB
file-size-mb = { $whole },{ $tenth } MB

## Danh mục

list = Các bài
entries-count = { $count ->
    [0] Chưa có bài nào
   *[other] { NUM($count) } bài
}
page-number = Trang { $n }
pages = Các trang của danh mục
previous = Trước
next = Sau
a-z = Danh mục A-Z
a-z-other = Số và chữ khác
a-z-strokes = { $n } nét
letters = Chữ cái đầu
know-now = Nên biết lúc này
coming-up = Sắp tới
see-all = Xem tất cả

## Tìm kiếm

search = Tìm kiếm
search-found = Số trang tìm thấy
search-none = Không tìm thấy. Hãy thử từ khác, hoặc xem

## Chia sẻ và trình chiếu

use-page = Dùng trang này
share-facebook = Chia sẻ lên Facebook
share-send = Gửi cho người khác
share-copy = Chép địa chỉ trang
share-copied = Đã chép.
share-code = Mã QR của trang
screens = Trình chiếu
screens-end = Thôi trình chiếu
screen-before = Màn hình trước
screen-after = Màn hình sau

## Trang riêng

not-found = Không tìm thấy trang này
not-found-note = Có thể địa chỉ đã đổi, hoặc trang không còn nữa. Bạn không làm sai điều gì.
moved = Trang đã chuyển chỗ
calendar-title = Lịch năm { $year }
calendar-month = Tháng { $n }
