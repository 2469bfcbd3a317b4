### Lời của loa với người viết, bằng tiếng Việt. Đây là bản gốc; i18n/en/diagnostics.ftl có đúng các tên này.
###
### Mỗi mã lỗi là một thông báo:
###   giá trị  điều đã xảy ra, một dòng, không chấm cuối câu
###   .short   như giá trị, khi thiếu một biến không phải lúc nào cũng có
###   .label   lời đặt ngay dưới chỗ sai
###   .rule    quy tắc, dành cho "loa explain"
###   .why     vì sao điều này đáng sửa
###   .help    cách sửa
###   .paste   lời đứng trước các dòng để dán, khi không phải là "sửa thành"
###   .bad     trường hợp chưa đúng        .good  trường hợp đúng
### Thuộc tính mang tên của một biến (.right, .known, .since…) chỉ được nói khi có biến ấy.
### Trong .rule, .why, .help, .bad, .good không có biến, để "loa explain" nói được chúng mà không cần tệp nào.

## Phần đầu tệp: các mục

unknown-key = loa không biết mục "{ $key }"
    .rule = phần đầu tệp chỉ dùng những tên mục mà loa biết, viết đúng từng chữ.
    .why = mục viết khác tên sẽ không có tác dụng, và điều đã ghi ở đó không lên trang.
    .help = hãy sửa lại tên mục, hoặc bỏ dòng này.
    .right = Có phải mục cần viết là "{ $right }"?
    .known = Ở đây dùng được các mục: { $known }.
    .bad = tieu_de: Việc nhẹ, lương cao
    .good = title: Việc nhẹ, lương cao

duplicate-key = mục "{ $key }" được ghi hai lần
    .label = lần ghi thứ hai
    .rule = mỗi mục chỉ ghi một lần trong một tệp.
    .why = loa không thể biết nên theo dòng nào.
    .help = hãy giữ dòng đúng và bỏ dòng kia.
    .bad =
        date: 2026-07-30
        date: 2026-08-01
    .good = date: 2026-08-01

missing-key = thiếu mục "{ $key }"
    .label = thêm vào đây
    .rule = mỗi loại bài có vài mục không thể thiếu.
    .why = thiếu mục này, trang không nói đủ điều người đọc cần, hoặc không ai biết khi nào phải xem lại.
    .help = hãy thêm mục này vào phần đầu tệp, giữa hai dòng ---.
    .paste = thêm dòng
    .bad =
        ---
        title: Mời gọi đi làm xa
        ---
    .good =
        ---
        title: Mời gọi đi làm xa
        review_by: 2027-01-30
        ---

missing-value = mục "{ $key }" còn để trống
    .label = chưa có gì sau dấu hai chấm
    .rule = mục bắt buộc phải có giá trị.
    .why = trang không thể thiếu điều này.
    .help = hãy ghi giá trị vào sau dấu hai chấm và một dấu cách.
    .bad = title:
    .good = title: Mời gọi đi làm xa

wrong-type = mục "{ $key }" cần { expected }
    .rule = mỗi mục nhận một dạng giá trị: một dòng chữ, một ngày, một con số, một danh sách…
    .why = loa không đoán thay bạn, vì đoán sai thì trang cũng sai theo.
    .help = hãy viết lại giá trị đúng dạng ấy.
    .bad = order: đứng đầu
    .good = order: 1

bad-date = mục "{ $key }" cần một ngày, loa không đọc được "{ $value }"
    .label = chưa thành một ngày
    .rule = ngày viết theo dạng 2026-07-30, hoặc ngày trước tháng sau: 30/7/2026, 30-07-2026.
    .why = viết thiếu ngày hay đảo chỗ thì không ai chắc đó là hôm nào.
    .help = hãy viết đủ ngày, tháng, năm, ví dụ 2026-07-30 hoặc 30/7/2026.
    .bad = date: 7/2026
    .good = date: 2026-07-30

no-such-day = trên lịch không có ngày "{ $value }" (mục "{ $key }")
    .label = không có ngày này
    .rule = ngày ghi trong tệp phải là một ngày có thật trên lịch. Loa đọc ngày trước, tháng sau.
    .why = ngày không có thật thì trang không thể hẹn đăng, hết hạn hay nhắc xem lại.
    .help = hãy xem lại mục này: ngày, tháng có bị đổi chỗ hoặc gõ thừa không.
    .bad = review_by: 2026-13-01
    .good = review_by: 2026-01-13

bad-value = mục "{ $key }" không nhận giá trị "{ $value }"
    .rule = có những mục chỉ nhận một trong vài từ định sẵn, viết bằng tiếng Anh, không dịch.
    .why = từ khác đi thì loa không biết phải làm gì với bài.
    .help = hãy đổi sang một từ mà mục này nhận.
    .right = Có phải từ cần viết là "{ $right }"?
    .allowed = Chọn một trong: { $allowed }.
    .bad = status: đã duyệt
    .good = status: approved

translation-key = mục "{ $key }" chỉ ghi ở bản gốc
    .rule = bản dịch chỉ mang lời dịch, người dịch, người đọc lại. Mọi điều khác lấy từ bản gốc.
    .why = một ngày hay một con số ghi ở hai nơi, sớm muộn cũng khác nhau.
    .help = hãy bỏ dòng này khỏi bản dịch. Nếu cần đổi, hãy đổi ở bản gốc.
    .bad =
        km.md:
        number: "111"
    .good =
        vi.md:
        number: "111"

## Phần đầu tệp: cách viết

yaml-syntax = loa không đọc được dòng này
    .label = loa dừng ở đây
    .rule = phần đầu tệp gồm các dòng "mục: giá trị". Danh sách viết trong ngoặc vuông, hoặc mỗi ý một dòng có dấu gạch ở đầu.
    .why = một dòng viết lệch làm cả phần đầu tệp không đọc được.
    .help = hãy xem lại dấu hai chấm, dấu nháy, dấu ngoặc và khoảng trống đầu dòng quanh chỗ này. Nếu trong lời có dấu lạ, hãy đặt cả lời ấy giữa hai dấu nháy kép.
    .bad = topics: [giả tuyển dụng, mạng xã hội
    .good = topics: [giả tuyển dụng, mạng xã hội]

yaml-too-large = phần này có quá { $limit } mục
    .rule = phần đầu tệp và loa.yml có giới hạn về số mục.
    .why = một tệp dài như vậy thường do chép nhầm, và có thể làm máy đứng.
    .help = hãy chuyển phần lời xuống dưới dòng --- thứ hai, hoặc bỏ bớt.
    .bad = một danh sách chủ đề có hàng vạn dòng
    .good = vài chủ đề đúng với bài

tab-in-front-matter = đầu dòng này có dấu Tab
    .label = dấu Tab, trên màn hình trông như khoảng trống
    .rule = trong phần đầu tệp, đầu dòng chỉ dùng dấu cách.
    .why = mỗi máy hiện dấu Tab rộng hẹp khác nhau, nên loa không biết dòng này thuộc mục nào.
    .help = hãy thay dấu Tab bằng hai dấu cách.
    .bad =
        image:
        →file: anh-1.jpg
    .good =
        image:
          file: anh-1.jpg

full-width-colon = sau "{ $key }" là dấu hai chấm khổ rộng (：), loa không đọc được
    .label = ký tự U+FF1A
    .rule = sau tên mục phải là dấu hai chấm thường và một dấu cách.
    .why =
        sau tên mục phải là dấu hai chấm thường và một dấu cách.
        Dấu khổ rộng hay lẫn vào khi chép từ tin nhắn hoặc khi bàn phím đang gõ kiểu khác.
    .help = hãy xóa dấu ấy và gõ lại dấu hai chấm thường.
    .bad = summary： Lời mời đi làm xa
    .good = summary: Lời mời đi làm xa

no-space-after-colon = sau "{ $key }:" thiếu một dấu cách
    .label = thêm một dấu cách sau dấu này
    .rule = sau dấu hai chấm của tên mục phải có một dấu cách.
    .why = không có dấu cách, cả dòng bị hiểu là một từ liền.
    .help = hãy thêm một dấu cách sau dấu hai chấm.
    .bad = title:Cảnh báo mới
    .good = title: Cảnh báo mới

unquoted-colon = trong lời của "{ $key }" có dấu hai chấm, hãy đặt lời ấy trong dấu nháy
    .label = dấu hai chấm thứ hai của dòng
    .rule = lời có dấu hai chấm và dấu cách phải đặt giữa hai dấu nháy kép.
    .why = gặp dấu hai chấm thứ hai, loa tưởng đó là một mục mới.
    .help = hãy đặt cả lời sau tên mục giữa hai dấu nháy kép.
    .bad = title: Cảnh báo: lừa đảo việc làm
    .good = title: "Cảnh báo: lừa đảo việc làm"

unquoted-sign = lời của "{ $key }" bắt đầu bằng một dấu riêng của máy, hãy đặt trong dấu nháy
    .label = dấu này
    .rule = lời bắt đầu bằng một trong các dấu @ ` % & * ! phải đặt giữa hai dấu nháy kép.
    .why = ở đầu lời, các dấu ấy là lệnh cho máy, không phải chữ cho người đọc.
    .help = hãy đặt cả lời sau tên mục giữa hai dấu nháy kép.
    .bad = title: @banbientap trả lời bạn đọc
    .good = title: "@banbientap trả lời bạn đọc"

unclosed-quote = lời của "{ $key }" mở dấu nháy mà chưa đóng
    .label = mở ở đây
    .rule = dấu nháy mở thì phải có dấu nháy đóng, cùng một kiểu.
    .why = thiếu dấu đóng, các dòng sau bị hiểu là lời nối tiếp.
    .help = hãy thêm dấu nháy ở cuối lời, hoặc bỏ dấu nháy ở đầu.
    .bad = title: "Cảnh báo mới
    .good = title: "Cảnh báo mới"

no-front-matter = tệp chưa có phần đầu
    .label = thêm vào trước dòng này
    .rule = mỗi tệp bài mở đầu bằng một dòng ---, rồi các mục, rồi một dòng --- nữa.
    .why = phần đầu cho loa biết tên bài, ngày, ai duyệt. Không có tên bài thì không có trang.
    .help = hãy thêm phần đầu vào trên cùng của tệp, ít nhất có mục title.
    .paste = thêm vào đầu tệp
    .bad = Lời mời đi làm xa với mức lương cao…
    .good =
        ---
        title: Mời gọi đi làm xa
        ---

        Lời mời đi làm xa với mức lương cao…

unclosed-front-matter = phần đầu tệp mở bằng --- nhưng không có dòng --- để đóng
    .label = mở ở đây
    .rule = phần đầu tệp nằm giữa hai dòng, mỗi dòng chỉ có ba dấu gạch ---.
    .why = thiếu dòng đóng, cả bài bị hiểu là phần đầu.
    .help = hãy thêm một dòng --- sau mục cuối cùng, trước phần lời của bài.
    .bad =
        ---
        title: Mời gọi đi làm xa

        Lời mời đi làm xa…
    .good =
        ---
        title: Mời gọi đi làm xa
        ---

        Lời mời đi làm xa…

front-matter-too-long = phần đầu tệp dài quá { $limit } byte
    .label = mở ở đây
    .rule = phần đầu tệp chỉ gồm vài chục dòng.
    .why = dài như vậy thường là quên dòng --- để đóng, nên cả bài bị hiểu là phần đầu.
    .help = hãy xem lại dòng --- thứ hai đã có chưa.
    .bad = một dòng --- ở đầu tệp và không có dòng nào nữa
    .good = một dòng --- ở đầu tệp, một dòng --- sau mục cuối

## Tệp mở ra không đọc được

empty-file = tệp này chưa có chữ nào
    .rule = tệp bài phải có phần đầu và tên bài.
    .why = tệp trống không thành trang, mà cũng không cho biết vì sao nó ở đây.
    .help = hãy viết bài vào tệp, hoặc xóa tệp. Muốn có sẵn khung để viết, hãy dùng lệnh "loa new".
    .bad = một tệp vi.md dài 0 byte
    .good = một tệp vi.md có phần đầu và lời

utf-16-file = tệp này được lưu theo kiểu "Unicode" cũ của Notepad (UTF-16)
    .rule = mọi tệp chữ lưu theo bảng mã UTF-8.
    .why = loa và các máy chủ đọc bảng mã UTF-8. Với bảng mã khác, chữ có dấu hiện ra thành ký tự lạ.
    .help = mở tệp bằng Notepad, chọn Tệp, Lưu thành (Save as). Ở ô Mã hóa (Encoding) chọn UTF-8, rồi lưu đè lên tệp cũ.
    .bad = Mã hóa: Unicode, hoặc UTF-16 LE
    .good = Mã hóa: UTF-8

binary-file = tệp này không phải tệp chữ; có lẽ là tệp Word, PDF hay ảnh đã đổi đuôi
    .rule = tệp .md là tệp chữ thường, mở được bằng Notepad.
    .why = đổi đuôi tệp không đổi được ruột tệp. Tệp Word vẫn là tệp Word.
    .help = nếu là tệp Word, hãy mở bằng Word, chép phần lời, dán vào một tệp .md mở bằng Notepad. Nếu là ảnh, hãy trả lại đuôi đúng, ví dụ .jpg.
    .bad = bai.docx đổi tên thành vi.md
    .good = lời của bai.docx chép sang vi.md

control-character = trong tệp có ký tự điều khiển { $code }
    .rule = chữ trên trang không có ký tự điều khiển.
    .why = ký tự này vô hình, nhưng làm hỏng bản tin RSS và máy đọc màn hình.
    .help = hãy xóa ký tự ở chỗ được chỉ rồi gõ lại.
    .bad = title: "Một\x08 bài"
    .good = title: Một bài

not-utf-8 = tệp này lưu theo một bảng mã cũ, có chữ loa không đọc được
    .label = chữ đầu tiên không đọc được
    .rule = mọi tệp chữ lưu theo bảng mã UTF-8.
    .why = loa không tự đổi bảng mã, vì đổi nhầm thì mất dấu mà không ai hay.
    .help = mở tệp bằng chương trình đã viết ra nó, chọn Lưu thành (Save as), bảng mã UTF-8. Lưu xong hãy đọc lại vài dòng có dấu. Cũng có thể chạy "loa fix" với thư mục của bài và --encoding.
    .guess = Dòng này có lẽ là: "{ $guess }".
    .bad = Mã hóa: ANSI, Windows-1258
    .good = Mã hóa: UTF-8

## Mặt chữ: bảng mã cũ, chữ đã mất, chữ giống chữ khác

legacy-encoding = đoạn này gõ bằng bảng mã cũ ({ $encoding }): "{ $before }" có lẽ là "{ $after }"
    .rule = chữ tiếng Việt gõ bằng Unicode, không dùng bảng mã cũ TCVN3 (phông .Vn) hay VNI.
    .why = trên máy không có phông cũ, chữ hiện ra sai, không ai đọc hay tìm được, và máy đọc màn hình đọc thành tiếng vô nghĩa.
    .help = hãy chạy "loa fix" với thư mục của bài và --encoding, ví dụ: loa fix canh-bao/ten-bai --encoding. loa cho xem trước và sau, bạn đồng ý thì loa mới đổi.
    .capitals = Nếu đoạn này vốn để phông chữ hoa ({ $capitals }) thì chữ hoa đã mất, hãy tự sửa lại sau khi đổi.
    .bad = kh«ng tin lêi høa
    .good = không tin lời hứa

legacy-encoding-question = "{ $before }" có phải là "{ $after }" gõ bằng bảng mã cũ ({ $encoding }) không?
    .rule = chữ tiếng Việt gõ bằng Unicode, không dùng bảng mã cũ TCVN3 (phông .Vn) hay VNI.
    .why = chỉ có một hai chữ nên loa không dám chắc; đó cũng có thể là tên riêng hay chữ nước ngoài.
    .help = nếu đúng, hãy gõ lại bằng Unicode, hoặc chạy "loa fix" với thư mục của bài và --encoding. Nếu đó là tên riêng, hãy ghi vào mục accepted trong loa.yml.
    .capitals = Nếu đoạn này vốn để phông chữ hoa ({ $capitals }) thì chữ hoa đã mất, hãy tự sửa lại sau khi đổi.
    .bad = Céng hßa
    .good = Cộng hòa

lost-letters = "{ $word }" đã mất chữ có dấu
    .label = chữ đã mất
    .rule = trong bài không còn dấu hỏi hay ô vuông đứng thay cho chữ có dấu.
    .why = chữ đã mất trước khi tới đây, thường do chép qua một chương trình không biết tiếng Việt. Không máy nào đoán lại cho chắc được.
    .help = hãy mở bản gốc và gõ lại từ này.
    .bad = Vi?t Nam
    .good = Việt Nam

bidi-character = có ký tự đảo chiều chữ { $code }, không nhìn thấy được
    .label = ở đây
    .rule = chữ trên trang không có ký tự đảo chiều (U+202A đến U+202E, U+2066 đến U+2069).
    .why = ký tự này làm chữ và số hiện ra theo thứ tự ngược: người đọc thấy một số, điện thoại lại gọi số khác.
    .help = hãy xóa cả từ ở chỗ được chỉ rồi gõ lại bằng tay, đừng dán.
    .bad = "\u202E765 1 0081"
    .good = 1800 1567

invisible-character = có ký tự vô hình { $code } lẫn trong chữ
    .label = ở đây
    .rule = chữ trên trang không có ký tự vô hình, trừ những ký tự mà chữ Khmer, Lào, Thái cần để ngắt từ.
    .why = từ trông vẫn đúng, nhưng tìm không ra, máy đọc màn hình đọc vấp, và số điện thoại chép đi bị hỏng.
    .help = hãy xóa từ ở chỗ được chỉ rồi gõ lại bằng tay, đừng dán.
    .bad = "Lừa\u200B đảo"
    .good = Lừa đảo

look-alike-letter = "{ $word }" có chữ trông như Đ nhưng là chữ khác ({ $code })
    .rule = chữ Đ, đ của tiếng Việt là U+0110 và U+0111, không phải chữ Ð của Iceland hay Ɖ của châu Phi.
    .why = mắt không thấy khác, nhưng tìm "đường" sẽ không ra từ này, và máy đọc màn hình đọc sai.
    .help = hãy xóa chữ ấy và gõ lại bằng bàn phím tiếng Việt.
    .right = Chữ đúng: "{ $right }".
    .bad = Ðường dây nóng
    .good = Đường dây nóng

look-alike-digit = "{ $number }" có chữ cái đứng thay cho chữ số
    .rule = số điện thoại chỉ viết bằng chữ số, không lẫn chữ l, I hay O.
    .why = người đọc bấm theo hình, còn điện thoại và công cụ tìm kiếm không nhận ra số này.
    .help = hãy gõ lại bằng phím số.
    .right = Có lẽ là { $right }.
    .bad = Gọi 1l1
    .good = Gọi 111

foreign-digits = số { $number } không viết bằng chữ số 0-9
    .rule = số điện thoại viết bằng chữ số 0-9 trong mọi thứ tiếng.
    .why = nhiều điện thoại không gọi được số viết bằng chữ số Khmer, chữ số khổ rộng hay chữ số khác.
    .help = hãy gõ lại bằng phím số.
    .right = Hãy viết { $right }.
    .bad = Gọi １１１
    .good = Gọi 111

mixed-script-word = "{ $word }" trộn chữ cái của hai bộ chữ ({ $code })
    .rule = một từ chỉ dùng chữ cái của một bộ chữ.
    .why = chữ Nga hay chữ Hy Lạp trông giống chữ a, o, e nhưng là chữ khác: tìm không ra, và kẻ lừa đảo hay dùng để giả tên.
    .help = hãy xóa từ này rồi gõ lại bằng bàn phím tiếng Việt.
    .right = Có lẽ là "{ $right }".
    .bad = nạn nhân, chữ a thứ hai gõ bằng bàn phím tiếng Nga
    .good = nạn nhân

mark-order = dấu của chữ "{ $letter }" đặt sai thứ tự
    .rule = mỗi nguyên âm tiếng Việt là một chữ trọn vẹn: dấu mũ trước, dấu thanh sau, không lặp dấu.
    .why = chữ trông gần như đúng, nhưng dấu xô lệch ở nhiều máy và không tìm ra được.
    .help = hãy xóa chữ ấy rồi gõ lại.
    .right = Chữ đúng: "{ $right }".
    .bad = "e\u0301\u0302"
    .good = ế

mark-pile = một chữ mang { $count } dấu chồng lên nhau
    .rule = một chữ có nhiều nhất hai dấu.
    .why = dấu chồng cao che mất các dòng chung quanh và làm máy đọc màn hình đọc lắp.
    .help = hãy xóa chữ ấy rồi gõ lại.
    .bad = "ă\u0306\u0306\u0306"
    .good = ă

## Lời của bài

unknown-callout = không có khung nào tên là "[!{ $word }]"
    .rule = khung trong bài có năm loại: signs là dấu hiệu, act là việc nên làm, call là gọi ai, warning là lời báo trước, note là ghi chú.
    .why = khung không đúng tên chỉ hiện thành một đoạn trích thường, và dễ bị đọc lướt qua.
    .help = hãy sửa tên trong dấu ngoặc vuông.
    .right = Có phải tên cần viết là "[!{ $right }]"?
    .known = Các khung có sẵn: { $known }.
    .bad =
        > [!dauhieu]
        > Hứa lương cao, không hỏi tay nghề.
    .good =
        > [!signs]
        > Hứa lương cao, không hỏi tay nghề.

raw-html = mã HTML không dùng được ở đây: { $html }
    .label = chỗ này sẽ hiện nguyên như đã gõ
    .rule = bài viết bằng Markdown. Mã HTML không được chạy, chỉ hiện ra như chữ thường.
    .why = mã dán từ nơi khác có thể làm vỡ trang, hoặc báo cho nơi khác biết ai đang đọc.
    .help = hãy bỏ mã này và dùng cách viết của Markdown, ví dụ **chữ đậm**. Muốn một lời nổi bật, hãy dùng khung "> [!warning]" hoặc "> [!note]".
    .bad = <font color=red>Cẩn thận!</font>
    .good =
        > [!warning]
        > Bài có nhắc đến bạo lực.

heading-one = tiêu đề cấp một (#) chỉ dành cho tên bài
    .label = viết ## thay cho #
    .rule = trong bài, tiêu đề bắt đầu từ cấp hai: ##.
    .why = tên bài đã là tiêu đề cấp một. Người nghe trang bằng máy đọc dựa vào cấp tiêu đề để tìm đường.
    .help = hãy thêm một dấu # ở đầu dòng.
    .bad = # Dấu hiệu cần để ý
    .good = ## Dấu hiệu cần để ý

missing-alt = ảnh { $file } chưa có lời tả
    .label = chưa có lời tả
    .rule = mỗi ảnh có một câu ngắn tả điều thấy trong ảnh.
    .why = người nghe trang bằng máy đọc, và người chưa tải được ảnh, chỉ có lời tả.
    .help = hãy viết lời tả vào giữa hai dấu ngoặc vuông, tả điều nhìn thấy, không ghi tên tệp.
    .bad = ![](anh-1.jpg)
    .good = ![Hai người nói chuyện trước nhà văn hóa](anh-1.jpg)

foreign-picture = ảnh này nằm ở máy chủ khác: { $file }
    .rule = ảnh, bản ghi âm và phim nằm trong thư mục của bài.
    .why = lấy ảnh từ nơi khác thì nơi ấy biết ai đang đọc trang này. Và khi không có mạng, ảnh không hiện.
    .help = nếu được phép dùng, hãy tải ảnh về, đặt cạnh tệp bài, rồi chỉ ghi tên tệp.
    .bad = ![Buổi họp thôn](https://noi-khac.example/anh.jpg)
    .good = ![Buổi họp thôn](anh-1.jpg)

unknown-media = trang web không hiện được tệp { $file }
    .rule = ảnh dùng đuôi .jpg, .png, .webp, .svg; âm thanh dùng .mp3, .ogg, .m4a; phim dùng .mp4, .webm.
    .why = nhiều điện thoại không mở được các loại tệp khác.
    .help = hãy lưu lại thành một loại mở được ở mọi máy. Ảnh HEIC, HEIF, AVIF, TIFF, BMP, GIF thì lưu lại thành JPEG hoặc PNG; với iPhone, vào Cài đặt, Camera, Định dạng, chọn "Tương thích nhất". Tài liệu để tải về thì dùng liên kết: [tên tài liệu](tep.pdf).
    .bad = ![Buổi họp thôn](IMG_0001.HEIC)
    .good = ![Buổi họp thôn](anh-1.jpg)

picture-unreadable = không dùng được ảnh { $file }: { media-fault }
    .rule = mỗi ảnh được loa lưu lại từ đầu, để nơi chụp, giờ chụp và tên máy không theo ảnh ra ngoài.
    .why = ảnh không mở được trọn vẹn thì không xóa được nơi chụp ghi trong ảnh, nên không đăng.
    .help = hãy mở ảnh bằng một chương trình xem ảnh rồi lưu lại thành JPEG hoặc PNG. Với iPhone: vào Cài đặt, Camera, Định dạng, chọn "Tương thích nhất" rồi chụp lại. Ảnh quá lớn thì thu nhỏ trước khi lưu. Ảnh động thì lưu một khung hình, hoặc dùng phim .mp4.
    .bad = tệp tải dở, tệp HEIC đổi đuôi thành .jpg, ảnh rộng 30.000 điểm
    .good = ảnh đã lưu lại thành JPEG

media-fault =
    { $why ->
        [empty] tệp rỗng
        [truncated] tệp bị cụt, có lẽ tải hoặc chép chưa xong
        [corrupt] tệp bị hỏng
        [huge] quá lớn
        [animated] đây là ảnh động
        [cmyk] ảnh dùng màu in (CMYK), điện thoại hiện sai màu
        [heic] đây là ảnh HEIC của điện thoại, phần lớn máy không mở được
        [avif] đây là ảnh AVIF, nhiều máy không mở được
        [gif] đây là ảnh GIF
        [tiff] đây là ảnh TIFF
        [bmp] đây là ảnh BMP
        [svg-broken] hình vẽ viết sai, không đọc được
        [svg-size] hình vẽ không ghi chiều rộng, chiều cao
        [svg-script] trong hình vẽ có mã chạy
        [svg-foreign] trong hình vẽ có phần không phải nét vẽ
        [svg-outside] hình vẽ lấy thêm thứ ở ngoài hoặc chứa ảnh chụp
        [svg-style] kiểu chữ, kiểu màu của hình vẽ lấy từ nơi khác
        [svg-entity] hình vẽ dùng tên viết tắt tự đặt
       *[other] nội dung tệp không phải loại ghi ở tên
    }

drawing-refused = không dùng được hình vẽ { $file }: { media-fault }
    .row = Chỗ ấy ở dòng { $row } của tệp hình.
    .rule = hình vẽ SVG chỉ gồm nét vẽ và chữ: không mã chạy, không phần nhúng, không lấy gì từ ngoài.
    .why = hình có mã chạy hoặc gọi ra ngoài có thể làm lộ người đang đọc trang.
    .help = hãy mở hình bằng chương trình vẽ rồi xuất lại thành "SVG thuần" (Plain SVG), hoặc lưu thành PNG.
    .bad = hình SVG có <script>
    .good = hình SVG thuần, hoặc PNG

sound-unreadable = không phát được tệp { $file }: { media-fault }
    .rule = âm thanh là tệp MP3, OGG, WAV hoặc M4A thật; phim là tệp MP4 hoặc WebM thật.
    .why = đổi đuôi tên tệp không đổi được nội dung, và tệp bị cụt thì người nghe mất phần cuối.
    .help = hãy nghe thử tệp trên máy. Nếu nghe được, hãy lưu lại thành MP3 (phim thành MP4). Nếu không, hãy chép hoặc tải lại.
    .bad = một tệp chữ đổi đuôi thành .mp3
    .good = bản ghi âm lưu thành MP3

alt-is-file-name = lời tả của ảnh là một tên tệp: "{ $alt }"
    .label = tả điều nhìn thấy
    .rule = lời tả nói điều thấy trong ảnh, không phải tên tệp.
    .why = máy đọc sẽ đọc tên tệp cho người khiếm thị, và họ không biết ảnh có gì.
    .help = hãy viết một câu ngắn tả điều nhìn thấy, để giữa hai dấu ngoặc vuông.
    .bad = ![anh-1.jpg](anh-1.jpg)
    .good = ![Hai người nói chuyện trước nhà văn hóa](anh-1.jpg)

alt-too-long = lời tả dài { $count } ký tự, nhiều nhất là { $limit }
    .label = quá dài
    .rule = lời tả của ảnh, âm thanh và phim dài nhiều nhất 150 ký tự.
    .why = máy đọc đọc liền một hơi, người nghe không dừng lại hay nghe lại từng phần được.
    .help = hãy giữ điều chính trong lời tả và đưa phần còn lại vào bài.
    .bad = lời tả kể lại cả buổi họp
    .good = ![Buổi họp thôn, một cán bộ đang nói trước loa](hop-thon.jpg)

player-without-transcript = { $file } chưa có lời ghi lại
    .label = thêm lời ghi lại ngay dưới dòng này
    .rule = ngay dưới mỗi âm thanh, mỗi phim trong bài là lời của nó, viết thành đoạn trích: mỗi dòng bắt đầu bằng dấu >.
    .why = người điếc, người đang ở chỗ ồn hoặc chỗ phải giữ im lặng chỉ có lời viết. Bài đã duyệt thì phải có.
    .help = hãy chép lời nói vào ngay dưới, mỗi dòng một dấu > ở đầu. Phim không có lời thì tả điều diễn ra.
    .bad = ![Bà kể chuyện](ba-ke.mp3)
    .good =
        ![Bà kể chuyện](ba-ke.mp3)

        > Hôm ấy có người lạ đến rủ đi làm xa.

minutes-differ = bản ghi dài { $right } phút, bài ghi { $typed } phút
    .label = không khớp với tệp
    .rule = số phút của bản ghi được đo từ tệp; số ghi trong bài không được lệch quá 15 phần trăm.
    .why = trang hiện số đo từ tệp. Số ghi khác nhiều thường là dấu hiệu chọn nhầm tệp.
    .help = hãy nghe lại tệp. Nếu đúng tệp, hãy sửa hoặc bỏ dòng minutes.
    .bad = minutes: 12
    .good = minutes: 2

nested-too-deeply = bài có phần lồng nhau quá { $limit } tầng
    .label = từ đây loa không đọc tiếp
    .rule = danh sách, trích dẫn và khung không lồng vào nhau quá sâu.
    .why = lồng sâu như vậy thường do dán nhầm, và không ai đọc được trên điện thoại.
    .help = hãy tách phần này thành các đoạn thường.
    .bad = > > > > > > > > …
    .good = một danh sách, nhiều nhất hai tầng

too-many-links = bài có quá { $limit } liên kết
    .label = từ đây loa không đọc tiếp
    .rule = một trang có giới hạn về số liên kết.
    .why = trang như vậy quá nặng với điện thoại cũ, và thường do một chương trình viết nhầm.
    .help = hãy tách thành nhiều trang.
    .bad = một tệp dán hàng vạn địa chỉ
    .good = nhiều trang, mỗi trang một chủ đề

## Liên kết và tệp kèm theo

broken-link = liên kết "{ $address }" không dẫn tới trang nào
    .rule = liên kết trong trang dẫn tới một thư mục hoặc một tệp có thật, viết từ vị trí của tệp đang mở.
    .why = người đọc bấm vào sẽ gặp trang trống, đúng lúc có thể đang cần giúp.
    .help = hãy xem lại tên thư mục. Muốn sang bài bên cạnh, hãy viết ../ten-thu-muc/.
    .right = Gần giống nhất là "{ $right }".
    .bad = [Xem thêm](../viec-nhe/)
    .good = [Xem thêm](../viec-nhe-luong-cao/)

broken-anchor = trang được dẫn tới không có chỗ nào tên là "#{ $anchor }"
    .rule = phần sau dấu # là tên một tiêu đề có trong trang được dẫn tới.
    .why = người đọc sẽ đứng ở đầu trang và phải tự tìm.
    .help = hãy sửa phần sau dấu #, hoặc bỏ nó đi để dẫn tới đầu trang.
    .right = Gần giống nhất là "#{ $right }".
    .bad = [Gọi ai](../viec-nhe-luong-cao/#goi-cho-ai)
    .good = [Gọi ai](../viec-nhe-luong-cao/#hoi-ai)

missing-file = không thấy tệp { $file }
    .rule = tệp được nhắc tới phải nằm trong thư mục của bài, viết đúng cả chữ hoa, chữ thường.
    .why = trên máy chủ, "Anh-1.JPG" và "anh-1.jpg" là hai tệp khác nhau.
    .help = hãy đặt tệp vào cạnh tệp bài, hoặc sửa lại tên.
    .right = Gần giống nhất là "{ $right }".
    .bad = ![Buổi họp thôn](Anh 1.JPG)
    .good = ![Buổi họp thôn](anh-1.jpg)

link-to-left-out = liên kết "{ $address }" dẫn tới một bài chưa đăng ({ left-out-reason })
    .label = chỗ này thành chữ thường, không bấm được
    .rule = liên kết tới bài chưa đăng hiện ra như chữ thường.
    .why = người đọc không thấy lỗi gì, nhưng cũng không đi tiếp được.
    .help = không cần sửa nếu bài kia sắp đăng. Nếu không, hãy bỏ liên kết hoặc dẫn sang bài khác.
    .bad = liên kết tới một bài còn là bản nháp
    .good = liên kết tới một bài đã duyệt

refused-link = loa không đặt liên kết tới "{ $address }"
    .rule = liên kết ra ngoài chỉ dùng https, http, mailto, tel và sms.
    .why = kiểu địa chỉ này có thể chạy một đoạn mã hoặc đưa người đọc tới nơi họ không thấy trước.
    .help = hãy thay bằng địa chỉ bắt đầu bằng https://, hoặc bỏ liên kết.
    .bad = [Bấm vào đây](javascript:mo)
    .good = [Cổng thông tin điện tử Chính phủ](https://chinhphu.vn/)

link-without-words = liên kết này không có chữ nào để bấm
    .label = chưa có chữ
    .rule = mỗi liên kết có vài chữ nói rõ sẽ dẫn tới đâu.
    .why = người đọc không thấy gì để bấm. Người nghe trang bằng máy đọc chỉ nghe một tràng địa chỉ.
    .help = hãy viết chữ vào giữa hai dấu ngoặc vuông.
    .bad = [](../viec-nhe-luong-cao/)
    .good = [Việc nhẹ, lương cao](../viec-nhe-luong-cao/)

address-with-spaces = địa chỉ "{ $address }" có khoảng trống, loa không đọc được
    .rule = địa chỉ có khoảng trống đứng trong dấu nhọn: <…>.
    .why = người đọc sẽ thấy dấu ngoặc thay cho ảnh hay liên kết.
    .help = hãy đặt địa chỉ trong dấu nhọn, hoặc đổi tên tệp cho liền.
    .bad = ![Hai người nói chuyện](anh 1.jpg)
    .good = ![Hai người nói chuyện](<anh 1.jpg>)

link-without-address = liên kết này chưa có địa chỉ
    .rule = sau phần chữ của liên kết là địa chỉ trong ngoặc tròn.
    .why = bấm vào sẽ không đi đến đâu.
    .help = hãy ghi địa chỉ vào ngoặc, hoặc bỏ dấu ngoặc và giữ phần chữ.
    .bad = [xem hướng dẫn]()
    .good = [xem hướng dẫn](../huong-dan/)

link-without-scheme = địa chỉ "{ $address }" thiếu phần https:// ở đầu
    .rule = địa chỉ ra ngoài viết đủ, từ https:// trở đi.
    .why = không có phần ấy, trình duyệt tưởng đây là một thư mục của chính trang này.
    .help = hãy thêm https:// vào đầu địa chỉ.
    .bad = [Cổng thông tin điện tử Chính phủ](www.chinhphu.vn)
    .good = [Cổng thông tin điện tử Chính phủ](https://www.chinhphu.vn)

deceitful-link = địa chỉ "{ $address }" che mất nơi nó thật sự dẫn tới
    .rule = địa chỉ không có khoảng trống, ký tự ẩn, hay dấu @ đứng trước tên máy chủ.
    .why = kẻ lừa đảo hay dùng cách này: người đọc tưởng vào trang của công an mà thật ra sang trang khác.
    .help = hãy mở trang cần dẫn tới trong trình duyệt rồi chép lại địa chỉ từ thanh địa chỉ.
    .bad = https://congan.example@noi-khac.example
    .good = https://congan.example/

deceitful-host = tên máy chủ "{ $host }" trộn chữ cái của hai bộ chữ; tên thật là { $real }
    .rule = tên máy chủ trong liên kết không trộn chữ cái của hai bộ chữ.
    .why = kẻ lừa đảo thay một chữ o bằng chữ Nga trông y hệt: người đọc tưởng vào trang của công an mà sang trang khác.
    .help = hãy mở trang cần dẫn tới trong trình duyệt rồi chép lại địa chỉ từ thanh địa chỉ.
    .bad = https://bоcongan.example/ (chữ о thứ nhất là chữ Nga)
    .good = https://bocongan.example/

punycode-host = tên máy chủ "{ $host }" đọc ra là "{ $shown }"
    .rule = địa chỉ nên viết sao cho người đọc thấy tên thật của máy chủ.
    .why = tên bắt đầu bằng xn-- giấu chữ thật của nó; đó có thể là một tên giả giống tên của cơ quan nhà nước.
    .help = hãy xem kỹ tên đọc ra có đúng là trang cần dẫn tới không.
    .bad = https://xn--bcongan-9ig.example/
    .good = https://bocongan.example/

link-text-host = lời của liên kết ghi "{ $named }" nhưng liên kết dẫn tới "{ $host }"
    .rule = nếu lời của liên kết là một địa chỉ thì phải đúng là nơi liên kết dẫn tới.
    .why = người đọc tin vào chữ nhìn thấy; đây là cách lừa quen thuộc trong thư và tin nhắn giả.
    .help = hãy ghi đúng địa chỉ, hoặc đổi lời của liên kết thành tên trang.
    .bad = [https://congan.example](https://noi-khac.example)
    .good = [https://congan.example](https://congan.example/)

## Số điện thoại

unknown-phone = số { $number } chưa có trong sổ đường dây nóng
    .rule = mọi số điện thoại trên trang phải có trong sổ đường dây nóng, tức là các bài loại hotline.
    .why = gọi nhầm số, người đang gặp nguy hiểm mất thời gian và mất lòng tin.
    .help = nếu số đúng, hãy thêm một bài loại hotline và ghi ngày kiểm tra. Nếu chưa chắc, hãy dùng <hotline:111>.
    .draft = Sổ đã có số này trong thư mục "{ $draft }", nhưng còn là bản nháp, chờ kiểm tra.
    .bad = Liên hệ 0300 000 000
    .good = Gọi <hotline:111>

superseded-phone = { $number } là số cũ, đã được thay bằng { $right }
    .short = { $number } là số cũ, không còn được giới thiệu
    .rule = số đã được thay thì không giới thiệu nữa. Chỉ bài loại document được giữ số cũ, có gạch ngang.
    .why = người đang gặp nguy hiểm có thể gọi vào số không còn ai nghe.
    .since = Số cũ được thay từ ngày { $since }.
    .help = hãy thay bằng số đang dùng.
    .right = Hãy viết <hotline:{ $right }>.
    .bad = Hãy gọi 1800 1567
    .good = Hãy gọi <hotline:111>

draft-hotline = số { $number } đã có trong sổ nhưng còn chờ kiểm tra
    .rule = số còn là bản nháp thì chưa được đăng ở bất cứ trang nào.
    .why = chưa ai kiểm tra số này có người nghe hay không, có mất tiền hay không.
    .folder = Bài về số này nằm trong thư mục "{ $folder }".
    .help = hãy kiểm tra số, ghi verified_on và verified_by, rồi đổi status của bài ấy thành approved. Trong lúc chờ, hãy dùng <hotline:111>.
    .bad = nhắc tới một số đang ghi status: draft
    .good = nhắc tới một số đã kiểm tra

unknown-hotline = sổ đường dây nóng không có "{ $name }"
    .rule = sau "hotline:" là tên thư mục của một bài loại hotline.
    .why = chỗ này không ra được số nào để bấm gọi.
    .help = hãy sửa tên theo một thư mục có trong sổ.
    .known = Trong sổ có: { $known }.
    .bad = Gọi <hotline:1110>
    .good = Gọi <hotline:111>

hotline-unverified = số { $number } cần được kiểm tra lại
    .rule = mỗi số được kiểm tra lại trong vòng 180 ngày. Quá 365 ngày, trang ghi "chưa kiểm tra lại", và "loa check --release" báo lỗi.
    .why = số điện thoại đổi mà không báo trước. Người đọc cần biết số này còn đúng đến ngày nào.
    .date = Lần kiểm tra gần nhất: { $date }.
    .help = hãy gọi thử hoặc xem lại nguồn công bố, rồi sửa verified_on và verified_by.
    .bad = verified_on: 2025-01-01
    .good = verified_on: 2026-11-21

bad-replaced-by = replaced_by nhắc tới "{ $folder }", nhưng không có bài nào như vậy
    .rule = replaced_by là tên thư mục của bài thay cho bài này, cùng chuyên mục.
    .why = người đọc cần biết nay phải theo số nào, văn bản nào.
    .help = hãy ghi đúng tên thư mục, hoặc thêm bài còn thiếu.
    .bad = replaced_by: tong-dai-111
    .good = replaced_by: "111"

## Chuyện về một người

story-without-consent = chuyện về một người cần có sự đồng ý, hoặc ghi rõ là hư cấu
    .rule = bài về một người phải có consent và deidentified, hoặc ghi fiction: true nếu là hư cấu, hoặc composite: true nếu ghép từ nhiều chuyện.
    .why = Luật Phòng, chống mua bán người (Điều 3) cấm làm lộ thông tin về nạn nhân khi người đó chưa đồng ý. Đăng rồi thì không thu lại được.
    .help =
        chọn một trong ba cách.
        Người thật đã đồng ý: thêm consent (record, scope, until) và deidentified (by, on).
        Chuyện đặt ra: thêm fiction: true.
        Chuyện ghép từ nhiều người: thêm composite: true.
    .bad =
        ---
        title: Ngày trở về
        kind: story
        ---
    .good =
        ---
        title: Ngày trở về
        kind: story
        fiction: true
        ---

## Bài để lại, chưa đăng

left-out = bài này chưa đăng: { left-out-reason }
    .rule = bài nháp, bài chờ duyệt, bài chưa đến ngày hoặc đã hết hạn thì để lại, trang vẫn dựng bình thường.
    .why = nhắc để không ai tưởng bài đã lên trang.
    .date = Ngày ghi trong bài: { $date }.
    .help = không cần làm gì nếu đúng ý bạn. Nếu muốn đăng, hãy sửa mục status hoặc ngày ở phần đầu tệp. Muốn xem thử cả bài nháp, hãy chạy "loa build --drafts".
    .bad = status: draft
    .good =
        status: approved
        reviewed_by: Trưởng phòng

left-out-reason =
    { $reason ->
        [draft] còn là bản nháp
        [review] đang chờ duyệt
        [publish-on] chưa đến ngày hẹn đăng
        [expired] đã hết hạn
        [consent-expired] sự đồng ý đã hết hạn
        [not-approved] chưa có người duyệt
        [translation] bản dịch chưa được đọc lại
        [not-published] không đăng riêng
        [broken] bài ấy đang có lỗi
       *[other] { $reason }
    }

missing-part = hướng dẫn thiếu phần "{ $part }"
    .rule = mỗi hướng dẫn có ba tiêu đề cấp hai: "Nói gì với mọi người", "Dấu hiệu cần để ý", "Báo cho ai".
    .why = người làm ở cơ sở dịch vụ cần đủ ba điều ấy, theo đúng thứ tự ấy.
    .help = hãy thêm tiêu đề còn thiếu và viết vài dòng ở dưới.
    .paste = thêm vào bài
    .bad = ## Dấu hiệu cần để ý
    .good =
        ## Nói gì với mọi người

        ## Dấu hiệu cần để ý

        ## Báo cho ai

## Bản dịch

translation-unreviewed = bản dịch chưa có người biết tiếng đọc lại nên chưa đăng
    .rule = bản dịch chỉ đăng khi có reviewed_by. Bản máy dịch không đăng.
    .why = một câu dịch sai về số điện thoại hay cách báo tin có thể làm hại người đọc.
    .help = hãy nhờ một người biết tiếng đọc lại, rồi ghi tên hoặc chức danh vào reviewed_by.
    .pair = Đọc lại xong, gõ: loa translate accept { $pair }
    .bad = machine: true
    .good = reviewed_by: Đài phát thanh xã

translation-unlinked = bản dịch chưa ghi là dịch từ bản gốc nào
    .rule = bản dịch có mục translated_from, do loa ghi.
    .why = thiếu mục này, khi bản gốc đổi, loa không biết bản dịch đã cũ.
    .help = bản dịch vẫn được đăng và coi là mới. Hãy so với bản gốc; mục này để loa ghi, đừng tự ghi.
    .pair = Hai bản khớp nhau rồi thì gõ: loa translate accept { $pair }
    .bad =
        ---
        title: ភាសាខ្មែរ
        ---
    .good =
        ---
        title: ភាសាខ្មែរ
        translated_from: 0a1b2c3d4e5f
        ---

translation-outdated = bản gốc đã đổi sau khi dịch
    .rule = bản dịch theo kịp bản gốc. Quá số ngày trong i18n.stale_after_days, trang hiện bản gốc thay cho bản dịch.
    .why = người đọc bản dịch đang đọc điều không còn đúng.
    .since = Bản gốc đổi từ ngày { $since }.
    .help = hãy dịch lại các đoạn đã đổi và nhờ người đọc lại.
    .pair = Xem đoạn nào đã đổi: loa translate diff { $pair }
    .bad = bản gốc sửa giờ gọi, bản dịch còn giờ cũ
    .good = hai bản nói cùng một điều

translation-untouched = bản dịch còn { $count } đoạn giống hệt bản gốc nên chưa đăng
    .rule = mọi đoạn của bản dịch đều đã dịch.
    .why = máy đọc và người tìm sẽ nhận lời tiếng này dưới tên tiếng khác. Trang hiện bản gốc, ghi đúng tiếng của nó.
    .help = hãy dịch nốt các đoạn ấy.
    .pair = Xem lại bằng: loa translate export { $pair }
    .bad = đoạn tiếng Việt nằm nguyên trong tyz.md
    .good = đoạn ấy đã dịch sang tiếng Tày

translated-from-unknown = translated_from ghi { $value }, nhưng bài gốc chưa bao giờ có bản mang mã này
    .rule = mã trong translated_from do loa ghi, theo lời của bản gốc lúc dịch.
    .why = mã tự gõ làm loa tưởng bản dịch làm từ một bản gốc khác, nên không báo đúng đoạn nào đã đổi.
    .help = hãy xóa dòng translated_from, so bản dịch với bản gốc, rồi chạy loa translate accept.
    .bad = translated_from: 123456789abc
    .good = mã do loa translate accept ghi

heading-count-differs = bản dịch có { $own } tiêu đề, bản gốc có { $original }
    .rule = bản dịch giữ các tiêu đề của bản gốc, cùng số lượng, cùng thứ tự.
    .why = nhờ vậy liên kết tới một đoạn đi đúng chỗ ở mọi ngôn ngữ.
    .help = hãy thêm hoặc bỏ tiêu đề trong bản dịch cho khớp với bản gốc.
    .bad = bản gốc có ba tiêu đề ##, bản dịch có hai
    .good = hai bản cùng có ba tiêu đề ##

language-strings-unreviewed = chữ trên nút và trình đơn bằng { $lang } chưa có người đọc lại
    .rule = chữ của giao diện trong mỗi ngôn ngữ có người biết tiếng đọc lại, ghi ở strings_reviewed_by.
    .why = một chữ sai trên nút "Gọi" hay "Thoát nhanh" sẽ sai ở mọi trang.
    .help = hãy nhờ người biết tiếng đọc tệp site.ftl của ngôn ngữ ấy, rồi ghi strings_reviewed_by trong language.yml.
    .bad = language.yml không có strings_reviewed_by
    .good = strings_reviewed_by: Tổ dịch thuật của tỉnh

## Tệp gửi dịch, nhận về

exchange-damaged = tệp dịch này không đọc được trọn vẹn, nên loa không nhận
    .label =
        { $reason ->
            [too-large] tệp lớn hơn 8 MB
            [not-utf-8] tệp không phải là UTF-8
            [binary] đây không phải là tệp PO hay XLIFF
            [foreign] không thấy dòng loa ghi tệp này thuộc bài nào, tiếng nào
            [unclosed] dấu " mở ra mà không đóng ở đây
            [escape] sau dấu \ là một ký tự lạ
            [stray] dòng này không thuộc đoạn nào
            [cut] tệp bị đứt ở đây
            [doubled] đoạn này có hai lần
            [plural] đoạn của loa không có số nhiều
            [not-xliff] đây không phải là XLIFF 2
            [version] loa chỉ đọc XLIFF 2
            [several-files] tệp XLIFF của loa chỉ có một bài
            [doctype] tệp XLIFF không được có DOCTYPE
            [entity] loa không biết ký hiệu & này
            [inline] dấu này thay cho một điều không có trong tệp
            [too-deep] các thẻ lồng nhau quá sâu
            [control-character] có một ký tự không hiện được lên trang
           *[xml] các thẻ ở đây không khớp nhau
        }
    .rule = tệp PO hay XLIFF nhận về phải nguyên vẹn như khi chương trình dịch ghi ra.
    .why = nhận nửa tệp thì nửa bản dịch mất mà không ai hay.
    .help = hãy xin người dịch gửi lại tệp. Nếu vẫn thế, hãy xuất lại bằng "loa translate export" rồi dịch tiếp trong tệp mới.
    .bad = msgstr "ភាសា
    .good = msgstr "ភាសា"

exchange-other-entry = tệp dịch này là của bài "{ $entry }", không phải "{ $expected }"
    .rule = mỗi tệp gửi dịch thuộc một bài, và chỉ nhận về cho bài ấy.
    .why = lời của bài này đặt vào bài khác thì người đọc được dặn sai.
    .help = hãy nhận đúng tệp của bài, hoặc xuất lại bằng "loa translate export".
    .bad = msgctxt "canh-bao/bai-khac#title"
    .good = msgctxt "canh-bao/viec-nhe#title"

exchange-other-language = tệp dịch này ghi là tiếng "{ $lang }", không phải "{ $expected }"
    .rule = mỗi tệp gửi dịch thuộc một thứ tiếng.
    .why = người đọc tiếng này sẽ gặp lời của tiếng khác.
    .help = hãy xin đúng tệp. Nếu lời dịch vẫn là tiếng đã gửi đi, hãy sửa lại dòng Language ở đầu tệp.
    .bad = nhận tệp km.po cho tiếng lo
    .good = nhận tệp lo.po cho tiếng lo

exchange-old-source = bản gốc đã đổi sau khi tệp này được gửi đi dịch
    .rule = tệp nhận về phải dịch từ bản gốc đang có.
    .why = lời dịch của câu cũ đặt dưới câu mới thì hai bản nói khác nhau.
    .help = hãy xuất lại bằng "loa translate export": các đoạn không đổi giữ lời dịch đang có, đoạn đã đổi được đánh dấu. Rồi chép lời dịch mới từ tệp này sang.
    .bad = sửa bản gốc trong lúc người dịch đang làm
    .good = xuất lại sau khi sửa bản gốc

exchange-unknown-unit = bài không có đoạn "{ $unit }"
    .rule = tệp nhận về chỉ có những đoạn đã gửi đi.
    .why = loa không biết đặt lời này vào đâu.
    .help = hãy bỏ đoạn này khỏi tệp, hoặc xuất lại bằng "loa translate export".
    .bad = msgctxt "canh-bao/viec-nhe#body.99"
    .good = msgctxt "canh-bao/viec-nhe#body.9"

exchange-missing-unit = tệp dịch thiếu đoạn "{ $unit }": { $text }
    .rule = tệp nhận về có đủ mọi đoạn đã gửi đi, kể cả đoạn chưa dịch.
    .why = thiếu đoạn thì bản dịch thiếu điều mà bản gốc có.
    .help = hãy xin lại tệp đủ đoạn. Đoạn chưa dịch thì để trống, đừng xóa.
    .bad = xóa một đoạn khỏi tệp PO
    .good = msgstr ""

exchange-changed-source = trong tệp dịch, lời gốc của đoạn "{ $unit }" đã bị sửa
    .rule = người dịch chỉ ghi lời dịch, không sửa lời gốc trong tệp.
    .why = loa không còn biết lời dịch ấy là của câu nào.
    .text = Lời gốc là: { $text }
    .help = hãy ghi lại lời gốc như cũ. Nếu bản gốc có lỗi, hãy sửa ở chính bài viết rồi xuất lại.
    .bad = sửa dòng msgid
    .good = chỉ sửa dòng msgstr

exchange-control-character = lời dịch của đoạn "{ $unit }" có ký tự điều khiển { $code }
    .rule = lời dịch chỉ gồm những ký tự hiện được lên trang.
    .why = ký tự ấy không ai thấy mà làm hỏng trang.
    .help = hãy xóa ký tự ấy, thường nằm ngay chỗ vừa dán chữ vào.
    .bad = chữ dán từ tệp PDF
    .good = chữ gõ tay

exchange-raw-html = lời dịch của đoạn "{ $unit }" có thẻ HTML
    .rule = lời dịch không thêm thẻ HTML.
    .why = loa không đưa thẻ HTML lên trang, người đọc sẽ thấy cả thẻ.
    .help = hãy bỏ thẻ. Muốn in đậm, hãy viết **như thế này**.
    .bad = msgstr "<b>111</b>"
    .good = msgstr "**111**"

exchange-broken-markdown = lời dịch của đoạn "{ $unit }" không còn đúng kiểu đoạn của bản gốc
    .text = Lời gốc là: { $text }
    .rule = một đoạn dịch ra vẫn là một đoạn: không thành danh sách, tiêu đề, bảng hay hai đoạn, và xuống dòng đúng chỗ như bản gốc.
    .why = dấu ở đầu dòng như -, #, > hay 1. làm đoạn văn thành thứ khác, và các đoạn sau lệch theo.
    .help = hãy so lại với lời gốc: dấu ở đầu dòng, dòng trống, dấu \ ở cuối dòng. Muốn viết chính dấu ấy ra chữ thì đặt \ trước nó.
    .bad = msgstr "1. Gọi ngay."
    .good = msgstr "1\\. Gọi ngay."

exchange-lost-hotline = lời dịch của đoạn "{ $unit }" không còn đúng các đường dây nóng của bản gốc
    .lost = Thiếu: { $lost }.
    .added = Thừa: { $added }.
    .rule = lời dịch giữ nguyên mọi <hotline:…> của bản gốc.
    .why = số điện thoại trên trang lấy từ sổ đường dây nóng. Sai một chữ ở đây là người đọc không gọi được.
    .help = hãy chép đúng dấu <hotline:…> từ lời gốc vào chỗ thích hợp trong câu dịch.
    .bad = msgstr "… 112 …"
    .good = msgstr "… <hotline:111> …"

exchange-lost-link = lời dịch của đoạn "{ $unit }" không còn đúng các liên kết của bản gốc
    .lost = Thiếu: { $lost }.
    .added = Thừa: { $added }.
    .rule = lời dịch giữ nguyên nơi mỗi liên kết dẫn tới. Chỉ dịch chữ trong ngoặc vuông.
    .why = thiếu liên kết thì người đọc không đi tiếp được, thêm liên kết lạ thì không ai đã kiểm tra nó.
    .help = hãy chép đúng địa chỉ trong ngoặc tròn từ lời gốc.
    .bad = [xem thêm](../bai-dich/)
    .good = [xem thêm](../bai-goc/)

exchange-lost-placeholder = lời dịch của đoạn "{ $unit }" không giữ nguyên phần phải giữ từng chữ
    .lost = Thiếu: { $lost }.
    .added = Thừa: { $added }.
    .rule = chữ giữa hai dấu `, dấu chú thích [^1] và tên trong ngoặc nhọn giữ nguyên từng chữ.
    .why = đó là những chữ người đọc phải gõ đúng, hoặc chỗ loa sẽ điền vào.
    .help = hãy chép đúng phần ấy từ lời gốc.
    .bad = msgstr "… [^2] …"
    .good = msgstr "… [^1] …"

exchange-typed-phone = lời dịch của đoạn "{ $unit }" có số điện thoại { $phone } mà bản gốc không có
    .rule = lời dịch không thêm số điện thoại.
    .why = số gõ tay không đổi theo khi sổ đường dây nóng đổi, và không ai đã kiểm tra nó.
    .help = hãy bỏ số ấy. Nếu đường dây này cần có, hãy thêm <hotline:…> vào bản gốc trước.
    .bad = msgstr "… 0981 848 484 …"
    .good = msgstr "… <hotline:111> …"

exchange-changed-number = lời dịch của đoạn "{ $unit }" có con số khác bản gốc
    .lost = Thiếu: { $lost }.
    .added = Thừa: { $added }.
    .rule = lời dịch có đúng những con số của bản gốc, viết bằng chữ số của tiếng nào cũng được.
    .why = một ngày, một điều luật hay một con số sai có thể làm hại người đọc.
    .help = hãy ghi lại đúng con số. Thứ tự trong câu có thể đổi.
    .bad = msgstr "… 30/8 …"
    .good = msgstr "… 30/7 …"

exchange-note-kind =
    { $kind ->
        [title] Tiêu đề của bài.
        [heading] Tiêu đề mục, bậc { $level }.
        [paragraph] Một đoạn văn.
        [list-item] Một ý trong danh sách.
        [quote] Một đoạn trong khung hoặc trong lời trích.
        [footnote] Một chú thích.
        [cell] Một ô trong bảng.
        [alt] Lời tả ảnh hoặc âm thanh, đọc cho người không thấy ảnh.
        [code] Chữ giữ nguyên từng dòng, ví dụ tin nhắn mẫu: giữ các chỗ xuống dòng.
       *[field]
            { $key ->
                [summary] Tóm tắt của bài.
                [action] Việc nên làm, một câu.
                [roles] Tên một vai.
                [content_warning] Lời báo trước.
                [hours] Giờ trực của đường dây.
                [fee] Cước gọi.
                [answers_by] Ai nghe máy.
               *[other] Lời ở phần đầu bài ({ $key }).
            }
    }
exchange-note-keep = Giữ nguyên: { $kept }
exchange-note-breaks = Dấu \ ở cuối dòng là chỗ xuống dòng: giữ đủ.

## Cấu trúc thư mục

no-config = ở đây chưa có tệp loa.yml
    .rule = thư mục của trang có tệp loa.yml và thư mục content.
    .why = tệp loa.yml cho loa biết đây là một trang, và trang có những ngôn ngữ nào.
    .help = nếu trang nằm ở thư mục khác, hãy mở dòng lệnh ở đó, hoặc thêm --site và tên thư mục. Nếu chưa có trang, hãy chạy "loa new" trong một thư mục trống.
    .bad = chạy "loa build" ở màn hình nền
    .good = chạy "loa build" trong thư mục có loa.yml

no-content = ở đây chưa có thư mục content
    .rule = mọi bài nằm trong thư mục content.
    .why = không có bài thì không có trang.
    .help = hãy tạo thư mục content, trong đó có tệp trang chủ. Cách nhanh nhất là chạy "loa new" trong một thư mục trống rồi chép bài sang.
    .bad = loa.yml đứng một mình
    .good =
        loa.yml
        content/vi.md

home-left-out = trang chủ không thể để lại, nên mục { $key } không dùng ở đây
    .rule = trang chủ luôn được đăng.
    .why = mọi trang đều có đường về trang chủ. Không có trang chủ thì các đường ấy đứt.
    .help = hãy bỏ mục này ở trang chủ, hoặc sửa cho trang chủ được duyệt.
    .bad = status: draft
    .good = status: approved

no-home = chưa có trang chủ: { $file }
    .rule = trang chủ là tệp của ngôn ngữ đầu tiên, nằm ngay trong thư mục content.
    .why = người đọc mở trang ra sẽ không thấy gì.
    .help = hãy tạo tệp này, ít nhất có title.
    .paste = tạo tệp với nội dung
    .bad = content/canh-bao/vi.md mà không có content/vi.md
    .good = content/vi.md

no-original = thư mục { $folder } có bản dịch nhưng chưa có bản gốc { $file }
    .rule = mỗi thư mục có một bản gốc. Bản gốc viết bằng ngôn ngữ đầu tiên trong loa.yml, trừ khi tệp ghi khác.
    .why = ngày, số điện thoại, người duyệt đều nằm ở bản gốc.
    .help = hãy thêm bản gốc. Nếu bài được viết bằng tiếng khác trước, hãy ghi mục original ở tệp ấy, ví dụ original: km.
    .bad =
        content/bai-viet/ten-bai/km.md
        content/bai-viet/ten-bai/lo.md
    .good =
        content/bai-viet/ten-bai/vi.md
        content/bai-viet/ten-bai/km.md

unlisted-language = ngôn ngữ "{ $tag }" chưa có trong danh sách của trang
    .rule = trang có đúng những ngôn ngữ ghi ở mục languages của loa.yml.
    .why = tệp này sẽ không lên trang mà không ai biết.
    .help = hãy thêm mã này vào languages trong loa.yml, hoặc đổi tên tệp.
    .languages = Trang đang có: { $languages }.
    .bad = content/muong.md
    .good = languages: [vi, km]

unknown-language-record = trang có ngôn ngữ "{ $tag }", nhưng loa chưa biết gì về ngôn ngữ này
    .rule = mỗi ngôn ngữ có tệp i18n/<mã>/language.yml: tên gọi, chữ viết, hướng viết.
    .why = tạm thời người đọc thấy mã ngôn ngữ thay cho tên gọi, và chữ trên nút là tiếng của bản gốc.
    .help = hãy chạy "loa new language MÃ" để tạo tệp ấy, rồi hỏi người nói tiếng ấy về tên gọi.
    .bad = languages: [vi, lbt]
    .good = i18n/lbt/language.yml có tag, autonym, name, script

bad-file-name = tên tệp "{ $name }" không phải một mã ngôn ngữ
    .rule = trong thư mục bài, tệp .md mang tên mã ngôn ngữ: vi.md, km.md, hmn-VN.md.
    .why = loa không biết tệp này viết bằng tiếng gì nên không đăng.
    .help = hãy đổi tên tệp thành mã ngôn ngữ. Một bài khác thì đặt trong thư mục riêng của nó.
    .bad = content/bai-viet/bai-1.md
    .good = content/bai-viet/bai-1/vi.md

hidden-ending = tên thật của tệp này là "{ $name }": Windows đang giấu đuôi tệp
    .rule = tệp bài có đúng một đuôi: .md.
    .why = Notepad tự thêm đuôi .txt khi lưu, còn Windows thì giấu nó đi.
    .help = trong thư mục, chọn Xem (View), đánh dấu Phần đuôi tên tệp (File name extensions), rồi đổi tên tệp.
    .right = Tên đúng: "{ $right }".
    .bad = vi.md.txt
    .good = vi.md

cloud-copy = "{ $name }" là bản chép của "{ $original }", do máy tự đặt tên
    .rule = mỗi ngôn ngữ chỉ có một tệp trong một thư mục.
    .why = có hai bản khác nhau mà loa không biết bản nào đúng.
    .help = hãy mở cả hai, giữ bản đúng với tên gốc và xóa bản kia.
    .bad =
        vi.md
        vi (1).md
    .good = vi.md

two-files-one-language = hai tệp cùng một ngôn ngữ; tệp kia là { $other }
    .rule = mỗi ngôn ngữ chỉ có một tệp trong một thư mục. Chữ hoa, chữ thường không làm khác mã ngôn ngữ.
    .why = loa không biết nên đăng bản nào.
    .help = hãy gộp hai tệp thành một.
    .bad =
        hmn-VN.md
        hmn-vn.md
    .good = hmn-VN.md

bad-folder-name = tên thư mục "{ $name }" không dùng làm địa chỉ được
    .rule = tên thư mục chỉ có chữ thường không dấu, chữ số và dấu gạch nối.
    .why = tên thư mục là địa chỉ của trang. Địa chỉ có dấu hay bị vỡ khi chép qua tin nhắn.
    .help = hãy đổi tên thư mục. Tên bài có dấu vẫn ghi ở mục title.
    .right = Tên nên dùng: "{ $right }".
    .bad = content/Cảnh báo 1/
    .good = content/canh-bao-1/

reserved-folder = tên thư mục "{ $name }" loa đã dùng vào việc khác
    .rule = các tên trang-1, trang-2…, chu-de, a-z, tim, lich, assets dành cho những trang do loa làm ra.
    .why = hai trang khác nhau sẽ tranh một địa chỉ.
    .help = hãy đổi tên thư mục, ví dụ thêm một từ: lich-hop.
    .bad = content/lich/
    .good = content/lich-hop/

no-section = thư mục { $folder } chưa có tệp của chuyên mục
    .rule = thư mục chứa bài là một chuyên mục, và có tệp riêng, ví dụ vi.md, với mục entries.
    .why = các bài trong đó không có trang mẹ, nên không ai tìm tới được.
    .help = hãy tạo tệp ấy, ghi title và entries. Lệnh "loa new" tạo sẵn tệp này khi thêm bài.
    .bad = content/canh-bao/ten-bai/vi.md mà không có content/canh-bao/vi.md
    .good =
        content/canh-bao/vi.md:
        title: Cảnh báo
        entries: alert

entry-in-entry = thư mục bài này nằm trong một bài khác: { $parent }
    .rule = thư mục bài không chứa bài khác. Chỉ chuyên mục mới chứa bài.
    .why = loa không biết trang nào là trang mẹ.
    .help = nếu thư mục mẹ là chuyên mục, hãy thêm mục entries vào tệp của nó. Nếu không, hãy đưa thư mục này ra ngoài.
    .bad = content/bai-viet/bai-1/bai-2/vi.md
    .good = content/bai-viet/bai-2/vi.md

address-collision = hai nơi cùng ra một địa chỉ: { $address }
    .rule = mỗi địa chỉ chỉ có một trang hoặc một tệp.
    .why = chỉ một trong hai lên được trang, cái kia mất mà không báo.
    .help = hãy đổi tên một trong hai.
    .other = Nơi kia: { $other }.
    .bad =
        content/tin/vi.md
        static/vi/tin/index.html
    .good =
        content/tin/vi.md
        static/tep/to-roi.pdf

path-too-long = địa chỉ dài quá { $limit } ký tự: { $address }
    .rule = mỗi phần của địa chỉ dài nhất 60 ký tự, cả địa chỉ dài nhất 150 ký tự.
    .why = Windows và nhiều USB không chép được đường dẫn quá dài.
    .help = hãy đặt tên thư mục ngắn hơn. Tên bài đầy đủ vẫn ghi ở title.
    .bad = content/nhung-dieu-can-biet-khi-co-nguoi-moi-di-lam-viec-o-nuoc-ngoai-voi-luong-cao/
    .good = content/moi-di-lam-nuoc-ngoai/

output-name = tên này không dùng được trên trang: { $address }
    .rule = tên tệp trên trang chỉ có chữ thường không dấu, chữ số, dấu gạch nối và dấu chấm. Loa đổi tên tệp trong thư mục bài, không đổi tên tệp trong static.
    .why = tên có dấu, có khoảng trống hay trùng tên riêng của Windows sẽ hỏng ở một số máy chủ.
    .help = hãy đổi tên tệp, ví dụ to-roi-111.pdf.
    .bad = static/Tờ rơi 111.pdf
    .good = static/to-roi-111.pdf

alias-bad = địa chỉ cũ "{ $alias }" chưa đúng dạng
    .rule = mục aliases ghi địa chỉ cũ dưới content, gồm chữ thường không dấu, chữ số, dấu gạch nối và dấu /.
    .why = người mở địa chỉ cũ sẽ không được đưa sang bài này.
    .help = hãy chép đúng đường dẫn thư mục cũ, không có tên máy chủ và mã ngôn ngữ.
    .bad = aliases: ["https://trang.example/vi/canh-bao/viec-nhe/"]
    .good = aliases: [canh-bao/viec-nhe]

alias-collision = địa chỉ cũ "{ $alias }" trùng với một địa chỉ đang dùng
    .rule = địa chỉ trong aliases không được trùng với bài nào khác hay với aliases của bài khác.
    .why = loa không biết phải đưa người đọc tới đâu.
    .help = hãy bỏ địa chỉ này ở một trong hai bài.
    .other = Nơi kia: { $other }.
    .bad = hai bài cùng ghi aliases: [canh-bao/viec-nhe]
    .good = chỉ một bài ghi aliases: [canh-bao/viec-nhe]

page-too-large = có trang dài quá { $limit } byte
    .rule = mỗi trang có giới hạn về độ dài.
    .why = trang quá dài không mở được trên điện thoại cũ. Cũng có thể giao diện lặp mãi không dừng.
    .help = hãy tách bài thành nhiều bài ngắn hơn. Nếu bài không dài, hãy báo người làm giao diện.
    .bad = một bài dán cả nghìn trang văn bản
    .good = mỗi văn bản một bài

page-too-heavy = trang của bài này nặng { $bytes } byte khi tải về, mức cho phép là { $limit }
    .rule = một bài không có ảnh nặng nhất 25 KB khi máy chủ đã nén, cùng với kiểu chữ và mã lệnh; có ảnh thì 60 KB, nhiều ảnh thì 100 KB. Văn bản (document) không có mức. Mục budgets trong loa.yml có thể đặt mức thấp hơn.
    .why = người đọc vùng cao dùng máy cũ và mạng chậm: trang nặng gấp đôi thì chờ gấp đôi, và tốn gói dữ liệu của họ.
    .help = hãy tách bài thành nhiều bài ngắn hơn. Lúc "check --release", điều này là lỗi.
    .pictures = Trang có { $pictures } ảnh: hãy bớt ảnh, hoặc chuyển ảnh sang bài khác.
    .bad = một bài dài bằng cả cuốn sổ tay, hoặc có mười ảnh
    .good = mỗi chương một bài, mỗi bài một hai ảnh

output-needs-address = chưa làm được "{ $output }" vì loa.yml chưa có base_url
    .rule = fragments (mỗi bài một tệp fragment.html để chép vào trang của cổng) và json_feed (tin mới cho phần mềm) chỉ gồm những địa chỉ đầy đủ, nên cần biết trang sẽ đặt ở đâu. Bài có nút Thoát nhanh (leave_quickly, sensitive, câu chuyện) không có fragment.html: chép sang trang khác thì mất nút ấy. Trang chưa dịch cũng không có.
    .why = thiếu địa chỉ, phần này không được làm và không ai hay.
    .help = hãy thêm base_url vào loa.yml, hoặc bỏ tên này khỏi outputs.
    .bad = outputs: [pages, search, fragments]
    .good =
        base_url: https://tinh-x.example/phong-chong/
        outputs: [pages, search, fragments]

assets-too-heavy = các tệp { $what } của giao diện nặng { $bytes } byte khi tải về, mức cho phép là { $limit }
    .rule = kiểu chữ (CSS) nặng nhất 8 KB, mã lệnh (JavaScript) nặng nhất 3 KB khi máy chủ đã nén. Mục budgets trong loa.yml có thể đặt mức thấp hơn.
    .why = mọi trang đều tải các tệp này trước khi hiện chữ.
    .help = hãy báo người làm giao diện. Lúc "check --release", điều này là lỗi.
    .bad = themes/default/assets/site.css dài 60 KB
    .good = themes/default/assets/site.css dài 28 KB, nén còn 7 KB

## Tệp mà loa không nhận

refused-symlink = đây là một lối tắt sang nơi khác, loa không đi theo
    .rule = loa chỉ đọc tệp nằm trong thư mục của trang.
    .why = lối tắt có thể kéo vào trang những tệp riêng trên máy.
    .help = hãy chép tệp thật vào đây thay cho lối tắt.
    .bad = anh.jpg trỏ tới một thư mục khác trên máy
    .good = anh.jpg là tệp thật

refused-device = đây không phải một tệp thường
    .rule = thư mục của trang chỉ chứa tệp và thư mục.
    .why = đọc một thiết bị hay một đường ống có thể làm loa đứng chờ mãi.
    .help = hãy chuyển nó ra khỏi thư mục của trang.
    .bad = một ống dẫn hay ổ cắm của hệ điều hành
    .good = tệp chữ, ảnh, bản ghi âm

refused-name = tên này có ký tự mà máy khác không đọc được
    .rule = tên tệp không có ký tự điều khiển, các dấu \ < > : " | ? *, dấu chấm hay dấu cách ở cuối, và không trùng tên riêng của Windows như con, nul.
    .why = khi chép sang Windows hay USB, tệp này sẽ mất hoặc đổi tên.
    .help = hãy đổi tên tệp, chỉ dùng chữ, chữ số và dấu gạch nối.
    .bad = anh: bìa?.jpg
    .good = anh-bia.jpg

refused-large = tệp này nặng { $size } MB, quá mức { $limit } MB
    .rule = một tệp chữ có giới hạn về độ dài.
    .why = tệp chữ dài như vậy thường là phim hay ảnh bị đổi đuôi.
    .help = hãy xem lại tệp. Nếu đúng là bài viết, hãy tách thành nhiều bài.
    .bad = phim.mp4 đổi tên thành vi.md
    .good = vi.md dài vài trang

refused-twin = tên này trùng với { $other }, chỉ khác ở cách máy ghi dấu
    .rule = hai tên trông giống hệt nhau thì được coi là một.
    .why = có máy ghi chữ và dấu liền nhau, có máy ghi rời. Mắt không phân biệt được, nên không ai biết tệp nào là tệp nào.
    .help = hãy mở cả hai, giữ một tệp và xóa tệp kia.
    .bad = hai thư mục cùng tên "trẻ", chép từ hai máy khác nhau
    .good = một thư mục "tre"

refused-deep = thư mục lồng nhau quá { $limit } tầng
    .rule = thư mục của trang không lồng quá sâu.
    .why = lồng sâu như vậy thường do chép nhầm thư mục vào chính nó.
    .help = hãy xem lại và bỏ phần chép nhầm.
    .bad = trang/trang/trang/trang/…
    .good = content/chuyen-muc/ten-bai/

## loa.yml

base-url-form = base_url phải là một địa chỉ đầy đủ
    .rule = base_url bắt đầu bằng https:// hoặc http:// và là nơi đặt trang.
    .why = địa chỉ này được ghi vào sơ đồ trang và các liên kết chia sẻ.
    .help = hãy ghi đủ địa chỉ nơi đặt trang. Nếu chưa biết, hãy bỏ mục này: trang vẫn chạy.
    .bad = base_url: congthongtin.example/pcmbn
    .good = base_url: https://congthongtin.example/pcmbn/

unknown-section = nav nhắc tới chuyên mục "{ $section }", nhưng trong content không có thư mục ấy
    .rule = mục nav của loa.yml ghi tên các thư mục chuyên mục có thật.
    .why = trình đơn sẽ thiếu một mục.
    .help = hãy sửa tên, bỏ tên ấy, hoặc tạo chuyên mục.
    .right = Gần giống nhất là "{ $right }".
    .bad = nav: [canhbao]
    .good = nav: [canh-bao]

unknown-unit = loa.yml chưa có đơn vị "{ $unit }"
    .rule = mục units của bài ghi mã của các đơn vị đã khai trong loa.yml.
    .why = dưới bài sẽ không hiện tên đơn vị nào.
    .help = hãy sửa mã, hoặc thêm đơn vị vào units trong loa.yml.
    .known = Đã khai: { $known }.
    .bad = units: [cong-an]
    .good =
        loa.yml:
        units:
          cong-an: { "{" } vi: Công an tỉnh { "}" }

topic-collision = hai chủ đề "{ $a }" và "{ $b }" cho cùng một đường dẫn
    .rule = hai chủ đề khác nhau phải cho hai đường dẫn khác nhau khi bỏ dấu.
    .why = hai trang chủ đề sẽ đè lên nhau.
    .help = hãy đổi một trong hai tên, hoặc khai chúng với hai mã khác nhau ở topics trong loa.yml.
    .bad = topics: [bán, bản]
    .good = topics: [mua bán, bản làng]

accepted-unknown = loa.yml chấp nhận cảnh báo "{ $code }", nhưng không còn chỗ nào như vậy
    .rule = mỗi dòng trong accepted ứng với một cảnh báo đang có.
    .why = dòng thừa có thể che một cảnh báo khác về sau.
    .help = hãy bỏ dòng này khỏi accepted.
    .place = Chỗ ghi trong đó: { $place }.
    .bad = accepted còn giữ một cảnh báo đã sửa xong
    .good = accepted chỉ có những cảnh báo đang hiện

## Ngôn ngữ và chữ của giao diện

bad-language-record = tệp mô tả ngôn ngữ này chưa dùng được
    .rule = language.yml có tag, autonym, name, script, direction, chain, formats_as, collates_as.
    .why = thiếu các điều này, trang không biết tên ngôn ngữ, cỡ chữ và thứ tự chữ cái.
    .help = hãy so với language.yml của một ngôn ngữ có sẵn.
    .bad = autonym để trống
    .good =
        tag: km
        autonym: "ភាសាខ្មែរ"

language-folder-without-record = thư mục i18n/{ $name } không thuộc ngôn ngữ nào loa biết
    .rule = mỗi thư mục trong i18n mang tên một mã ngôn ngữ, và có tệp language.yml nếu loa chưa có sẵn ngôn ngữ ấy.
    .why = không có language.yml, những lời trong thư mục này không dùng được.
    .help = hãy chạy "loa new language MÃ" để tạo language.yml, hoặc đổi tên thư mục cho đúng mã.
    .right = Có phải tiếng cần ghi có mã là "{ $right }"?
    .bad = i18n/tay/site.ftl
    .good = i18n/tyz/site.ftl

language-chain-circle = các ngôn ngữ thay cho nhau thành vòng: { $circle }
    .rule = chain của một ngôn ngữ không dẫn ngược về chính nó.
    .why = lời nào thiếu ở cả hai bên thì không biết lấy của bên nào trước.
    .help = hãy bỏ bớt một mã trong chain. Thường chỉ cần chain: [vi].
    .bad =
        jra: chain: [rad, vi]
        rad: chain: [jra, vi]
    .good =
        jra: chain: [rad, vi]
        rad: chain: [vi]

language-unknown-locale = chưa có quy tắc số đếm và thứ tự chữ cái cho mã "{ $value }" (mục { $key })
    .rule = formats_as và collates_as mang mã của một ngôn ngữ đã có quy tắc trong bảng chung của Unicode.
    .why = với mã không có quy tắc, máy lặng lẽ dùng số nhiều và thứ tự chữ cái của tiếng Anh.
    .help = tiếng viết bằng chữ Latinh ở Việt Nam dùng quy tắc của tiếng Việt.
    .right = Thường viết: { $right }
    .bad = formats_as: tyz
    .good = formats_as: vi

language-unknown-script = không có kiểu chữ nào mang mã "{ $value }"
    .rule = script là mã bốn chữ cái theo chuẩn ISO 15924: Latn, Khmr, Hant, Cham, Tavt, Arab.
    .why = loa cần biết kiểu chữ để kiểm tra bài và chọn phông.
    .help = hãy tra lại mã, viết hoa chữ cái đầu.
    .right = Kiểu chữ thường dùng của ngôn ngữ này: { $right }
    .bad = script: Latin
    .good = script: Latn

language-script-differs = mã "{ $tag }" nghĩa là kiểu chữ { $implied }, không phải { $script }
    .rule = kiểu chữ ghi ở script trùng với kiểu chữ mà mã ngôn ngữ nói đến.
    .why = trình duyệt, máy đọc màn hình và máy tìm kiếm chỉ nhìn mã, nên sẽ đọc sai cả trang.
    .help = hãy dùng mã có ghi kiểu chữ, đổi cả tên thư mục và languages trong loa.yml.
    .right = Mã cần dùng: { $right }
    .bad =
        tag: cja
        script: Latn
    .good =
        tag: cja-Latn
        script: Latn

bare-language-tag = mã "{ $tag }" để trống kiểu chữ nên nghĩa là chữ { $script }
    .rule = ngôn ngữ viết bằng nhiều kiểu chữ phải ghi kiểu chữ trong mã.
    .why = trình duyệt, máy đọc màn hình và máy tìm kiếm chỉ nhìn mã, nên sẽ đọc sai cả trang.
    .help = hãy hỏi bà con đọc kiểu chữ nào, rồi ghi mã của kiểu chữ ấy, đổi cả tên tệp.
    .right = Chọn một trong: { $right }
    .bad = languages: [vi, cja]
    .good = languages: [vi, cja-Latn]

confused-language-tag = mã "{ $tag }" là của một ngôn ngữ khác
    .rule = mã ngôn ngữ là mã của đúng tiếng mà bà con nói.
    .why = tên gần giống nhau nhưng là hai tiếng khác nhau, có khi ở hai nước khác nhau.
    .help = nếu đúng là tiếng này, hãy tạo tệp i18n/<mã>/language.yml cho nó.
    .right = Có phải tiếng cần ghi là { $right }?
    .bad = languages: [vi, daz]
    .good = languages: [vi, ium]

wrong-script = bài này phần nhiều không viết bằng { script-declared }
    .label = chỗ này là { script-found }
    .rule = trên 90 % chữ cái của bài thuộc kiểu chữ của ngôn ngữ ghi ở tên tệp (tên riêng không tính).
    .why = máy đọc màn hình sẽ đọc bằng giọng sai, và người tìm không thấy bài. Thường là tệp lưu nhầm tên.
    .help = hãy xem lại tên tệp: lời tiếng Việt nằm trong vi.md, lời tiếng Khmer trong km.md.
    .right = Nếu ngôn ngữ này viết bằng kiểu chữ ấy, mã cần dùng là { $right }.
    .bad = km.md: Khi thấy dấu hiệu lạ, hãy gọi người thân.
    .good = vi.md: Khi thấy dấu hiệu lạ, hãy gọi người thân.

script-declared = { $script ->
    [Latn] chữ Latinh
    [Khmr] chữ Khmer
    [Hant] chữ Hán phồn thể
    [Hans] chữ Hán giản thể
    [Laoo] chữ Lào
    [Thai] chữ Thái Lan
    [Tavt] chữ Thái Việt Nam
    [Cham] chữ Chăm
    [Arab] chữ Ả Rập
    [Cyrl] chữ Kirin
    [Hmnp] chữ Hmông Nyiakeng
   *[other] kiểu chữ { $script }
}
script-found = { $found ->
    [Latn] chữ Latinh
    [Khmr] chữ Khmer
    [Hani] chữ Hán
    [Laoo] chữ Lào
    [Thai] chữ Thái Lan
    [Tavt] chữ Thái Việt Nam
    [Cham] chữ Chăm
    [Arab] chữ Ả Rập
    [Cyrl] chữ Kirin
    [Hmnp] chữ Hmông Nyiakeng
   *[other] kiểu chữ { $found }
}

unknown-font = giao diện không có phông "{ $name }"
    .rule = font trong language.yml là tên một phông của giao diện: tệp assets/fonts/<tên>.woff2 và danh sách fonts/<tên>.codepoints.txt.
    .why = máy cũ sẽ vẽ chữ của ngôn ngữ này thành ô vuông.
    .help = hãy sửa tên, hoặc bỏ dòng font để dùng phông của máy người đọc.
    .right = Có phải "{ $right }"?
    .known = Giao diện đang có: { $known }.
    .bad = font: khmer
    .good = font: noto-sans-khmer

font-lacks-character = phông { $font } không vẽ được "{ $character }" ({ $code })
    .rule = mọi chữ cái, chữ số và dấu của một ngôn ngữ nằm trong một phông, là phông ghi ở font của ngôn ngữ ấy.
    .why = chữ và dấu lấy từ hai phông thì dấu nằm lệch, người đọc không nhận ra chữ.
    .help = hãy xem chữ này có gõ đúng không. Nếu đúng, cần một phông có chữ ấy, hoặc bỏ dòng font của ngôn ngữ này.
    .bad = rad.md: Ɖắk Lắk
    .good = rad.md: Đắk Lắk

font-list-syntax = dòng "{ $line }" không phải một khoảng mã chữ
    .rule = tệp fonts/<tên>.codepoints.txt có mỗi dòng một mã chữ hoặc một khoảng, sau dấu # là lời ghi chú.
    .why = loa dùng danh sách này để biết phông vẽ được những chữ nào.
    .help = hãy viết theo dạng U+1780 hoặc U+1780-17FF.
    .bad = 1780..17FF
    .good = U+1780-17FF

strings-syntax = loa không đọc được một dòng trong tệp chữ của giao diện
    .label = dừng ở đây
    .rule = tệp .ftl gồm các dòng "tên = lời", tên chỉ có chữ không dấu, chữ số và dấu gạch nối.
    .why = dòng này sẽ không có tác dụng.
    .help = hãy xem lại dấu bằng, dấu ngoặc nhọn và khoảng trống đầu dòng.
    .detail = Máy báo: { $detail }
    .bad = đọc-thêm = Đọc thêm
    .good = read-more = Đọc thêm

strings-doubled = lời "{ $id }" được ghi hai lần
    .rule = mỗi tên chỉ ghi một lần trong một tệp .ftl.
    .why = chỉ một trong hai lời được dùng.
    .help = hãy bỏ một dòng.
    .bad =
        read-more = Đọc thêm
        read-more = Xem tiếp
    .good = read-more = Đọc thêm

strings-failed = loa không ghép được lời "{ $id }"
    .rule = lời trong .ftl chỉ dùng những biến mà giao diện đưa cho.
    .why = người đọc sẽ thấy lời bằng ngôn ngữ khác, hoặc thấy tên máy.
    .help = hãy so với lời cùng tên trong i18n/vi/site.ftl.
    .detail = Máy báo: { $detail }
    .bad = pages = { "{" } $so { "}" } trang
    .good = pages = { "{" } $count { "}" } trang

strings-variable = lời "{ $id }" dùng biến ${ $name } mà không ai đưa cho
    .rule = một lời chỉ dùng những biến mà bản gốc i18n/vi/site.ftl và các mẫu trang đưa cho nó.
    .why = người đọc sẽ thấy tên biến, hoặc thấy lời bằng ngôn ngữ khác.
    .help = hãy so với lời cùng tên trong bản gốc. Tên biến không dịch.
    .right = Có phải biến cần dùng là ${ $right }?
    .known = Lời này được dùng: { $known }.
    .bad = page-number = Trang { "{" } $so { "}" }
    .good = page-number = Trang { "{" } $n { "}" }

strings-function = lời "{ $id }" gọi hàm { $name } chưa đúng
    .rule = chỉ có hai hàm: NUM($n) chấm hàng nghìn, DATE($n) thêm số 0. Mỗi hàm nhận một biến.
    .why = hàm khác không chạy, người đọc sẽ thấy lời bằng ngôn ngữ khác.
    .help = hãy bỏ tên hàm, chỉ giữ biến, hoặc dùng một trong hai hàm ấy.
    .right = Cách viết đúng: { $right }
    .known = Các hàm có: { $known }.
    .bad = entries-count = { "{" } NUMBER($count) { "}" } bài
    .good = entries-count = { "{" } NUM($count) { "}" } bài

strings-reference = lời "{ $id }" nhắc đến "{ $name }", nhưng không có lời ấy
    .rule = lời được nhắc trong ngoặc nhọn phải có trong tệp .ftl của cùng ngôn ngữ.
    .why = loa không lấy lời của ngôn ngữ khác để ghép vào giữa câu.
    .help = hãy viết thêm lời ấy, hoặc viết thẳng chữ thay cho chỗ nhắc.
    .bad = need-help = { "{" } hoi { "}" } Gọi ngay
    .good =
        hoi = Bạn cần giúp?
        need-help = { "{" } hoi { "}" } Gọi ngay

strings-attribute = lời "{ $id }" thiếu phần .{ $name } mà bản gốc có
    .short = lời "{ $id }" không có lời nào sau dấu bằng
    .rule = một lời dịch có đủ các phần của bản gốc: lời sau dấu bằng, và các dòng thụt vào bắt đầu bằng dấu chấm.
    .why = phần thiếu không được thay bằng ngôn ngữ khác, chỗ ấy sẽ để trống.
    .help = hãy xem lời cùng tên trong i18n/vi/site.ftl và viết cho đủ.
    .bad =
        call =
            { "." }title = Bấm để gọi
    .good =
        call = Gọi
            { "." }title = Bấm để gọi

strings-plural = lời "{ $id }" chia theo [{ $name }], nhưng ngôn ngữ này không chia như vậy
    .rule = tiếng Việt và các tiếng viết như tiếng Việt không chia số ít, số nhiều: chỉ dùng [0], [1] và *[other].
    .why = nhánh ấy không bao giờ được chọn, hoặc được chọn hay không tùy bản của trình duyệt và của loa.
    .help = hãy thay [one] bằng [1], [zero] bằng [0], rồi để phần còn lại trong *[other].
    .known = Ngôn ngữ này có: { $known } và *[other].
    .bad = [one] { "{" } $count { "}" } bài
    .good = [1] { "{" } $count { "}" } bài

strings-unknown-id = mẫu trang cần lời "{ $id }", nhưng không ngôn ngữ nào có
    .rule = mỗi tên trong t(id="…") của mẫu trang có một lời trong i18n/vi/site.ftl.
    .why = người đọc sẽ thấy tên máy thay cho lời.
    .help = hãy sửa tên trong mẫu trang, hoặc thêm lời ấy vào i18n/vi/site.ftl.
    .right = Có phải lời cần dùng là "{ $right }"?
    .bad = t(id="hom")
    .good = t(id="home")

strings-wrong-script = lời "{ $id }" ghi cho { $lang } mà không có chữ nào thuộc kiểu chữ { $script }
    .rule = lời giao diện viết bằng chữ của ngôn ngữ ấy.
    .why = nút bấm tiếng Việt mang tên tiếng khác: máy đọc sẽ đọc sai, người đọc không hiểu.
    .help = hãy dịch lời này, hoặc xóa dòng đó: loa sẽ hiện lời tiếng Việt và ghi đúng là tiếng Việt.
    .bad = i18n/km/site.ftl: home = Trang chủ
    .good = i18n/km/site.ftl: home = ទំព័រដើម

strings-call = mẫu trang gọi lời "{ $id }" mà không đưa { $lacking }
    .rule = mẫu trang đưa đủ các biến mà lời cần.
    .why = thiếu một biến, lời ấy không nói được ở ngôn ngữ nào.
    .help = hãy thêm biến vào lời gọi, ví dụ t(id="entries-count", count=list.total).
    .bad = t(id="entries-count")
    .good = t(id="entries-count", count=list.total)

strings-missing = giao diện { $lang } còn thiếu { $count } lời
    .rule = tệp site.ftl của mỗi ngôn ngữ nên có đủ các lời của i18n/vi/site.ftl.
    .why = lời nào thiếu thì người đọc thấy lời của ngôn ngữ thay thế, thường là tiếng Việt.
    .help = khi có người dịch, hãy bổ sung dần.
    .known = Những lời đầu tiên: { $known }.
    .bad = site.ftl chỉ có skip và menu
    .good = site.ftl có đủ các lời như bản gốc

strings-dropped = lời "{ $id }" bỏ mất biến ${ $name } của bản gốc
    .rule = bản dịch thường dùng mọi biến mà bản gốc dùng.
    .why = biến là con số, ngày hay tên. Bỏ đi thì người đọc thiếu điều ấy.
    .help = hãy thêm biến vào chỗ thích hợp. Nếu tiếng này không cần, có thể để vậy.
    .bad = reading-time = Đọc nhanh
    .good = reading-time = Đọc trong { "{" } $n { "}" } phút

strings-obsolete = không ai dùng lời "{ $id }" nữa
    .rule = mỗi lời trong site.ftl có ở bản gốc, hoặc có một mẫu trang hay một lời khác gọi đến.
    .why = thường là tên gõ nhầm, hoặc bản gốc đã đổi tên: khi ấy lời dịch này không hiện ra ở đâu cả.
    .help = hãy sửa tên, hoặc bỏ dòng này.
    .right = Có phải tên cần viết là "{ $right }"?
    .bad = mennu = មាតិកា
    .good = menu = មាតិកា

strings-unused = không ai dùng lời "{ $id }"
    .rule = mỗi lời thêm vào được một mẫu trang hay một lời khác gọi đến.
    .why = thường là tên gõ nhầm, nên lời cũ vẫn hiện ra.
    .help = hãy sửa tên, hoặc bỏ dòng này.
    .right = Có phải tên cần viết là "{ $right }"?
    .bad = mennu = Mục của chúng tôi
    .good = menu = Mục của chúng tôi

strings-markup = lời "{ $id }" có dấu < của HTML
    .rule = lời của giao diện chỉ là chữ. Chỉ lời có tên kết thúc bằng -html mới được chứa dấu <.
    .why = loa không đưa mã HTML từ lời dịch vào trang, nên người đọc sẽ thấy cả dấu <.
    .help = hãy bỏ mã HTML, hoặc viết "dưới", "nhỏ hơn" thay cho dấu <.
    .bad = call = <b>Gọi</b>
    .good = call = Gọi

strings-not-nfc = chữ ở đây gõ rời dấu
    .label = từ chỗ này
    .rule = lời trong .ftl viết bằng chữ dựng sẵn (Unicode dựng sẵn, NFC).
    .why = chữ rời dấu nhìn giống nhưng tìm trong tệp không thấy, và công cụ dịch khác có thể làm hỏng.
    .help = hãy mở tệp bằng bộ gõ đặt bảng mã "Unicode dựng sẵn" và gõ lại, hoặc nhờ người dịch lưu lại tệp.
    .bad = chữ ê gồm chữ e và dấu mũ gõ riêng
    .good = chữ ê là một ký tự

strings-invisible = lời "{ $id }" có ký tự không nhìn thấy ({ $code })
    .rule = lời của giao diện không có khoảng trắng cứng và ký tự rộng bằng không. Riêng chữ Khmer, Lào, Thái được dùng U+200B để ngắt dòng.
    .why = ký tự ấy làm dòng chữ ngắt sai, chép đi không tìm lại được.
    .help = hãy xóa ký tự ấy và gõ lại một dấu cách thường.
    .bad = dấu cách chép từ Word
    .good = dấu cách gõ trên bàn phím

strings-phone = số điện thoại { $number } được viết thẳng vào lời của giao diện
    .rule = số điện thoại chỉ nằm trong sổ đường dây nóng, không viết trong .ftl.
    .why = khi số đổi, sửa một chỗ trong sổ là mọi ngôn ngữ cùng đúng. Số nằm trong lời dịch thì sót lại.
    .help = hãy bỏ số khỏi lời. Nút gọi và số đã có sẵn trên mọi trang.
    .bad = need-help = Cần giúp? Gọi 111
    .good = need-help = Bạn cần giúp?

## Giao diện

theme-missing = không có giao diện nào tên là "{ $name }"
    .rule = mục theme của loa.yml là tên một thư mục trong themes, hoặc giao diện có sẵn.
    .why = không có giao diện thì không dựng được trang.
    .help = hãy bỏ mục theme để dùng giao diện có sẵn, hoặc sửa tên.
    .bad = theme: giao-dien-moi
    .good = themes/giao-dien-moi/theme.yml

theme-syntax = mẫu trang này viết chưa đúng
    .label = dừng ở đây
    .rule = mẫu trang viết theo cú pháp Tera 2.
    .why = các trang dùng mẫu này không dựng được.
    .help = hãy báo người làm giao diện, kèm dòng sau.
    .detail = Máy báo: { $detail }
    .line = Dòng { $line }.
    .bad = { "{" }% if entry.summary %{ "}" }<p>
    .good = { "{" }% if entry.summary %{ "}" }<p></p>{ "{" }% endif %{ "}" }

theme-unsafe = mẫu trang dùng bộ lọc safe
    .rule = mẫu trang không được dùng bộ lọc safe.
    .why = chữ do người viết gõ vào có thể thành mã lệnh chạy trên máy người đọc.
    .help = hãy bỏ "| safe". Phần chữ đã định dạng đến từ loa sẵn dưới dạng đúng.
    .bad = {"{{"} entry.title | safe {"}}"}
    .good = {"{{"} entry.title | say {"}}"}

theme-unquoted = giá trị trong thẻ HTML thiếu dấu nháy
    .rule = giá trị của thuộc tính đứng trong dấu nháy kép.
    .why = một khoảng trống trong tiêu đề sẽ thành một thuộc tính khác, có thể là mã lệnh.
    .help = hãy đặt dấu nháy kép quanh giá trị.
    .bad = <p title={"{{"} entry.title.text {"}}"}>
    .good = <p title="{"{{"} entry.title.text {"}}"}">

theme-cycle = các mẫu trang gọi nhau thành vòng
    .rule = một mẫu không được gọi lại chính nó, dù qua mẫu khác.
    .why = dựng trang sẽ không bao giờ xong.
    .help = hãy báo người làm giao diện, kèm dòng sau.
    .detail = Vòng: { $detail }
    .bad = a.html gọi b.html, b.html gọi a.html
    .good = a.html gọi b.html

theme-render = không dựng được trang này bằng mẫu { $template }
    .rule = mẫu trang chỉ dùng những giá trị mà loa đưa cho.
    .why = trang này không lên được.
    .help = đây là lỗi của giao diện, không phải của bài. Hãy báo người làm giao diện, kèm dòng sau.
    .detail = Máy báo: { $detail }
    .bad = mẫu dùng một giá trị không có
    .good = mẫu chỉ dùng giá trị có trong tài liệu về giao diện

theme-api = giao diện này làm cho một bản loa khác (bản { $version })
    .rule = mục api trong theme.yml khớp với bản loa đang dùng.
    .why = mẫu trang có thể gọi những điều bản loa này không có.
    .help = hãy dùng giao diện đúng bản, hoặc bỏ mục theme để dùng giao diện có sẵn.
    .bad = theme.yml ghi một bản không khớp
    .good = theme.yml ghi đúng bản

## Dạng của giá trị, dùng trong wrong-type

expected =
    { $expected ->
        [line] { expected-line }
        [text] { expected-text }
        [date] { expected-date }
        [bool] { expected-bool }
        [count] { expected-count }
        [one-of] { expected-one-of }
        [slug] { expected-slug }
        [file] { expected-file }
        [phone] { expected-phone }
        [lang] { expected-lang }
        [url] { expected-url }
        [digest] { expected-digest }
        [list] { expected-list }
        [group] { expected-group }
        [map] { expected-map }
        [by-language] { expected-by-language }
       *[other] { $expected }
    }
expected-line = một dòng chữ
expected-text = một đoạn chữ
expected-date = một ngày, ví dụ 2026-07-30
expected-bool = true (có) hoặc false (không)
expected-count = một số nguyên, ví dụ 3
expected-one-of = một từ trong các từ định sẵn
expected-slug = tên một thư mục: chữ thường không dấu, chữ số, gạch nối
expected-file = tên một tệp trong thư mục của bài
expected-phone = một số điện thoại đặt trong dấu nháy, ví dụ "111"
expected-lang = một mã ngôn ngữ, ví dụ vi hoặc hmn-VN
expected-url = một địa chỉ đầy đủ, bắt đầu bằng https://
expected-digest = mười hai ký tự do loa ghi
expected-list = một danh sách, ví dụ [một, hai]
expected-group = các dòng con lùi vào hai dấu cách
expected-map = các dòng con, mỗi dòng một tên và một giá trị
expected-by-language = một dòng chữ, hoặc mỗi ngôn ngữ một dòng con

## Lời trong báo cáo

cli-error = lỗi
cli-warning = cảnh báo
cli-why = vì sao
cli-paste = sửa thành
cli-cure = cách sửa
cli-more = xem thêm: loa explain { $code }
cli-rest = … và { $count } chỗ nữa: cảnh báo[{ $code }]
cli-rule = quy tắc
cli-bad = chưa đúng
cli-good = đúng
cli-summary = { $pages } trang, { $files } tệp, { $errors } lỗi, { $warnings } cảnh báo, { $ms } ms
cli-weight-page = Bài nặng nhất (đã nén gzip, chưa kể ảnh): { $path } { $bytes } byte, mức { $limit }
cli-weight-css = CSS { $bytes } byte, mức { $limit }
cli-weight-js = JavaScript { $bytes } byte, mức { $limit }
cli-weight-search = tìm kiếm { $bytes } byte, mức { $limit }
cli-built = Đã dựng xong trang vào { $out }
cli-kept-going = Các bài có lỗi được để lại, phần còn lại đã dựng vào { $out }
cli-nothing-changed = Chưa ghi gì vào { $out }. Nếu ở đó đã có trang, trang vẫn như cũ.
cli-here = thư mục này
cli-all-good = Không có lỗi, không có cảnh báo.
cli-watch-reading = Đang đọc các bài…
cli-watch-address = Xem thử trang tại: { $address }
cli-watch-lan = Trên điện thoại cùng mạng: { $address }
cli-watch-taken = Cổng { $taken } đang có chương trình khác dùng, nên loa lấy cổng { $port }.
cli-watch-end = Mỗi lần bạn lưu tệp, trang xem thử tự đổi theo. Muốn dừng: nhấn Ctrl-C.
cli-watch-first = { $pages } trang, { $errors } lỗi, { $warnings } cảnh báo, { $ms } ms
cli-watch-step =
    { $what ->
        [day] Sang ngày mới: { $pages } trang đổi theo, { $ms } ms
        [file] { $file }: { $pages } trang đổi theo, { $ms } ms
       *[other] { $file } và { $more } tệp nữa: { $pages } trang đổi theo, { $ms } ms
    }
cli-watch-errors = Còn { $errors } lỗi. Chỗ nào có lỗi, trang xem thử giữ bản tốt gần nhất cho đến khi sửa xong.
cli-watch-mended = Đã hết lỗi.
cli-watch-polls =
    { $why ->
        [asked] loa xem lại các tệp mỗi giây một lần, như bạn đã chọn.
        [ran-out] Máy không nhận theo dõi thêm thư mục nào nữa, nên loa xem lại các tệp mỗi giây một lần. Trang xem thử đổi theo chậm hơn một chút.
        [share] Thư mục này nằm trên ổ đĩa mạng hoặc ổ dùng chung ({ $detail }), nơi máy không báo khi tệp thay đổi, nên loa xem lại các tệp mỗi giây một lần.
        [silent] Ở thư mục này máy không báo khi tệp thay đổi, nên loa xem lại các tệp mỗi giây một lần.
       *[other] Máy không cho theo dõi thư mục ({ $detail }), nên loa xem lại các tệp mỗi giây một lần.
    }
cli-watch-waits = Trang xem thử vẫn như cũ. loa sẽ tự thử lại.
cli-watch-readable = Lại đọc được các tệp.
cli-watch-not-opened = Không mở được trình duyệt. Hãy tự mở địa chỉ: { $address }

## Lời trợ giúp

help-loa =
    loa làm trang tuyên truyền từ một thư mục bài viết.

    Cách dùng:
      loa LỆNH [tùy chọn]

    Lệnh:
      loa new        bắt đầu một trang, hoặc thêm một bài, một ngôn ngữ
      loa check      kiểm tra mọi bài, không ghi gì
      loa watch      xem thử trang trong lúc viết; lưu tệp là thấy ngay
      loa build      dựng trang vào thư mục public
      loa translate  giữ cho bản dịch theo kịp bản gốc
      loa fix        đổi chữ gõ bằng bảng mã cũ, sau khi bạn đồng ý
      loa explain    giải thích một mã lỗi

    Tùy chọn, đặt trước hay sau lệnh đều được:
      --site THƯ-MỤC     thư mục của trang; bình thường là thư mục đang đứng
      --ui-lang vi|en    ngôn ngữ của lời báo; cũng có thể đặt biến LOA_LANG
      --format human|json
                         lời báo cho người đọc, hay mỗi dòng một mục cho máy đọc
      -h, --help         xem lời này; "loa build --help" xem riêng một lệnh
      -V, --version      xem loa bản nào

    Lệnh xong trả về 0 nếu tốt, 1 nếu bài có lỗi, 2 nếu dòng lệnh hoặc loa.yml có lỗi, 3 nếu máy có trở ngại.
help-build =
    Dựng trang. Nếu bài có lỗi, trang đang có được giữ nguyên.

    Cách dùng:
      loa build [tùy chọn]

    Tùy chọn:
      --out THƯ-MỤC      nơi đặt trang; bình thường là public
      --base-url ĐỊA-CHỈ địa chỉ nơi trang sẽ nằm, thay cho base_url trong loa.yml
      --drafts           dựng cả bài nháp và bài chờ duyệt, để xem thử
      --keep-going       để lại các bài có lỗi và dựng phần còn lại
      --today NGÀY       coi hôm nay là ngày này, ví dụ 2026-07-30

    Các tùy chọn --site, --ui-lang, --format: xem "loa --help".
help-check =
    Kiểm tra mọi bài đúng như khi dựng trang, nhưng không ghi gì.

    Cách dùng:
      loa check [tùy chọn]

    Tùy chọn:
      --release          kiểm tra chặt như trước khi phát hành
      --today NGÀY       coi hôm nay là ngày này, ví dụ 2026-07-30

    Các tùy chọn --site, --ui-lang, --format: xem "loa --help".
help-watch =
    Xem thử trang trong trình duyệt. Mỗi lần bạn lưu tệp, trang đổi theo, kể cả bài nháp.
    Không ghi gì vào public. Muốn dừng: nhấn Ctrl-C.

    Cách dùng:
      loa watch [tùy chọn]

    Tùy chọn:
      --port SỐ          cổng xem thử; nếu có chương trình khác đang dùng thì lấy cổng kế tiếp
      --open             mở luôn trình duyệt
      --follow           trình duyệt tự đến chỗ vừa sửa
      --lan              cho điện thoại và máy khác trong cùng mạng xem, bằng địa chỉ riêng
      --poll             cứ mỗi giây xem lại các tệp, dùng khi thư mục nằm trên ổ đĩa mạng
      --today NGÀY       coi hôm nay là ngày này, ví dụ 2026-07-30

    Các tùy chọn --site, --ui-lang, --format: xem "loa --help".
help-new =
    Bắt đầu một trang trong thư mục trống, hoặc thêm một bài, một ngôn ngữ vào trang.

    Cách dùng:
      loa new                          loa hỏi từng điều
      loa new LOẠI ĐƯỜNG-DẪN           ví dụ: loa new alert canh-bao/viec-nhe-luong-cao
      loa new language MÃ              thêm một ngôn ngữ, ví dụ: loa new language tyz

    Loại bài:
      article   bài viết, tin          document   văn bản
      alert     cảnh báo               hotline    số điện thoại
      guide     hướng dẫn              script     bài phát thanh, tiểu phẩm
      story     câu chuyện             page       trang thường
      event     sự kiện

    Loa không bao giờ ghi đè lên tệp đã có.
    Các tùy chọn --site, --ui-lang, --format: xem "loa --help".
help-translate =
    Giữ cho bản dịch theo kịp bản gốc.

    Cách dùng:
      loa translate status [BÀI] [TIẾNG]     bài nào đã dịch, bài nào đã cũ
      loa translate start BÀI TIẾNG          bắt đầu một bản dịch
      loa translate diff BÀI TIẾNG           xem đoạn nào của bản gốc đã đổi
      loa translate accept BÀI TIẾNG         đã đọc lại, bản dịch khớp với bản gốc
      loa translate accept --minor BÀI       bản gốc chỉ sửa lỗi gõ, mọi bản dịch vẫn đúng
      loa translate export BÀI TIẾNG         ghi tệp cho người dịch (PO)
      loa translate import TỆP               nhận tệp mà người dịch gửi về

    BÀI là thư mục của bài trong content, dấu chấm là trang chủ. TIẾNG là mã trong loa.yml.
    Ví dụ: loa translate diff canh-bao/viec-nhe-luong-cao km

    Tùy chọn của status:
      --require MÃ:PHẦN-TRĂM  trả về 1 nếu tiếng này chưa đạt, ví dụ --require km:80
      --out TỆP               ghi bảng ra tệp .csv hoặc .html
      --today NGÀY            coi hôm nay là ngày này
    Tùy chọn của export:
      --xliff            ghi XLIFF 2.1 thay cho PO
      --out TỆP          nơi ghi tệp

help-fix =
    Đổi những đoạn gõ bằng bảng mã cũ (TCVN3, VNI, windows-1258) của một bài sang Unicode.
    loa cho xem từng đoạn trước và sau, rồi hỏi. Bạn đồng ý thì loa mới đổi.

    Cách dùng:
      loa fix BÀI --encoding           ví dụ: loa fix canh-bao/ten-bai --encoding

    BÀI là thư mục của bài trong content/; dấu chấm (.) là trang chủ.
    Chỉ đổi các đoạn đã cho xem, phần còn lại giữ nguyên. Bản cũ nằm trong .loa/undo/.
    Các tùy chọn --site, --ui-lang, --format: xem "loa --help".
help-explain =
    Giải thích một mã lỗi: quy tắc, vì sao, trường hợp chưa đúng và trường hợp đúng.

    Cách dùng:
      loa explain MÃ                   ví dụ: loa explain unknown-phone

    Các tùy chọn --site, --ui-lang, --format: xem "loa --help".

## Lệnh loa translate

status-title = Bản dịch của trang
status-caption = Mỗi bài ở mỗi tiếng
status-entry = Bài
status-current = khớp với bản gốc
status-out-of-date = bản gốc đã đổi
status-unreviewed = chờ người đọc lại
status-draft = bản nháp
status-missing = chưa dịch
status-changed = { $count } đoạn khác bản gốc
status-changed-unknown = không rõ mấy đoạn
status-missing-count = chưa dịch { $count } bài
status-share = { $lang }: { $current } trên { $all } bài khớp với bản gốc ({ $percent } %)
status-nothing = Trang này không có bài nào cần dịch.
status-written = Đã ghi bảng vào { $path }.
status-below = { $name } chưa đạt { $percent } %: mới có { $current } trên { $all } bài khớp với bản gốc.
start-note =
    Bản dịch sang { $name }. Hãy dịch từng dòng chữ dưới đây, giữ nguyên các dấu #, *, >, |, liên kết và <hotline:…>.
    Dịch và đọc lại xong, gõ lệnh: loa translate accept { $entry } { $lang }
start-next = Dịch xong, nhờ người đọc lại, rồi gõ: loa translate accept { $entry } { $lang }
diff-count = { $entry }: { $count } đoạn đã đổi từ lúc dịch sang { $name }
diff-nothing = Bản gốc của { $entry } không đổi từ lúc dịch sang { $name }.
diff-no-record = loa không còn giữ bản gốc lúc dịch của { $entry } sang { $name }, nên không chỉ ra được đoạn nào đã đổi. Hãy so cả bài, rồi gõ: loa translate accept { $entry } { $lang }
diff-no-mark = Bản dịch { $entry } sang { $name } chưa ghi là dịch từ bản gốc nào. Hãy so cả bài, rồi gõ: loa translate accept { $entry } { $lang }
diff-edited = đã sửa
diff-moved = đã chuyển chỗ
diff-added = thêm mới
diff-removed = đã bỏ
diff-place = đoạn { $number } trên { $count }
diff-old = cũ
diff-new = mới
diff-text = lời
diff-translation = bản dịch
accept-done = Đã ghi: bản dịch { $entry } sang { $name } khớp với bản gốc hôm nay.
accept-untouched = Chưa nhận: còn { $count } đoạn chưa dịch sang { $name }, vẫn giống hệt bản gốc. Hãy dịch nốt rồi gõ lại lệnh:
accept-ask-reviewer = Ai đã đọc lại bản dịch này? Ghi tên hoặc chức danh:
minor-ask = Bản dịch { $name }: { $count } đoạn khác như trên. Nghĩa không đổi, bản dịch vẫn đúng? (c/k)
minor-done = Đã ghi cho { $count } bản dịch của { $entry }.
minor-refused = Bản { $name } của { $entry } chưa ghi: bản gốc đã đổi số, liên kết, chữ phủ định, hoặc thêm bớt đoạn, không thể coi là sửa lỗi gõ. Hãy xem: loa translate diff { $entry } { $first }
minor-unknown = Bản { $name } của { $entry } chưa ghi: không biết nó dịch từ bản gốc nào. Hãy so hai bản, rồi gõ: loa translate accept { $entry } { $first }
export-written = Đã ghi { $count } đoạn vào { $path }. Người dịch gửi lại thì gõ: loa translate import { $path }
import-done = Đã ghi bản dịch vào { $path }, chưa đăng. Nhờ người đọc lại, rồi gõ: loa translate accept { $entry } { $lang }
import-unfinished = Đã ghi vào { $path } làm bản nháp: còn { $count } đoạn chưa dịch, đang để lời gốc.
import-same = Tệp không có gì mới: bản dịch { $entry } sang { $name } giữ nguyên.
import-keeps = Chưa nhận: tệp còn { $count } đoạn chưa dịch xong, mà bản { $name } của { $entry } đang đăng. Bản đang đăng giữ nguyên; hãy gửi người dịch làm nốt.
import-refused = Chưa nhận tệp { $path }. Các bài trên trang vẫn nguyên như cũ.
import-takes-off = Bản { $name } đang đăng sẽ tạm nhường chỗ cho bản gốc cho đến khi có người đọc lại bản mới.
import-kept = Bản cũ còn ở { $path }.

## Dòng lệnh gõ chưa đúng

usage-more = Xem cách dùng: loa --help
usage-unknown-entry = trang không có bài "{ $word }"
    .right = Có phải là "{ $right }"?
    .help = BÀI là thư mục của bài trong content, ví dụ canh-bao/viec-nhe-luong-cao; dấu chấm là trang chủ.
usage-unknown-language = trang không có tiếng "{ $word }"
    .right = Có phải là "{ $right }"?
    .known = Các tiếng trong loa.yml: { $known }.
usage-is-original = "{ $word }" là tiếng của bản gốc bài { $entry }, không phải bản dịch
    .help = hãy chọn một tiếng khác.
usage-no-translation = bài { $entry } chưa có bản dịch { $name }
    .help = bắt đầu bằng: loa translate start { $entry } { $lang }
    .short = bài này chưa có bản dịch
usage-has-translation = bài { $entry } đã có bản dịch { $name }
    .help = hãy mở tệp { $path } ra sửa. Xem bản gốc đã đổi gì: loa translate diff { $entry } { $lang }
    .short = bài này đã có bản dịch
usage-export-exists = { $path } đã có và khác với tệp sắp ghi, có thể người dịch đang làm dở trong đó
    .help = hãy cất tệp ấy sang chỗ khác, hoặc ghi ra tên khác: thêm --out và tên tệp.
usage-exchange-missing = không có tệp "{ $word }"
    .help = hãy gõ đúng tên tệp mà người dịch gửi về, kèm thư mục nếu tệp nằm ở chỗ khác.
usage-minor-lang = --minor nói về bản gốc, nên không chọn riêng tiếng "{ $word }"
    .help = bỏ mã tiếng, hoặc bỏ --minor.
usage-accept-reviewer = chưa biết ai đã đọc lại bản dịch { $entry } { $name }
    .help = hãy ghi dòng reviewed_by với tên hoặc chức danh vào đầu tệp bản dịch, rồi gõ lại lệnh.
usage-bad-require = "{ $word }" chưa đúng dạng MÃ:PHẦN-TRĂM
    .help = ví dụ: --require km:80
usage-bad-table = bảng ghi được ra tệp .csv hoặc .html, không phải "{ $word }"
    .help = ví dụ: --out ban-dich.html
usage-no-exchange-file = "{ $word }" không phải tệp PO hay XLIFF
    .help = hãy đưa đúng tệp mà người dịch gửi về.
usage-unknown-command = loa không có lệnh "{ $word }"
    .right = Có phải lệnh cần gõ là "{ $right }"?
    .help = các lệnh: new, check, build, translate, fix, explain.
usage-unknown-translate = loa translate không có lệnh "{ $word }"
    .right = Có phải lệnh cần gõ là "{ $right }"?
    .help = các lệnh: status, start, diff, accept, export, import.
usage-unknown-option = lệnh này không có tùy chọn "{ $word }"
    .right = Có phải tùy chọn cần gõ là "{ $right }"?
usage-too-many = thừa "{ $word }" trên dòng lệnh
    .help = nếu đó là một phần của tên có dấu cách, hãy đặt cả tên trong dấu nháy kép.
usage-bad-choice = { $option } không nhận "{ $word }"
    .allowed = Chọn một trong: { $allowed }.
usage-missing-value = sau { $option } còn thiếu giá trị
usage-no-value = { $option } không đi kèm giá trị
usage-twice = { $option } được gõ hai lần
usage-missing-argument = còn thiếu { $argument }
    .help = ví dụ: loa explain unknown-phone, loa fix canh-bao/ten-bai --encoding
usage-missing-pair = lệnh này cần biết bài nào và tiếng nào
    .help = ví dụ: loa translate diff canh-bao/viec-nhe-luong-cao km
usage-missing-exchange-file = lệnh này cần biết tệp mà người dịch gửi về
    .help = ví dụ: loa translate import canh-bao-viec-nhe-luong-cao.km.po
usage-bad-today = "{ $word }" không phải một ngày
    .help = hãy gõ theo dạng 2026-07-30 hoặc 30/7/2026.
usage-bad-epoch = biến SOURCE_DATE_EPOCH không phải một số giây: "{ $word }"
    .help = hãy bỏ biến ấy, hoặc gõ --today và một ngày.
usage-bad-port = "{ $word }" không phải số cổng
    .help = hãy gõ một số từ 1 đến 65535, ví dụ: --port 8000
usage-bad-base-url = "{ $word }" không phải địa chỉ đặt trang
    .help = hãy gõ đủ, ví dụ https://congthongtin.example/pcmbn/
usage-not-text = có chữ trên dòng lệnh mà loa không đọc được
    .help = hãy gõ lại bằng bảng mã UTF-8.
usage-other = dòng lệnh chưa đúng
    .detail = Máy báo: { $detail }
usage-unknown-code = không có mã nào là "{ $word }"
    .right = Có phải mã cần tìm là "{ $right }"?
    .help = mã nằm trong ngoặc vuông ở đầu mỗi lời báo, ví dụ lỗi[unknown-phone].
usage-unknown-kind = không có loại bài "{ $word }"
    .right = Có phải loại cần chọn là "{ $right }"?
    .known = Các loại: { $known }.
usage-new-asks = cần biết loại bài và thư mục
    .help = ví dụ: loa new alert canh-bao/viec-nhe-luong-cao. Mở "loa new" trong cửa sổ dòng lệnh thì loa hỏi từng điều.
usage-new-path = "{ $word }" không dùng làm đường dẫn được
    .help = đường dẫn gồm tên chuyên mục, dấu / và tên bài: chữ thường không dấu, chữ số, gạch nối.
    .right = Có thể dùng: { $right }
usage-new-reserved = tên "{ $word }" loa đã dùng vào việc khác
    .help = hãy chọn tên khác, ví dụ thêm một từ.
usage-new-inside-entry = { $folder } là một bài, không chứa bài khác được
    .help = hãy đặt bài mới vào một chuyên mục. Nếu { $folder } là chuyên mục, hãy thêm mục entries vào tệp của nó.
usage-language-asks = cần biết mã của ngôn ngữ
    .help = ví dụ: loa new language tyz
usage-language-tag = "{ $word }" không phải một mã ngôn ngữ
    .help = mã ngôn ngữ gồm chữ cái không dấu, chữ số và gạch nối, ví dụ km, hmn-VN, cja-Latn.
    .right = Có phải tiếng cần thêm là { $right }?
usage-language-device = mã "{ $word }" trùng một tên mà Windows giữ riêng, nên không thể đặt tên thư mục
    .right = Hãy dùng { $right }.
usage-language-bare = mã "{ $word }" để trống kiểu chữ, nên nghĩa là kiểu chữ { $script }
    .help = hãy hỏi bà con đọc kiểu chữ nào.
    .right = Chọn một trong: { $right }
usage-language-other = mã "{ $word }" là của một ngôn ngữ khác
    .help = tên gần giống nhau nhưng là hai tiếng khác nhau. Nếu đúng là tiếng này, hãy tự tạo thư mục i18n/{ $word }.
    .right = Có phải tiếng cần thêm là { $right }?
usage-fix-asks = chưa đổi gì, vì không có ai trả lời
    .help = hãy mở cửa sổ dòng lệnh và chạy "loa fix" ở đó; loa hỏi trước khi đổi.
usage-folder-not-empty = { $path } đã có tệp khác, mà chưa có loa.yml
    .help = để bắt đầu một trang, hãy chạy "loa new" trong một thư mục trống. Nếu trang nằm ở thư mục khác, hãy thêm --site và tên thư mục.

## loa new

new-started = Đã bắt đầu một trang trong { $path }. Các tệp mới:
new-file = • { $path }
new-made = Đã tạo { $path }
new-number = Bài mẫu dẫn người đọc tới số 111 mà trang chưa có, nên loa thêm luôn số này vào sổ.
new-title = Tên tạm của bài là "{ $title }". Hãy sửa lại cho có dấu ở dòng title.
new-section = Chưa có chuyên mục này, nên loa tạo luôn tệp của nó với tên tạm là "{ $title }". Hãy sửa lại tên nếu cần.
new-kind-differs = Chuyên mục này thường chứa loại { $usual }, nên trong bài mới có thêm dòng kind: { $kind }.
new-next-site = Bước tiếp theo: loa build
new-next-entry = Bước tiếp theo: mở tệp ấy bằng Notepad, sửa lời, rồi chạy loa check
new-next-language = Bước tiếp theo: mở loa.yml, thêm mã { $tag } vào dòng languages, rồi chạy loa check:
new-next-words = Bước tiếp theo: đưa tệp site.ftl cho người dịch, rồi chạy loa check
new-language-fill = Trong language.yml còn chỗ để trống: tên mà người nói gọi tiếng của mình, và tên bằng tiếng Việt. Hãy hỏi người nói tiếng ấy.
new-ask-autonym = Người nói gọi tiếng của mình là gì? Bấm Enter để điền sau:
new-ask-language-name = Tên tiếng Việt của tiếng này, ví dụ tiếng La Chí. Bấm Enter để điền sau:
new-ask-anyway = Thư mục này đã có tệp khác. Vẫn bắt đầu một trang ở đây? [c/K]
new-ask-kind = Bài thuộc loại nào? Gõ số rồi bấm Enter:
new-ask-title = Tên bài, viết có dấu như bình thường:
new-ask-path = Thư mục của bài. Bấm Enter để dùng { $path }:
new-ask-path-free = Thư mục của bài, chữ thường không dấu, ví dụ canh-bao/ten-bai:
new-ask-slug = Thư mục chỉ dùng chữ thường không dấu. Dùng { $path }? [C/k]
new-again = Loa chưa hiểu "{ $word }". Mời bạn gõ lại.
kind-article = bài viết, tin
kind-alert = cảnh báo
kind-guide = hướng dẫn
kind-story = câu chuyện
kind-event = sự kiện
kind-document = văn bản
kind-hotline = số điện thoại, đường dây nóng
kind-script = bài phát thanh, tiểu phẩm
kind-page = trang thường

## loa fix

fix-file = { $path }
fix-place = {"  "}dòng { $line } ({ $encoding })
fix-before = {"    "}trước: { $text }
fix-after = {"    "}sau:   { $text }
fix-more = {"  "}… và { $count } dòng nữa
fix-capitals = {"  "}Nếu đoạn nào vốn để phông chữ hoa (.VnTimeH) thì chữ hoa đã mất; hãy tự sửa lại sau khi đổi.
fix-ask = Đổi { $count } chỗ trên đây trong { $path }? [c/K]
fix-ask-one = Đổi chỗ này? [c/K]
fix-ask-whole = Đổi cả tệp { $path } sang UTF-8? [c/K]
fix-done = Đã sửa { $path }. Bản cũ nằm ở { $kept }
fix-left = Giữ nguyên { $path }
fix-nothing = Bài này không có đoạn nào gõ bằng bảng mã cũ.
fix-next = Bước tiếp theo: đọc lại bài, rồi chạy loa check

## Trở ngại của máy

machine-io =
    { $op ->
        [list] không xem được trong { $path }
        [open] không mở được { $path }
        [read] không đọc được { $path }
        [write] không ghi được { $path }
        [sync] không chắc { $path } đã nằm hẳn trên ổ đĩa
        [rename] không đặt được tên { $path }
        [delete] không xóa được { $path }
        [make-folder] không tạo được thư mục { $path }
        [lock] không giữ chỗ được ở { $path }
       *[other] không làm được việc này với { $path }
    }
    .why =
        { $cause ->
            [denied] máy không cho phép. Có thể tệp đang mở trong Word, hoặc thư mục thuộc về người dùng khác.
            [held] tệp đang mở ở một chương trình khác.
            [missing] tệp hoặc thư mục vừa bị xóa hay đổi tên.
            [read-only] ổ đĩa hay USB này chỉ cho đọc.
           *[other] máy báo: { $reason }
        }
    .help =
        { $cause ->
            [denied] hãy đóng chương trình đang mở tệp, hoặc chép thư mục của trang vào Tài liệu (Documents) rồi chạy lại.
            [held] hãy đóng chương trình ấy rồi chạy lại.
            [missing] hãy chạy lại.
            [read-only] hãy mở khóa ghi của USB, hoặc chép trang sang ổ khác.
           *[other] hãy xem lại ổ đĩa rồi chạy lại.
        }
machine-no-site = không thấy trang nào ở { $path }
    .why = thư mục ấy không có, hoặc không có loa.yml và content.
    .help = hãy mở dòng lệnh ở thư mục của trang, hoặc thêm --site và tên thư mục. Chưa có trang thì chạy "loa new" trong một thư mục trống.
machine-too-many-files = { $path } có hơn { $limit } tệp
    .why = thường là do chạy loa ở nhầm thư mục.
    .help = hãy xem lại thư mục, rồi chuyển các tệp không thuộc trang ra ngoài.
machine-refused = loa không ghi vào { $path }
    .why =
        { $fault ->
            [root] đó là gốc của ổ đĩa.
            [holds-site] thư mục ấy chứa chính bài viết của trang.
            [home] đó là thư mục cá nhân.
            [source] loa đọc bài viết từ đó: { $detail }.
            [not-a-folder] đó không phải một thư mục.
            [link] đó là một lối tắt sang nơi khác.
            [not-ours] trong đó có tệp mà loa không ghi ra, và loa không xóa tệp của bạn.
            [unknown-manifest] trang trong đó do một bản loa khác dựng: { $detail }.
            [damaged-manifest] tệp MANIFEST.sha256 ở đó đã bị sửa, từ dòng { $detail }.
           *[foreign] có một tệp lạ nằm đúng chỗ trang cần: { $detail }.
        }
    .help =
        { $fault ->
            [unknown-manifest] hãy đổi tên hoặc xóa thư mục ấy rồi chạy lại, hoặc chọn thư mục khác bằng --out.
            [damaged-manifest] hãy đổi tên hoặc xóa thư mục ấy rồi chạy lại.
            [foreign] hãy chuyển tệp ấy ra ngoài rồi chạy lại.
           *[other] hãy chọn một thư mục khác, còn trống, bằng --out.
        }
machine-busy = một loa khác đang ghi vào trang này
    .why = hai loa cùng ghi thì trang sẽ hỏng.
    .help = hãy đợi loa kia xong, hoặc đóng cửa sổ đang chạy nó, rồi chạy lại.
    .pid = Số hiệu của nó trên máy: { $pid }.
machine-full = ổ đĩa hết chỗ khi ghi { $path }
    .why = trang này cần khoảng { $megabytes } MB. Trang cũ vẫn nguyên vẹn.
    .help = hãy xóa bớt tệp không dùng rồi chạy lại.
machine-changed = { $path } vừa thay đổi trong lúc loa đang dựng trang
    .help = hãy chạy lại. Trang cũ vẫn nguyên vẹn.
machine-picture = không dùng được ảnh { $path }
    .why = loa không lưu lại được ảnh này, nên không xóa được nơi chụp ghi trong ảnh. Máy báo: { $reason }
    .help = hãy mở ảnh bằng một chương trình xem ảnh rồi lưu lại thành JPEG hoặc PNG.
machine-clash = { $path } và { $other } không nằm cạnh nhau được
    .why = trên một số máy, hai tên ấy là một, hoặc tên ấy loa cần dùng.
    .help = hãy đổi một trong hai tên.
machine-exists = { $path } đã có sẵn
    .why = loa không bao giờ ghi đè lên tệp đã có.
    .help = hãy chọn tên khác, hoặc mở tệp đã có ra sửa.
machine-link = { $path } là một liên kết (link) sang nơi khác
    .why = tệp mà liên kết ấy dẫn tới không thuộc thư mục của trang, nên loa không ghi vào đó.
    .help = hãy thay liên kết bằng chính tệp hoặc thư mục ấy rồi chạy lại.
machine-no-lock = ổ đĩa này không cho giữ chỗ ({ $path })
    .help = hãy nhớ chỉ chạy một loa một lúc với trang này.
machine-stage-left = chưa dọn được thư mục tạm { $path }
    .help = không sao: lần dựng sau sẽ dọn.
machine-no-port = không mở được cổng nào từ { $first } đến { $last } để xem thử
    .why = máy báo: { $reason }
    .help = hãy đóng bớt các chương trình đang xem thử, hoặc chọn số khác, ví dụ: loa watch --port 8400
machine-no-preview = không mở được trang xem thử
    .why = máy báo: { $reason }
    .help = hãy đóng bớt chương trình rồi chạy lại.
machine-output = không in ra được: { $reason }

## Bảng của người viết, ở địa chỉ /_loa/ khi đang xem trước

board-name = Bảng của loa
board-skip = Tới nội dung chính
board-preview = Xem trang
board-way = Đường về
board-pages = Các trang của danh sách
board-parts = Các phần của bảng
board-foot = Bảng này chỉ để xem. Bạn sửa tệp bằng chương trình quen dùng; lưu lại là bảng và trang tự đổi theo.
board-fault = Máy chưa đọc được trang, nên đang hiện bản đọc được gần nhất
board-red = { $errors } lỗi, chưa xuất bản được
board-yellow = Không có lỗi, { $warnings } cảnh báo
board-green = Không có lỗi, không có cảnh báo
board-size = { $pages } trang, { $languages } ngôn ngữ, dựng trong { $ms } ms
board-kept = { $count } tệp đang có lỗi, nên trang xem trước còn dùng bản tốt gần nhất của các tệp ấy.
board-change = Thay đổi vừa rồi
board-no-change = Từ lúc mở bảng chưa có tệp nào thay đổi.
board-changed = Lúc { $at }: { $count } tệp thay đổi, dựng lại trong { $ms } ms.
board-work = Đọc lại { $parsed } tệp, dựng lại { $rendered } trang, dùng lại { $kept } trang.
board-touched = { $count } trang và tệp đi kèm đã khác trước
board-touched-nothing = Không trang nào khác trước.
board-and-more = … và { $count } mục nữa
board-before = Những lần trước
board-before-one = { $at }: { $file }, { $pages } trang khác trước
board-before-many = { $at }: { $files } tệp, { $pages } trang khác trước
board-problems = Việc cần sửa
board-problems-see = Xem các lỗi
board-no-problem = Không có gì cần sửa.
board-more = Còn nữa
board-more-count = { $count } chỗ nữa
board-code = Mã { $code }
board-places = { $count } chỗ
board-file-good = Tệp này không có lỗi, không có cảnh báo.
board-translations = Bản dịch
board-one-language = Trang này chỉ có một ngôn ngữ.
board-shares = Mỗi ngôn ngữ đã dịch được bao nhiêu bài
board-language = Ngôn ngữ
board-percent = Khớp bản gốc
board-current = Có
board-outdated = Cũ
board-wait = Đang chờ
board-missing = Thiếu
board-sections = Từng mục
board-top = Trang chủ và các trang riêng
board-entries = { $count } bài
board-table = Các bài trong { $section } ở từng ngôn ngữ
board-entry = Bài
board-beside = đối chiếu
board-state-original = bản gốc
board-state-current = có
board-state-out-of-date = cũ
board-state-out-of-date-since = cũ từ { $day }
board-state-stale = cũ quá lâu, đang hiện bản gốc
board-state-stale-since = cũ từ { $day }, đang hiện bản gốc
board-state-unreviewed = chưa duyệt
board-state-draft = nháp
board-state-untranslated = còn nguyên lời bản gốc
board-state-machine = máy dịch
board-state-missing = thiếu
board-beside-title = Đối chiếu { $entry }, { $lang }
board-beside-state = { $lang }: { $state }
board-beside-none = Chưa có bản dịch. Người đọc ngôn ngữ này thấy bản gốc, kèm lời báo.
board-beside-same = Bản gốc không đổi từ lúc dịch.
board-beside-changed = Bản gốc đã đổi { $count } đoạn từ lúc dịch. Các đoạn ấy được đánh dấu dưới đây.
board-beside-no-record = Bản gốc đã đổi từ lúc dịch. loa không còn giữ bản gốc lúc ấy, nên không chỉ ra được đoạn nào; hãy so cả bài.
board-beside-no-mark = Bản dịch chưa ghi là dịch từ bản gốc nào, nên loa không biết bản gốc có đổi hay không; hãy so cả bài.
board-beside-empty = chưa có trong bản dịch
board-beside-left = Các đoạn chưa rõ dịch từ đoạn nào của bản gốc
board-beside-unclear = không rõ đoạn nào của bản dịch
board-see-page = xem trang
board-waiting = Đang chờ và sắp đến hạn
board-due = Cần xem lại trong 60 ngày tới
board-nothing-due = Không có gì đến hạn.
board-past = quá hạn
board-soon = sắp đến hạn
board-due-on = { $what }, hạn { $day }:
board-due-review = đọc lại bài
board-due-expires = bài tự gỡ xuống
board-due-consent = hết thời hạn đồng ý của người trong chuyện
board-due-check = gọi thử lại số điện thoại
board-never-checked = số điện thoại chưa ai gọi thử:
board-held = Chưa xuất bản
board-nothing-held = Mọi bài đều được xuất bản.
board-held-draft = nháp
board-held-review = chờ duyệt
board-held-publish-on = chờ đến { $day }
board-held-expired = đã gỡ từ { $day }
board-held-consent = hết thời hạn đồng ý { $day }
board-held-not-approved = chưa có người duyệt
board-held-superseded = số đã được thay
board-held-section = mục chứa bài chưa xuất bản
board-held-broken = đang có lỗi
board-all = Xem tất cả { $count } mục
board-publish = Xuất bản
board-publish-see = Xem lần xuất bản tới sẽ thay đổi gì
board-publish-ready = Không có lỗi nào ngăn việc xuất bản.
board-publish-stopped = Còn { $count } lỗi phải sửa thì mới xuất bản được. Trang đã xuất bản vẫn như cũ.
board-publish-what = So trang sẽ xuất bản, không kể bài nháp, với thư mục public hiện có.
board-publish-unknown = Chưa so được. Hãy tải lại trang này sau ít giây.
board-publish-first = Thư mục public chưa có trang nào. Lần xuất bản đầu sẽ ghi { $count } tệp.
board-publish-nothing = Không có trang nào thay đổi so với lần xuất bản trước.
board-publish-counts = Thêm { $added } tệp, thay { $changed } tệp, bỏ { $gone } tệp.
board-publish-added = Thêm mới: { $count } tệp
board-publish-changed = Thay đổi: { $count } tệp
board-publish-gone = Bỏ đi: { $count } tệp
board-publish-media = Chưa so { $count } tệp ảnh, tiếng, phim và tài liệu: loa chỉ đọc các tệp ấy khi ghi ra.
board-phone = Xem trên điện thoại
board-phone-closed = Trang xem trước đang chỉ mở được trên máy này. Muốn xem trên điện thoại, hãy dừng loa rồi chạy:
board-phone-code = Mã QR của địa chỉ xem trước trên điện thoại
board-phone-how = Mở máy ảnh của điện thoại và hướng vào mã này. Điện thoại phải dùng cùng mạng Wi-Fi với máy tính.
board-phone-token = Trong địa chỉ có mã bí mật của lần chạy này: ai có địa chỉ cũng xem được, kể cả bài nháp. Đừng gửi cho người ngoài. Dừng loa thì mã hết tác dụng.
board-next = Làm tiếp
board-next-mend = Hãy sửa các lỗi trước
board-do-build = Xuất bản vào thư mục public
board-do-release = Kiểm tra lần cuối trước khi phát hành
board-do-new = Viết bài mới
board-do-diff = Xem bản gốc đã đổi gì từ lúc dịch
board-do-lan = Mở cho điện thoại cùng mạng
board-do-start = Bắt đầu bản dịch này
board-do-accept = Khi bản dịch đã khớp với bản gốc hôm nay
board-banner-here = Trang này có lỗi, nên đang hiện bản tốt gần nhất hoặc phần còn đọc được.
board-banner-kept = Bên dưới là bản tốt gần nhất, không có những gì bạn vừa sửa trong tệp này. Sửa xong và lưu lại, lời báo này tự mất.
board-banner-shown = Bên dưới là những gì còn đọc được. Sửa xong và lưu lại, lời báo này tự mất.
board-banner-others = Còn { $count } lỗi nữa ở trang này:
board-banner-file = Mọi lỗi của tệp { $path }
board-banner-board = Bảng của loa
## Bản xem trước (loa watch)
preview-stopped = loa đã dừng, trang này không tự đổi nữa. Hãy chạy lại "loa watch".
preview-removed = Trang này không còn nữa.
preview-nothing = Không có trang này
preview-empty = Trang này chưa dựng được
    .help = Hãy mở bảng của loa để xem cần sửa gì. Sửa xong, lưu lại là trang hiện ra ở đây.
preview-board = Mở bảng của loa
preview-refused = Máy này chưa được mở trang
    .help = Trang đang soạn chỉ mở cho máy đã quét mã. Hãy quét mã QR trên bảng của loa, ở máy đang chạy "loa watch". Mỗi lần chạy có một mã mới.
