### What loa says to editors, in English. The Vietnamese file is the original; both have exactly the same ids.
###
### Each code of a finding is one message:
###   value    what happened, one line, no full stop
###   .short   the same, without an argument that is not always known
###   .label   words under the place that is meant
###   .rule    the rule, for "loa explain"
###   .why     why it is worth mending
###   .help    how to mend it
###   .paste   what stands before lines to paste, where it is not "change to"
###   .bad     a case that is wrong        .good  one that is right
### An attribute that has the name of an argument (.right, .known, .since ...) is said only if there is such an argument.
### No arguments in .rule, .why, .help, .bad and .good, so that "loa explain" can say them without any file.

## Front matter: keys

unknown-key = loa does not know the key "{ $key }"
    .rule = front matter has only keys that loa knows, spelt exactly so.
    .why = a key spelt otherwise has no effect, and what it says never reaches the page.
    .help = correct the key, or delete the line.
    .right = Did you mean "{ $right }"?
    .known = Keys that can stand here: { $known }.
    .bad = tieu_de: Việc nhẹ, lương cao
    .good = title: Việc nhẹ, lương cao

duplicate-key = the key "{ $key }" stands here twice
    .label = the second time
    .rule = a key stands once in a file.
    .why = loa cannot know which of the lines is meant.
    .help = keep the right line and delete the other.
    .bad =
        date: 2026-07-30
        date: 2026-08-01
    .good = date: 2026-08-01

missing-key = the key "{ $key }" is missing
    .label = add it here
    .rule = each kind of entry has a few keys that it cannot do without.
    .why = without it the page does not say what a reader needs, or nobody knows when to read it again.
    .help = add this key to the front matter, between the two lines ---.
    .paste = add this line
    .bad =
        ---
        title: Mời gọi đi làm xa
        ---
    .good =
        ---
        title: Mời gọi đi làm xa
        review_by: 2027-01-30
        ---

missing-value = the key "{ $key }" is still empty
    .label = nothing after the colon
    .rule = a required key has a value.
    .why = the page cannot do without it.
    .help = write the value after the colon and a space.
    .bad = title:
    .good = title: Mời gọi đi làm xa

wrong-type = the key "{ $key }" needs { expected }
    .rule = each key takes one form of value: a line of text, a day, a number, a list ...
    .why = loa does not guess, for a wrong guess makes a wrong page.
    .help = write the value in that form.
    .bad = order: đứng đầu
    .good = order: 1

bad-date = the key "{ $key }" needs a day, and loa cannot read "{ $value }" as one
    .label = not a day yet
    .rule = a day is written 2026-07-30, or day first: 30/7/2026, 30-07-2026.
    .why = when a part is missing or in another place, nobody can be sure which day is meant.
    .help = write day, month and year in full, for example 2026-07-30 or 30/7/2026.
    .bad = date: 7/2026
    .good = date: 2026-07-30

no-such-day = the calendar has no day "{ $value }" (key "{ $key }")
    .label = no such day
    .rule = a day in a file is a day of the calendar. loa reads the day first, then the month.
    .why = a page cannot be published, expire or be read again on a day that does not exist.
    .help = look again: day and month may have changed places, or a digit is too many.
    .bad = review_by: 2026-13-01
    .good = review_by: 2026-01-13

bad-value = the key "{ $key }" does not take "{ $value }"
    .rule = some keys take only one of a few fixed words, written in English and never translated.
    .why = with any other word loa does not know what to do with the entry.
    .help = use one of the words that this key takes.
    .right = Did you mean "{ $right }"?
    .allowed = One of: { $allowed }.
    .bad = status: đã duyệt
    .good = status: approved

translation-key = the key "{ $key }" stands in the original only
    .rule = a translation has its words, its translator and its reviewer. All else comes from the original.
    .why = a day or a number that is written in two places will differ one day.
    .help = delete this line from the translation. If it must change, change the original.
    .bad =
        km.md:
        number: "111"
    .good =
        vi.md:
        number: "111"

## Front matter: how it is written

yaml-syntax = loa cannot read this line
    .label = loa stopped here
    .rule = front matter is lines of "key: value". A list stands in square brackets, or one item a line after a hyphen.
    .why = one slip makes the whole front matter unreadable.
    .help = look at colons, quotes, brackets and the space at the start of lines around this place. If the words have an unusual sign, put all of them between two double quotes.
    .bad = topics: [giả tuyển dụng, mạng xã hội
    .good = topics: [giả tuyển dụng, mạng xã hội]

yaml-too-large = this part has more than { $limit } items
    .rule = front matter and loa.yml have a limit of items.
    .why = so long a file is usually a slip of copying, and could hold up the machine.
    .help = move the text below the second line ---, or shorten it.
    .bad = a list of topics with ten thousand lines
    .good = the few topics that fit

tab-in-front-matter = this line begins with a Tab
    .label = a Tab, which looks like a space
    .rule = in front matter, lines are indented with spaces only.
    .why = every machine shows a Tab with another width, so loa cannot know to which key the line belongs.
    .help = replace the Tab with two spaces.
    .bad =
        image:
        →file: anh-1.jpg
    .good =
        image:
          file: anh-1.jpg

full-width-colon = after "{ $key }" there is a full-width colon (：), which loa cannot read
    .label = character U+FF1A
    .rule = after a key there is an ordinary colon and a space.
    .why =
        after a key there must be an ordinary colon and a space.
        The wide one often comes along from a chat message, or from another keyboard layout.
    .help = delete that sign and type an ordinary colon.
    .bad = summary： Lời mời đi làm xa
    .good = summary: Lời mời đi làm xa

no-space-after-colon = a space is missing after "{ $key }:"
    .label = add a space after this sign
    .rule = after the colon of a key there is a space.
    .why = without it the whole line counts as one word.
    .help = add a space after the colon.
    .bad = title:Cảnh báo mới
    .good = title: Cảnh báo mới

unquoted-colon = the words of "{ $key }" have a colon in them: put them in quotes
    .label = the second colon of the line
    .rule = words with a colon and a space in them stand between two double quotes.
    .why = at the second colon loa expects another key.
    .help = put all that follows the key between two double quotes.
    .bad = title: Cảnh báo: lừa đảo việc làm
    .good = title: "Cảnh báo: lừa đảo việc làm"

unquoted-sign = the words of "{ $key }" begin with a sign of the machine's own: put them in quotes
    .label = this sign
    .rule = words that begin with one of the signs @ ` % & * ! stand between two double quotes.
    .why = at the beginning of a value those signs are commands, not letters.
    .help = put all that follows the key between two double quotes.
    .bad = title: @banbientap trả lời bạn đọc
    .good = title: "@banbientap trả lời bạn đọc"

unclosed-quote = the words of "{ $key }" open a quote and never close it
    .label = opened here
    .rule = a quote that opens is closed by one of the same kind.
    .why = without it the following lines count as more of the same words.
    .help = add a quote at the end, or delete the one at the beginning.
    .bad = title: "Cảnh báo mới
    .good = title: "Cảnh báo mới"

no-front-matter = the file has no front matter yet
    .label = add it before this line
    .rule = an entry's file begins with a line ---, then its keys, then another line ---.
    .why = the front matter tells loa title, day and reviewer. Without a title there is no page.
    .help = add front matter at the very top of the file, with at least a title.
    .paste = add at the top of the file
    .bad = Lời mời đi làm xa với mức lương cao…
    .good =
        ---
        title: Mời gọi đi làm xa
        ---

        Lời mời đi làm xa với mức lương cao…

unclosed-front-matter = the front matter opens with --- and no line --- closes it
    .label = opened here
    .rule = front matter stands between two lines of three hyphens --- each.
    .why = without the closing line the whole text counts as front matter.
    .help = add a line --- after the last key, before the text.
    .bad =
        ---
        title: Mời gọi đi làm xa

        Lời mời đi làm xa…
    .good =
        ---
        title: Mời gọi đi làm xa
        ---

        Lời mời đi làm xa…

front-matter-too-long = the front matter is longer than { $limit } bytes
    .label = opened here
    .rule = front matter is some dozens of lines.
    .why = so much usually means that the closing line --- was forgotten and the whole text counts as front matter.
    .help = see whether the second line --- is there.
    .bad = a line --- at the top of the file and no other
    .good = a line --- at the top, a line --- after the last key

## Files that cannot be read

empty-file = nothing is written in this file
    .rule = an entry's file has front matter and a title.
    .why = an empty file makes no page, and does not say why it is here.
    .help = write the entry, or delete the file. "loa new" gives a file to begin with.
    .bad = a file vi.md of 0 bytes
    .good = a file vi.md with front matter and words

utf-16-file = this file was saved as Notepad's old "Unicode" (UTF-16)
    .rule = all texts are saved as UTF-8.
    .why = loa and web servers read UTF-8. In any other encoding letters with marks turn into strange signs.
    .help = open the file in Notepad, choose File, Save as. At Encoding choose UTF-8 and save over the old file.
    .bad = Encoding: Unicode, or UTF-16 LE
    .good = Encoding: UTF-8

binary-file = this is no text file; perhaps a Word file, a PDF or a picture under another name
    .rule = a file .md is plain text that Notepad can open.
    .why = another ending does not change what is inside. A Word file is still a Word file.
    .help = if it is a Word file, open it in Word, copy the words and paste them into a file .md in Notepad. If it is a picture, give it back its own ending, such as .jpg.
    .bad = bai.docx renamed to vi.md
    .good = the words of bai.docx copied into vi.md

control-character = the file holds the control character { $code }
    .rule = words on a page hold no control characters.
    .why = it cannot be seen, and it breaks feeds and screen readers.
    .help = delete the character at this place and type the words again.
    .bad = title: "One\x08 page"
    .good = title: One page

not-utf-8 = this file was saved in an older encoding, and some letters cannot be read
    .label = the first letter that cannot be read
    .rule = all texts are saved as UTF-8.
    .why = loa does not convert by itself, for a wrong conversion loses marks and nobody notices.
    .help = open the file in the program that wrote it, choose Save as, encoding UTF-8. Then read a few lines with marks again. Or run "loa fix" with the entry's folder and --encoding.
    .guess = This line may be: "{ $guess }".
    .bad = Encoding: ANSI, Windows-1258
    .good = Encoding: UTF-8

## The look of letters: old encodings, lost letters, letters that look like others

legacy-encoding = this is typed in an old encoding ({ $encoding }): "{ $before }" is probably "{ $after }"
    .rule = Vietnamese is typed in Unicode, not in the old encodings TCVN3 (.Vn fonts) or VNI.
    .why = without the old font the letters are wrong: nobody can read or find them, and a screen reader says nonsense.
    .help = run "loa fix" with the entry's folder and --encoding, for example: loa fix canh-bao/ten-bai --encoding. loa shows before and after, and changes it once you agree.
    .capitals = If this was set in a font of capitals ({ $capitals }), the capitals are lost: put them back by hand afterwards.
    .bad = kh«ng tin lêi høa
    .good = không tin lời hứa

legacy-encoding-question = is "{ $before }" meant to be "{ $after }", typed in an old encoding ({ $encoding })?
    .rule = Vietnamese is typed in Unicode, not in the old encodings TCVN3 (.Vn fonts) or VNI.
    .why = it is only a word or two, so loa is not sure; it may be a name or a foreign word.
    .help = if so, type it anew in Unicode, or run "loa fix" with the entry's folder and --encoding. If it is a name, write it under accepted in loa.yml.
    .capitals = If this was set in a font of capitals ({ $capitals }), the capitals are lost: put them back by hand afterwards.
    .bad = Céng hßa
    .good = Cộng hòa

lost-letters = "{ $word }" has lost letters with marks
    .label = lost
    .rule = no question marks or boxes stand in the place of letters.
    .why = the letters were lost before they came here, usually in a program that knows no Vietnamese. No machine can bring them back for certain.
    .help = open the original and type this word anew.
    .bad = Vi?t Nam
    .good = Việt Nam

bidi-character = there is an invisible character { $code } that turns the writing round
    .label = here
    .rule = texts have no characters that turn the writing round (U+202A to U+202E, U+2066 to U+2069).
    .why = letters and digits appear in another order: the reader sees one number, and the telephone dials another.
    .help = delete the word at this place and type it anew by hand, do not paste it.
    .bad = "\u202E765 1 0081"
    .good = 1800 1567

invisible-character = there is an invisible character { $code } among the letters
    .label = here
    .rule = texts have no invisible characters, except those that Khmer, Lao and Tai need between words.
    .why = the word looks right, but is not found by a search, stumbles in a screen reader, and a number copied from it does not work.
    .help = delete the word at this place and type it anew by hand, do not paste it.
    .bad = "Lừa\u200B đảo"
    .good = Lừa đảo

look-alike-letter = "{ $word }" has a letter that looks like Đ and is another one ({ $code })
    .rule = Đ and đ of Vietnamese are U+0110 and U+0111, not Ð of Icelandic or Ɖ of African languages.
    .why = the eye sees no difference, but who searches for "đường" does not find this word, and a screen reader says it wrongly.
    .help = delete the letter and type it anew with a Vietnamese keyboard.
    .right = The right word: "{ $right }".
    .bad = Ðường dây nóng
    .good = Đường dây nóng

look-alike-digit = "{ $number }" has letters in the place of digits
    .rule = telephone numbers are written in digits, without the letters l, I or O.
    .why = readers dial what they see, but telephones and searches do not know this for a number.
    .help = type it anew with the number keys.
    .right = It is probably { $right }.
    .bad = Gọi 1l1
    .good = Gọi 111

foreign-digits = the number { $number } is not written in the digits 0-9
    .rule = telephone numbers are written in the digits 0-9 in every language.
    .why = many telephones cannot dial a number in Khmer digits, full-width digits or others.
    .help = type it anew with the number keys.
    .right = Write { $right }.
    .bad = Gọi １１１
    .good = Gọi 111

mixed-script-word = "{ $word }" mixes letters of two alphabets ({ $code })
    .rule = a word has letters of one alphabet only.
    .why = Russian and Greek letters that look like a, o, e are others: a search does not find them, and deceivers fake names with them.
    .help = delete the word and type it anew with a Vietnamese keyboard.
    .right = It is probably "{ $right }".
    .bad = nạn nhân, its second a typed with a Russian keyboard
    .good = nạn nhân

mark-order = the marks of "{ $letter }" are in the wrong order
    .rule = each vowel of Vietnamese is one whole letter: circumflex, breve or horn first, then the tone, none of them twice.
    .why = it looks almost right, but the marks slip on many devices, and a search does not find it.
    .help = delete the letter and type it anew.
    .right = The right letter: "{ $right }".
    .bad = "e\u0301\u0302"
    .good = ế

mark-pile = one letter carries { $count } marks on top of each other
    .rule = a letter has two marks at most.
    .why = a heap of marks covers the lines around it and makes screen readers stutter.
    .help = delete the letter and type it anew.
    .bad = "ă\u0306\u0306\u0306"
    .good = ă

## The text of an entry

unknown-callout = there is no box called "[!{ $word }]"
    .rule = there are five boxes: signs to watch, act for what to do, call for whom to call, warning before hard matter, note for a remark.
    .why = a box with another name is shown as an ordinary quotation and easily overlooked.
    .help = correct the name in the square brackets.
    .right = Did you mean "[!{ $right }]"?
    .known = There are: { $known }.
    .bad =
        > [!dauhieu]
        > Hứa lương cao, không hỏi tay nghề.
    .good =
        > [!signs]
        > Hứa lương cao, không hỏi tay nghề.

raw-html = HTML cannot be used here: { $html }
    .label = this will be shown as it was typed
    .rule = entries are written in Markdown. HTML is not run, it is shown as plain letters.
    .why = code pasted from elsewhere may break the page, or tell others who is reading it.
    .help = delete it and use Markdown, such as **bold words**. To make something stand out use the box "> [!warning]" or "> [!note]".
    .bad = <font color=red>Cẩn thận!</font>
    .good =
        > [!warning]
        > Bài có nhắc đến bạo lực.

heading-one = a heading of the first level (#) is for the title only
    .label = write ## instead of #
    .rule = within an entry headings begin at the second level: ##.
    .why = the title already is the heading of the first level. Those who listen to the page find their way by levels.
    .help = add one more # at the start of the line.
    .bad = # Dấu hiệu cần để ý
    .good = ## Dấu hiệu cần để ý

missing-alt = the picture { $file } has no description yet
    .label = no description
    .rule = each picture has a short sentence that says what can be seen.
    .why = those who listen to the page, and those whose picture has not arrived, have only this sentence.
    .help = write between the square brackets what can be seen; not the name of the file.
    .bad = ![](anh-1.jpg)
    .good = ![Hai người nói chuyện trước nhà văn hóa](anh-1.jpg)

foreign-picture = this picture lies on another server: { $file }
    .rule = pictures, recordings and films lie in the entry's folder.
    .why = fetched from elsewhere, it tells others who is reading this page. And without a network it is not shown.
    .help = if you may use it, download it, put it beside the text and write its name only.
    .bad = ![Buổi họp thôn](https://noi-khac.example/anh.jpg)
    .good = ![Buổi họp thôn](anh-1.jpg)

unknown-media = a page cannot show the file { $file }
    .rule = pictures end in .jpg, .png, .webp, .svg; sound in .mp3, .ogg, .m4a; films in .mp4, .webm.
    .why = many phones cannot open other files.
    .help = save it in a form that opens everywhere. Save HEIC, HEIF, AVIF, TIFF, BMP and GIF pictures as JPEG or PNG; on an iPhone choose Settings, Camera, Formats, "Most Compatible". A document to download is a link: [name of the document](tep.pdf).
    .bad = ![Buổi họp thôn](IMG_0001.HEIC)
    .good = ![Buổi họp thôn](anh-1.jpg)

picture-unreadable = the picture { $file } cannot be used: { media-fault }
    .rule = each picture is encoded anew, so that place, time and camera do not leave with it.
    .why = a picture that cannot be opened whole may still say where it was taken, so it is not published.
    .help = open the picture in a viewer and save it as JPEG or PNG. On an iPhone choose Settings, Camera, Formats, "Most Compatible" and take it again. Make one that is too large smaller first. Of a moving picture save one frame, or use a film (.mp4).
    .bad = a download that broke off, a HEIC file renamed to .jpg, a picture of 30,000 points
    .good = a picture saved anew as JPEG

media-fault =
    { $why ->
        [empty] the file is empty
        [truncated] the file ends too early; perhaps it was not copied to its end
        [corrupt] the file is damaged
        [huge] it is too large
        [animated] it is a moving picture
        [cmyk] its colours are for printing (CMYK), and telephones show them wrong
        [heic] it is a HEIC picture of a telephone, which most devices cannot open
        [avif] it is an AVIF picture, which many devices cannot open
        [gif] it is a GIF picture
        [tiff] it is a TIFF picture
        [bmp] it is a BMP picture
        [svg-broken] the drawing is not well formed
        [svg-size] the drawing has no width and height
        [svg-script] the drawing holds code
        [svg-foreign] the drawing holds what is not lines
        [svg-outside] the drawing asks for something outside, or holds a photograph
        [svg-style] its style comes from elsewhere
        [svg-entity] it uses abbreviations of its own
       *[other] its content is not what its name says
    }

drawing-refused = the drawing { $file } cannot be used: { media-fault }
    .row = The place is line { $row } of the drawing.
    .rule = an SVG drawing is lines and letters only: no code, nothing embedded, nothing from outside.
    .why = a drawing that runs code or asks for other files can tell who is reading the page.
    .help = open it in a drawing program and export it as plain SVG, or save it as PNG.
    .bad = an SVG drawing with <script>
    .good = a plain SVG drawing, or PNG

sound-unreadable = { $file } cannot be played: { media-fault }
    .rule = sound is a true MP3, OGG, WAV or M4A file; a film is a true MP4 or WebM file.
    .why = another ending does not change what is in a file, and of a file that ends too early listeners miss the end.
    .help = play the file on your computer. If it plays, save it as MP3 (a film as MP4). If it does not, copy or download it again.
    .bad = a text renamed to .mp3
    .good = a recording saved as MP3

alt-is-file-name = the description of the picture is the name of a file: "{ $alt }"
    .label = say what can be seen
    .rule = a description says what can be seen; it is not the name of a file.
    .why = those who listen to the page hear the name of a file and do not know what the picture shows.
    .help = write a short sentence on what can be seen between the square brackets.
    .bad = ![anh-1.jpg](anh-1.jpg)
    .good = ![Hai người nói chuyện trước nhà văn hóa](anh-1.jpg)

alt-too-long = the description has { $count } characters, { $limit } are the most
    .label = too long
    .rule = the description of a picture, sound or film has 150 characters at most.
    .why = it is read aloud in one go; nobody can pause or hear a part of it again.
    .help = keep what matters most and put the rest into the text.
    .bad = a description that tells the whole meeting
    .good = ![Buổi họp thôn, một cán bộ đang nói trước loa](hop-thon.jpg)

player-without-transcript = what is said in { $file } is not written down yet
    .label = add it right below this line
    .rule = right below each sound or film in a text stands what is said in it, as a quotation: each line begins with >.
    .why = those who cannot hear, and those who are where it is loud or where they must be silent, have only the written words. An approved entry needs them.
    .help = write down what is said right below, with > at the start of each line. Of a silent film describe what happens.
    .bad = ![Bà kể chuyện](ba-ke.mp3)
    .good =
        ![Bà kể chuyện](ba-ke.mp3)

        > Hôm ấy có người lạ đến rủ đi làm xa.

minutes-differ = the recording lasts { $right } minutes, the text says { $typed }
    .label = not what the file has
    .rule = the minutes of a recording are measured; those typed must not differ by more than 15 per cent.
    .why = the page shows what was measured. A number that is far off often means that the wrong file was taken.
    .help = listen to the file again. If it is the right one, correct the line minutes or delete it.
    .bad = minutes: 12
    .good = minutes: 2

nested-too-deeply = parts of this text are nested more than { $limit } levels deep
    .label = loa reads no further from here
    .rule = lists, quotations and boxes are not nested too deeply.
    .why = such depth is usually a slip of pasting, and nobody can read it on a phone.
    .help = divide this part into ordinary paragraphs.
    .bad = > > > > > > > > …
    .good = a list of two levels at most

too-many-links = this text has more than { $limit } links
    .label = loa reads no further from here
    .rule = a page has a limit of links.
    .why = such a page is too heavy for an old phone, and was usually written by a program in error.
    .help = divide it into several pages.
    .bad = a file with ten thousand pasted addresses
    .good = several pages, one subject each

## Links and files

broken-link = the link "{ $address }" leads to no page
    .rule = a link within the site leads to a folder or file that exists, written from where this file lies.
    .why = a reader finds an empty page, perhaps just when help is needed.
    .help = look at the name of the folder. To the entry beside this one write ../name-of-its-folder/.
    .right = The nearest is "{ $right }".
    .bad = [Xem thêm](../viec-nhe/)
    .good = [Xem thêm](../viec-nhe-luong-cao/)

broken-anchor = the page has no place called "#{ $anchor }"
    .rule = what follows # is the name of a heading on the page that the link leads to.
    .why = the reader stands at the top of the page and has to search.
    .help = correct what follows #, or delete it to lead to the top of the page.
    .right = The nearest is "#{ $right }".
    .bad = [Gọi ai](../viec-nhe-luong-cao/#goi-cho-ai)
    .good = [Gọi ai](../viec-nhe-luong-cao/#hoi-ai)

missing-file = there is no file { $file }
    .rule = a file that is named lies in the entry's folder, with the same capital and small letters.
    .why = on a server "Anh-1.JPG" and "anh-1.jpg" are two files.
    .help = put the file beside the text, or correct its name.
    .right = The nearest is "{ $right }".
    .bad = ![Buổi họp thôn](Anh 1.JPG)
    .good = ![Buổi họp thôn](anh-1.jpg)

link-to-left-out = the link "{ $address }" leads to an entry that is not published ({ left-out-reason })
    .label = shown as plain words here
    .rule = a link to an entry that is not published becomes plain words.
    .why = readers see nothing wrong, but they cannot go on from here either.
    .help = nothing to do if the other entry will be published soon. Otherwise delete the link or lead to another entry.
    .bad = a link to a draft
    .good = a link to an approved entry

refused-link = loa makes no link to "{ $address }"
    .rule = links to the outside are https, http, mailto, tel and sms only.
    .why = such an address can run a program or lead readers to a place that they did not foresee.
    .help = use an address that begins with https://, or delete the link.
    .bad = [Bấm vào đây](javascript:mo)
    .good = [Cổng thông tin điện tử Chính phủ](https://chinhphu.vn/)

link-without-words = this link has no words to press
    .label = no words
    .rule = each link has a few words that say where it leads.
    .why = a reader sees nothing to press. Those who listen to the page hear a long address.
    .help = write words between the square brackets.
    .bad = [](../viec-nhe-luong-cao/)
    .good = [Việc nhẹ, lương cao](../viec-nhe-luong-cao/)

address-with-spaces = the address "{ $address }" holds a space, so loa cannot read it
    .rule = an address with spaces stands in angle brackets: <…>.
    .why = readers would see brackets instead of the picture or link.
    .help = put the address in angle brackets, or take the spaces out of the file's name.
    .bad = ![Two people talking](anh 1.jpg)
    .good = ![Two people talking](<anh 1.jpg>)

link-without-address = this link has no address
    .rule = after the words of a link comes its address in round brackets.
    .why = it would lead nowhere.
    .help = put the address into the brackets, or keep the words alone.
    .bad = [read the guide]()
    .good = [read the guide](../huong-dan/)

link-without-scheme = the address "{ $address }" lacks https:// at its beginning
    .rule = an address outside is written in full, from https:// on.
    .why = without it the browser looks for a folder of this site.
    .help = add https:// before the address.
    .bad = [Cổng thông tin điện tử Chính phủ](www.chinhphu.vn)
    .good = [Cổng thông tin điện tử Chính phủ](https://www.chinhphu.vn)

deceitful-link = the address "{ $address }" hides where it really leads
    .rule = an address has no spaces, no hidden characters, and no @ before the name of the server.
    .why = swindlers work like that: the reader believes to be with the police and is somewhere else.
    .help = open the page in a browser and copy its address from there.
    .bad = https://congan.example@noi-khac.example
    .good = https://congan.example/

deceitful-host = the host "{ $host }" mixes letters of two alphabets; its real name is { $real }
    .rule = the name of a host in a link does not mix letters of two alphabets.
    .why = deceivers put a Russian letter in the place of an o: the reader believes to be on the site of the police and is elsewhere.
    .help = open the page that is meant in a browser and copy its address from there.
    .bad = https://bоcongan.example/ (its first o is Russian)
    .good = https://bocongan.example/

punycode-host = the host "{ $host }" reads "{ $shown }"
    .rule = an address shows its readers the real name of the host.
    .why = a name that begins with xn-- hides its real letters; it may be a fake of an authority's name.
    .help = look whether the name that it reads is the site that is meant.
    .bad = https://xn--bcongan-9ig.example/
    .good = https://bocongan.example/

link-text-host = the words of the link say "{ $named }", but it leads to "{ $host }"
    .rule = where the words of a link are an address, it is the one that the link leads to.
    .why = readers trust what they see; this is the usual trick of false letters and messages.
    .help = write the right address, or name the page instead.
    .bad = [https://congan.example](https://noi-khac.example)
    .good = [https://congan.example](https://congan.example/)

## Telephone numbers

unknown-phone = the number { $number } is not in the hotline registry
    .rule = every telephone number of the site is in the registry, which is the entries of the kind hotline.
    .why = a wrong number costs somebody in danger time and trust.
    .help = if the number is right, add an entry of the kind hotline with the day of its check. If in doubt, use <hotline:111>.
    .draft = The registry has this number in the folder "{ $draft }", as a draft that waits for a check.
    .bad = Liên hệ 0300 000 000
    .good = Gọi <hotline:111>

superseded-phone = { $number } is an old number, replaced by { $right }
    .short = { $number } is an old number, no longer to be given
    .rule = a number that was replaced is not given any more. Only entries of the kind document keep it, struck through.
    .why = somebody in danger may call a number that nobody answers.
    .since = It was replaced on { $since }.
    .help = use the number of today.
    .right = Write <hotline:{ $right }>.
    .bad = Hãy gọi 1800 1567
    .good = Hãy gọi <hotline:111>

draft-hotline = the number { $number } is in the registry, but still waits for a check
    .rule = a number that is a draft is not published anywhere.
    .why = nobody has checked whether it is answered, and whether it costs money.
    .folder = Its entry is the folder "{ $folder }".
    .help = check the number, write verified_on and verified_by, then set the status of its entry to approved. Until then use <hotline:111>.
    .bad = naming a number whose entry says status: draft
    .good = naming a number that was checked

unknown-hotline = the hotline registry has no "{ $name }"
    .rule = after "hotline:" stands the folder's name of an entry of the kind hotline.
    .why = there is no number to call here.
    .help = use the name of a folder that is in the registry.
    .known = The registry has: { $known }.
    .bad = Gọi <hotline:1110>
    .good = Gọi <hotline:111>

hotline-unverified = the number { $number } needs to be checked again
    .rule = each number is checked within 180 days. After 365 days the page says "not checked again", and "loa check --release" makes it an error.
    .why = numbers change without a word. Readers must know until when this one was right.
    .date = Last checked on { $date }.
    .help = call the number or look at its source again, then change verified_on and verified_by.
    .bad = verified_on: 2025-01-01
    .good = verified_on: 2026-11-21

bad-replaced-by = replaced_by names "{ $folder }", but there is no such entry
    .rule = replaced_by is the folder's name of the entry that stands in for this one, in the same section.
    .why = readers must know which number or document counts today.
    .help = write the right folder, or add the entry that is missing.
    .bad = replaced_by: tong-dai-111
    .good = replaced_by: "111"

## Stories of a person

story-without-consent = the story of a person needs consent, or must say that it is invented
    .rule = an entry about a person has consent and deidentified, or fiction: true if it is invented, or composite: true if it is put together from several.
    .why = the Law on human trafficking (article 3) forbids making a victim's information known without consent. What is published cannot be taken back.
    .help =
        one of three ways.
        A real person agreed: add consent (record, scope, until) and deidentified (by, on).
        An invented story: add fiction: true.
        Put together from several people: add composite: true.
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

## Entries that are left out

left-out = this entry is not published: { left-out-reason }
    .rule = drafts, entries under review, entries whose day has not come or has passed are left out, and the site is built all the same.
    .why = so that nobody believes it to be published.
    .date = The day in the entry: { $date }.
    .help = nothing to do if that is what you want. To publish it, change status or the day in its front matter. To see drafts too, run "loa build --drafts".
    .bad = status: draft
    .good =
        status: approved
        reviewed_by: Trưởng phòng

left-out-reason =
    { $reason ->
        [draft] still a draft
        [review] under review
        [publish-on] its day has not come
        [expired] expired
        [consent-expired] the consent has expired
        [not-approved] approved by nobody
        [translation] the translation was read by nobody
        [not-published] not shown on its own
        [broken] it has errors
       *[other] { $reason }
    }

missing-part = the guide lacks the part "{ $part }"
    .rule = a guide has three headings of the second level: "Nói gì với mọi người", "Dấu hiệu cần để ý", "Báo cho ai".
    .why = people at work need these three things, in this order.
    .help = add the heading and a few lines below it.
    .paste = add to the text
    .bad = ## Dấu hiệu cần để ý
    .good =
        ## Nói gì với mọi người

        ## Dấu hiệu cần để ý

        ## Báo cho ai

## Translations

translation-unreviewed = nobody who knows the language has read this translation, so it is not published
    .rule = a translation is published once it has reviewed_by. What a machine translated is not published.
    .why = a wrong sentence about a number or about reporting can hurt a reader.
    .help = ask somebody who knows the language to read it, then write the name or office into reviewed_by.
    .pair = After the reading type: loa translate accept { $pair }
    .bad = machine: true
    .good = reviewed_by: Đài phát thanh xã

translation-unlinked = the translation does not say which original it was made from
    .rule = a translation has the key translated_from, written by loa.
    .why = without it loa cannot notice that the original has changed.
    .help = it is published and taken as current. Compare it with the original; let loa write this key, never write it yourself.
    .pair = When the two agree type: loa translate accept { $pair }
    .bad =
        ---
        title: ភាសាខ្មែរ
        ---
    .good =
        ---
        title: ភាសាខ្មែរ
        translated_from: 0a1b2c3d4e5f
        ---

translation-outdated = the original has changed since it was translated
    .rule = a translation keeps up with its original. After the days of i18n.stale_after_days the page shows the original instead.
    .why = readers of the translation are told what is no longer right.
    .since = The original changed on { $since }.
    .help = translate the changed paragraphs and have them read.
    .pair = See which have changed: loa translate diff { $pair }
    .bad = the original gives new hours, the translation the old ones
    .good = both say the same

translation-untouched = { $count } paragraphs of the translation are those of the original, so it is not published
    .rule = every paragraph of a translation is translated.
    .why = a screen reader and a search would take one language for the other. The page shows the original under its own language.
    .help = translate these paragraphs.
    .pair = See them with: loa translate export { $pair }
    .bad = a Vietnamese paragraph in tyz.md
    .good = the same paragraph in Tày

translated-from-unknown = translated_from says { $value }, but the original never had a text of that mark
    .rule = the mark in translated_from is written by loa; it is made of the original's words at that time.
    .why = a typed mark makes loa believe in another original, so it cannot tell which paragraphs have changed.
    .help = delete the line translated_from, compare the translation with the original, then run loa translate accept.
    .bad = translated_from: 123456789abc
    .good = the mark that loa translate accept writes

heading-count-differs = the translation has { $own } headings, the original { $original }
    .rule = a translation keeps the headings of its original, as many and in the same order.
    .why = so a link to a part leads to the right place in every language.
    .help = add or remove headings in the translation until they match.
    .bad = three headings ## in the original, two in the translation
    .good = three headings ## in both

language-strings-unreviewed = nobody has read the words of buttons and menus in { $lang } yet
    .rule = the interface words of each language are read by somebody who knows it, named in strings_reviewed_by.
    .why = a wrong word on "Call" or "Leave quickly" is wrong on every page.
    .help = ask somebody who knows the language to read its site.ftl, then write strings_reviewed_by into language.yml.
    .bad = language.yml without strings_reviewed_by
    .good = strings_reviewed_by: Tổ dịch thuật của tỉnh

## Files for translators

exchange-damaged = this translation file cannot be read whole, so loa does not take it
    .label =
        { $reason ->
            [too-large] the file is larger than 8 MB
            [not-utf-8] the file is not UTF-8
            [binary] this is neither PO nor XLIFF
            [foreign] the line in which loa says entry and language is not there
            [unclosed] a quotation mark opens here and does not close
            [escape] a strange character after the backslash
            [stray] this line belongs to no unit
            [cut] the file breaks off here
            [doubled] this unit stands here twice
            [plural] units of loa have no plural
            [not-xliff] this is not XLIFF 2
            [version] loa reads XLIFF 2 only
            [several-files] an XLIFF file of loa holds one entry
            [doctype] an XLIFF file must have no DOCTYPE
            [entity] loa does not know this reference
            [inline] this mark stands for something that is not in the file
            [too-deep] elements are nested too deeply
            [control-character] a character that no page can show
           *[xml] the tags do not match here
        }
    .rule = a PO or XLIFF file comes back as whole as the translation tool wrote it.
    .why = with half a file, half a translation would be lost and nobody would notice.
    .help = ask the translator to send the file again. If that does not help, write it anew with "loa translate export" and go on in the new file.
    .bad = msgstr "ភាសា
    .good = msgstr "ភាសា"

exchange-other-entry = this file translates "{ $entry }", not "{ $expected }"
    .rule = a file for translators belongs to one entry and comes back to that entry only.
    .why = words of one page on another tell readers the wrong thing.
    .help = take the right file, or write it anew with "loa translate export".
    .bad = msgctxt "canh-bao/bai-khac#title"
    .good = msgctxt "canh-bao/viec-nhe#title"

exchange-other-language = this file is in { $lang }, not in { $expected }
    .rule = a file for translators belongs to one language.
    .why = readers of this language would meet words of another one.
    .help = ask for the right file. If the words are in the language that was asked for, mend the line Language at the head of the file.
    .bad = km.po taken for lo
    .good = lo.po taken for lo

exchange-old-source = the original changed after this file went out
    .rule = what comes back must translate the original of today.
    .why = the translation of an old sentence under a new one makes the two texts say different things.
    .help = write it anew with "loa translate export": unchanged units keep their translation, changed ones are marked. Then copy the new words over from this file.
    .bad = the original is edited while the translator works
    .good = exported again after the edit

exchange-unknown-unit = the entry has no unit "{ $unit }"
    .rule = a file that comes back has only the units that went out.
    .why = loa does not know where these words belong.
    .help = take the unit out of the file, or write it anew with "loa translate export".
    .bad = msgctxt "canh-bao/viec-nhe#body.99"
    .good = msgctxt "canh-bao/viec-nhe#body.9"

exchange-missing-unit = the file lacks the unit "{ $unit }": { $text }
    .rule = a file that comes back has every unit that went out, those without a translation too.
    .why = a missing unit is something that the original says and the translation does not.
    .help = ask for the whole file. Leave a unit empty rather than delete it.
    .bad = a unit deleted from the PO file
    .good = msgstr ""

exchange-changed-source = the original words of the unit "{ $unit }" were changed in the file
    .rule = translators write translations and leave the original words in the file as they are.
    .why = loa no longer knows which sentence the translation belongs to.
    .text = The original words are: { $text }
    .help = put the original words back. If the original is wrong, mend the entry and export again.
    .bad = an edited msgid
    .good = an edited msgstr

exchange-control-character = the translation of "{ $unit }" has the control character { $code }
    .rule = a translation has only characters that a page can show.
    .why = nobody sees it, and it breaks the page.
    .help = delete it; most often it stands where text was pasted in.
    .bad = text pasted from a PDF file
    .good = text typed by hand

exchange-raw-html = the translation of "{ $unit }" has an HTML tag
    .rule = translations add no HTML tags.
    .why = loa lets no HTML tag onto a page, so readers would see the tag.
    .help = take the tag out. For bold words write **like this**.
    .bad = msgstr "<b>111</b>"
    .good = msgstr "**111**"

exchange-broken-markdown = the translation of "{ $unit }" is no longer the same kind of block
    .text = The original words are: { $text }
    .rule = a unit stays one unit: it does not become a list, a heading, a table or two paragraphs, and its line breaks stand as in the original.
    .why = signs at the beginning of a line such as -, #, > or 1. make something else of a paragraph, and what follows shifts.
    .help = compare with the original: signs at the beginning of lines, blank lines, \ at the end of lines. To write such a sign as itself, put \ before it.
    .bad = msgstr "1. Gọi ngay."
    .good = msgstr "1\\. Gọi ngay."

exchange-lost-hotline = the translation of "{ $unit }" does not have the hotlines of the original
    .lost = Missing: { $lost }.
    .added = Too many: { $added }.
    .rule = a translation keeps every <hotline:…> of the original.
    .why = numbers on pages come from the registry of hotlines. One wrong letter here and the reader cannot call.
    .help = copy <hotline:…> from the original to where it fits in the sentence.
    .bad = msgstr "… 112 …"
    .good = msgstr "… <hotline:111> …"

exchange-lost-link = the translation of "{ $unit }" does not have the links of the original
    .lost = Missing: { $lost }.
    .added = Too many: { $added }.
    .rule = a translation leads where the original leads. Only the words in square brackets are translated.
    .why = without a link readers cannot go on, and a new one was checked by nobody.
    .help = copy the address in round brackets from the original.
    .bad = [xem thêm](../bai-dich/)
    .good = [xem thêm](../bai-goc/)

exchange-lost-placeholder = the translation of "{ $unit }" changes what must stay letter by letter
    .lost = Missing: { $lost }.
    .added = Too many: { $added }.
    .rule = words between backticks, footnote marks such as [^1] and names in braces stay letter by letter.
    .why = readers must type them exactly, or loa fills something in there.
    .help = copy that part from the original.
    .bad = msgstr "… [^2] …"
    .good = msgstr "… [^1] …"

exchange-typed-phone = the translation of "{ $unit }" has the telephone number { $phone }, which the original has not
    .rule = translations add no telephone numbers.
    .why = a typed number does not follow the registry of hotlines when that changes, and nobody has checked it.
    .help = take the number out. If the hotline is needed, add <hotline:…> to the original first.
    .bad = msgstr "… 0981 848 484 …"
    .good = msgstr "… <hotline:111> …"

exchange-changed-number = the translation of "{ $unit }" has other numbers than the original
    .lost = Missing: { $lost }.
    .added = Too many: { $added }.
    .rule = a translation has exactly the numbers of the original, in the digits of any script.
    .why = a wrong day, article of a law or figure can harm readers.
    .help = put the right number back. Its place in the sentence may change.
    .bad = msgstr "… 30/8 …"
    .good = msgstr "… 30/7 …"

exchange-note-kind =
    { $kind ->
        [title] The title.
        [heading] A heading, level { $level }.
        [paragraph] A paragraph.
        [list-item] An item of a list.
        [quote] A paragraph in a box or quotation.
        [footnote] A footnote.
        [cell] A cell of a table.
        [alt] The description of a picture or recording, for people who do not see it.
        [code] Preformatted text, such as a message to send: keep the line ends.
       *[field]
            { $key ->
                [summary] The summary.
                [action] What to do, one sentence.
                [roles] The name of a role.
                [content_warning] The warning before the text.
                [hours] When the hotline answers.
                [fee] What a call costs.
                [answers_by] Who answers.
               *[other] Words from the head of the entry ({ $key }).
            }
    }
exchange-note-keep = Keep: { $kept }
exchange-note-breaks = A \ at the end of a line is a line break: keep them all.

## Folders

no-config = there is no loa.yml here yet
    .rule = a site's folder has a file loa.yml and a folder content.
    .why = loa.yml says that this is a site, and which languages it has.
    .help = if the site is elsewhere, open the command line there, or add --site and the folder. If there is none yet, run "loa new" in an empty folder.
    .bad = running "loa build" on the desktop
    .good = running "loa build" in the folder with loa.yml

no-content = there is no folder content here yet
    .rule = all entries lie in the folder content.
    .why = without entries there is no site.
    .help = make the folder content with the home page in it. The quickest way is to run "loa new" in an empty folder and copy your entries there.
    .bad = loa.yml on its own
    .good =
        loa.yml
        content/vi.md

home-left-out = the home page cannot be left out, so the key { $key } has no place here
    .rule = the home page is always published.
    .why = every page leads to the home page. Without it those links are dead.
    .help = take this key away from the home page, or have the page approved.
    .bad = status: draft
    .good = status: approved

no-home = there is no home page yet: { $file }
    .rule = the home page is the file of the first language, directly in the folder content.
    .why = readers who open the site would see nothing.
    .help = make this file, with at least a title.
    .paste = make the file with
    .bad = content/canh-bao/vi.md without content/vi.md
    .good = content/vi.md

no-original = the folder { $folder } has translations but no original { $file }
    .rule = each folder has one original. It is in the first language of loa.yml, unless a file says otherwise.
    .why = days, numbers and reviewers stand in the original.
    .help = add the original. If the entry was first written in another language, write the key original there, such as original: km.
    .bad =
        content/bai-viet/ten-bai/km.md
        content/bai-viet/ten-bai/lo.md
    .good =
        content/bai-viet/ten-bai/vi.md
        content/bai-viet/ten-bai/km.md

unlisted-language = the language "{ $tag }" is not one of the site's
    .rule = a site has exactly the languages listed in loa.yml.
    .why = this file would not be published and nobody would know.
    .help = add the tag to languages in loa.yml, or rename the file.
    .languages = The site has: { $languages }.
    .bad = content/muong.md
    .good = languages: [vi, km]

unknown-language-record = the site has the language "{ $tag }", of which loa knows nothing yet
    .rule = each language has a file i18n/<tag>/language.yml: name, script, direction.
    .why = until then readers see the tag instead of the name, and buttons are in the language of the original.
    .help = run "loa new language TAG" to make that file, and ask speakers for the name.
    .bad = languages: [vi, lbt]
    .good = i18n/lbt/language.yml with tag, autonym, name, script

bad-file-name = the name "{ $name }" is no language tag
    .rule = in an entry's folder files .md are named by their language: vi.md, km.md, hmn-VN.md.
    .why = loa cannot know in which language it is, so it is not published.
    .help = rename it to a language tag. Another entry belongs in a folder of its own.
    .bad = content/bai-viet/bai-1.md
    .good = content/bai-viet/bai-1/vi.md

hidden-ending = the real name of this file is "{ $name }": Windows hides endings
    .rule = an entry's file has the one ending .md.
    .why = Notepad adds .txt when it saves, and Windows does not show it.
    .help = in the folder choose View, tick File name extensions, then rename the file.
    .right = The right name: "{ $right }".
    .bad = vi.md.txt
    .good = vi.md

cloud-copy = "{ $name }" is a copy of "{ $original }" that a program named
    .rule = each language has one file in a folder.
    .why = there are two versions and loa cannot know which is right.
    .help = open both, keep the right one under the original name and delete the other.
    .bad =
        vi.md
        vi (1).md
    .good = vi.md

two-files-one-language = two files have one language; the other is { $other }
    .rule = each language has one file in a folder. Capital and small letters make no other tag.
    .why = loa cannot know which to publish.
    .help = make one file of the two.
    .bad =
        hmn-VN.md
        hmn-vn.md
    .good = hmn-VN.md

bad-folder-name = the folder's name "{ $name }" cannot be an address
    .rule = a folder's name has small letters without marks, digits and hyphens only.
    .why = the name is the page's address, and addresses with marks often break in messages.
    .help = rename the folder. The title with its marks stands in the key title.
    .right = A good name: "{ $right }".
    .bad = content/Cảnh báo 1/
    .good = content/canh-bao-1/

reserved-folder = loa uses the folder's name "{ $name }" itself
    .rule = the names trang-1, trang-2 ..., chu-de, a-z, tim, lich, assets are for pages that loa makes.
    .why = two pages would want one address.
    .help = rename the folder, for example with one word more: lich-hop.
    .bad = content/lich/
    .good = content/lich-hop/

no-section = the folder { $folder } has no file for the section
    .rule = a folder that holds entries is a section, with a file of its own, such as vi.md, that has the key entries.
    .why = its entries belong to no page, so nobody finds them.
    .help = make that file, with title and entries. "loa new" makes it when it adds an entry.
    .bad = content/canh-bao/ten-bai/vi.md without content/canh-bao/vi.md
    .good =
        content/canh-bao/vi.md:
        title: Cảnh báo
        entries: alert

entry-in-entry = this entry lies within another: { $parent }
    .rule = an entry's folder holds no other entries. Only sections do.
    .why = loa cannot know which page it belongs to.
    .help = if the folder above is a section, add the key entries to its file. If not, move this folder out of it.
    .bad = content/bai-viet/bai-1/bai-2/vi.md
    .good = content/bai-viet/bai-2/vi.md

address-collision = two things have one address: { $address }
    .rule = an address has one page or one file.
    .why = only one of the two would be published, and the other lost without a word.
    .help = rename one of them.
    .other = The other: { $other }.
    .bad =
        content/tin/vi.md
        static/vi/tin/index.html
    .good =
        content/tin/vi.md
        static/tep/to-roi.pdf

path-too-long = the address is longer than { $limit } characters: { $address }
    .rule = a part of an address has at most 60 characters, the whole at most 150.
    .why = Windows and many sticks cannot copy longer paths.
    .help = choose shorter names for folders. The full title stands in title.
    .bad = content/nhung-dieu-can-biet-khi-co-nguoi-moi-di-lam-viec-o-nuoc-ngoai-voi-luong-cao/
    .good = content/moi-di-lam-nuoc-ngoai/

output-name = this name cannot be used on the site: { $address }
    .rule = files of the site have small letters without marks, digits, hyphens and dots. loa renames the files of entries, not those of static.
    .why = names with marks, with spaces or of Windows' own break on some servers.
    .help = rename the file, for example to-roi-111.pdf.
    .bad = static/Tờ rơi 111.pdf
    .good = static/to-roi-111.pdf

alias-bad = the old address "{ $alias }" has not the right form
    .rule = aliases are old addresses below content: small letters without marks, digits, hyphens and /.
    .why = whoever opens the old address would not be led here.
    .help = copy the path of the old folder, without server and language.
    .bad = aliases: ["https://trang.example/vi/canh-bao/viec-nhe/"]
    .good = aliases: [canh-bao/viec-nhe]

alias-collision = the old address "{ $alias }" is in use
    .rule = an address in aliases is neither that of an entry nor in the aliases of another.
    .why = loa cannot know where to lead the reader.
    .help = delete it from one of the two entries.
    .other = The other: { $other }.
    .bad = two entries with aliases: [canh-bao/viec-nhe]
    .good = one entry with aliases: [canh-bao/viec-nhe]

page-too-large = a page is longer than { $limit } bytes
    .rule = a page has a limit of length.
    .why = too long a page does not open on an old phone. Or the theme repeats itself without end.
    .help = divide the entry. If it is not long, tell whoever made the theme.
    .bad = an entry with a thousand pasted pages
    .good = one entry a document

page-too-heavy = the page of this entry weighs { $bytes } bytes on the wire, the limit is { $limit }
    .rule = an entry without pictures weighs 25 KB at most when the server has packed it, with its styles and scripts; with a picture 60 KB, with many 100 KB. Documents have no limit. The key budgets of loa.yml may ask for less.
    .why = readers in the hills have old phones and slow networks: a page twice as heavy takes twice as long, and eats up their data.
    .help = divide the entry. At "check --release" this is an error.
    .pictures = The page has { $pictures } pictures: show fewer, or move some to another entry.
    .bad = an entry as long as a handbook, or with ten pictures
    .good = a chapter an entry, a picture or two in each

output-needs-address = "{ $output }" cannot be made, since loa.yml has no base_url
    .rule = fragments (for each entry a fragment.html to paste into a page of the portal) and json_feed (news for programs) consist of full addresses, so loa must know where the site will lie. Entries with the button to leave quickly (leave_quickly, sensitive, stories) have no fragment.html: the button would stay behind. Pages that are not translated have none either.
    .why = without an address this part is not made, and nobody notices.
    .help = add base_url to loa.yml, or take this name out of outputs.
    .bad = outputs: [pages, search, fragments]
    .good =
        base_url: https://tinh-x.example/phong-chong/
        outputs: [pages, search, fragments]

assets-too-heavy = the { $what } files of the theme weigh { $bytes } bytes on the wire, the limit is { $limit }
    .rule = styles (CSS) weigh 8 KB at most, scripts (JavaScript) 3 KB, when the server has packed them. The key budgets of loa.yml may ask for less.
    .why = every page loads these files before it shows a word.
    .help = tell whoever made the theme. At "check --release" this is an error.
    .bad = themes/default/assets/site.css of 60 KB
    .good = themes/default/assets/site.css of 28 KB, packed 7 KB

## Files that loa does not take

refused-symlink = this is a link to somewhere else, and loa does not follow it
    .rule = loa reads files of the site's folder only.
    .why = a link may draw private files of the machine into the site.
    .help = copy the file itself here.
    .bad = anh.jpg leads to another folder of the machine
    .good = anh.jpg is the file itself

refused-device = this is no ordinary file
    .rule = a site's folder holds files and folders only.
    .why = reading a device or a pipe may never end.
    .help = move it out of the site's folder.
    .bad = a pipe or socket of the system
    .good = texts, pictures, recordings

refused-name = this name has characters that other machines cannot read
    .rule = a file's name has no control characters, none of \ < > : " | ? *, no dot or space at its end, and is none of Windows' own names such as con, nul.
    .why = copied to Windows or a stick, the file would be lost or renamed.
    .help = rename the file with letters, digits and hyphens.
    .bad = anh: bìa?.jpg
    .good = anh-bia.jpg

refused-large = this file has { $size } MB, more than { $limit } MB
    .rule = a text file has a limit of length.
    .why = so long a text is usually a film or picture under another name.
    .help = look at the file. If it is a text, divide it.
    .bad = phim.mp4 renamed to vi.md
    .good = a vi.md of a few pages

refused-twin = this name is the same as { $other }, only its marks are stored otherwise
    .rule = two names that look the same count as one.
    .why = some machines store a letter with its mark, others apart. Nobody can see the difference, so nobody knows which file is which.
    .help = open both, keep one and delete the other.
    .bad = two folders "trẻ", copied from two machines
    .good = one folder "tre"

refused-deep = folders lie more than { $limit } levels deep
    .rule = a site's folder is not too deep.
    .why = such depth usually means that a folder was copied into itself.
    .help = look for the copy and delete it.
    .bad = trang/trang/trang/trang/…
    .good = content/chuyen-muc/ten-bai/

## loa.yml

base-url-form = base_url must be a full address
    .rule = base_url begins with https:// or http:// and is where the site will lie.
    .why = it is written into the sitemap and into links for sharing.
    .help = write the full address. If you do not know it yet, delete the key: the site works without.
    .bad = base_url: congthongtin.example/pcmbn
    .good = base_url: https://congthongtin.example/pcmbn/

unknown-section = nav names the section "{ $section }", but content has no such folder
    .rule = nav in loa.yml names folders of sections that exist.
    .why = the menu would lack an item.
    .help = correct the name, delete it, or make the section.
    .right = The nearest is "{ $right }".
    .bad = nav: [canhbao]
    .good = nav: [canh-bao]

unknown-unit = loa.yml has no unit "{ $unit }"
    .rule = units of an entry are keys of units in loa.yml.
    .why = no name would stand under the entry.
    .help = correct the key, or add the unit to units in loa.yml.
    .known = There are: { $known }.
    .bad = units: [cong-an]
    .good =
        loa.yml:
        units:
          cong-an: { "{" } vi: Công an tỉnh { "}" }

topic-collision = the topics "{ $a }" and "{ $b }" have one address
    .rule = two topics have two addresses once their marks are taken away.
    .why = the two pages would replace each other.
    .help = change one of the names, or give them two keys under topics in loa.yml.
    .bad = topics: [bán, bản]
    .good = topics: [mua bán, bản làng]

accepted-unknown = loa.yml accepts the warning "{ $code }", which does not occur any more
    .rule = each line of accepted fits a warning that occurs.
    .why = a line too many may hide another warning one day.
    .help = delete this line from accepted.
    .place = The place in it: { $place }.
    .bad = accepted still has a warning that was mended
    .good = accepted has warnings that occur

## Languages and interface words

bad-language-record = this language record cannot be used yet
    .rule = language.yml has tag, autonym, name, script, direction, chain, formats_as, collates_as.
    .why = without them the site knows neither the language's name nor the order of its letters.
    .help = compare it with the language.yml of another language.
    .bad = an empty autonym
    .good =
        tag: km
        autonym: "ភាសាខ្មែរ"

language-folder-without-record = the folder i18n/{ $name } belongs to no language that loa knows
    .rule = each folder in i18n is named by a language tag, and has a language.yml unless loa has a record of it.
    .why = without language.yml the words in this folder have no effect.
    .help = run "loa new language TAG" to make language.yml, or give the folder the right tag for a name.
    .right = Is the language meant that has the tag "{ $right }"?
    .bad = i18n/tay/site.ftl
    .good = i18n/tyz/site.ftl

language-chain-circle = languages stand in for each other in a circle: { $circle }
    .rule = the chain of a language does not lead back to itself.
    .why = nobody can say whose words come first where both lack them.
    .help = take one tag out of a chain. Most need only chain: [vi].
    .bad =
        jra: chain: [rad, vi]
        rad: chain: [jra, vi]
    .good =
        jra: chain: [rad, vi]
        rad: chain: [vi]

language-unknown-locale = there are no rules of numbers and order for "{ $value }" (key { $key })
    .rule = formats_as and collates_as name a language that has rules in the common tables of Unicode.
    .why = for a tag without rules the machine silently takes the plurals and the order of English.
    .help = languages that are written in Latin letters in Vietnam use the rules of Vietnamese.
    .right = Usually: { $right }
    .bad = formats_as: tyz
    .good = formats_as: vi

language-unknown-script = there is no script with the code "{ $value }"
    .rule = script is a code of four letters of ISO 15924: Latn, Khmr, Hant, Cham, Tavt, Arab.
    .why = loa needs the script to check texts and to choose a font.
    .help = look the code up again; its first letter is a capital.
    .right = The usual script of this language: { $right }
    .bad = script: Latin
    .good = script: Latn

language-script-differs = the tag "{ $tag }" means the script { $implied }, not { $script }
    .rule = the script of a record is the one that its tag means.
    .why = browsers, screen readers and search engines look at the tag alone, and read the whole page wrongly.
    .help = use the tag that states the script, for the folder and in languages of loa.yml too.
    .right = The tag to use: { $right }
    .bad =
        tag: cja
        script: Latn
    .good =
        tag: cja-Latn
        script: Latn

bare-language-tag = the tag "{ $tag }" states no script, so it means { $script }
    .rule = a language that is written in several scripts has the script in its tag.
    .why = browsers, screen readers and search engines look at the tag alone, and read the whole page wrongly.
    .help = ask which script people read, and write its tag, in the names of files too.
    .right = Choose one of: { $right }
    .bad = languages: [vi, cja]
    .good = languages: [vi, cja-Latn]

confused-language-tag = the tag "{ $tag }" is that of another language
    .rule = the tag is that of the very language that people speak.
    .why = names may be alike and the languages different, even of different countries.
    .help = if this language is meant, make i18n/<tag>/language.yml for it.
    .right = Is this one meant: { $right }?
    .bad = languages: [vi, daz]
    .good = languages: [vi, ium]

wrong-script = most of this text is not in { script-declared }
    .label = this is { script-found }
    .rule = over 90 % of the letters of a text are of the script of the language in the file's name (names do not count).
    .why = a screen reader uses the wrong voice, and nobody finds the page. Most often the file has a wrong name.
    .help = look at the file's name: Vietnamese words stand in vi.md, Khmer words in km.md.
    .right = If this language is written so, its tag is { $right }.
    .bad = km.md: Khi thấy dấu hiệu lạ, hãy gọi người thân.
    .good = vi.md: Khi thấy dấu hiệu lạ, hãy gọi người thân.

script-declared = { $script ->
    [Latn] Latin letters
    [Khmr] Khmer letters
    [Hant] traditional Chinese characters
    [Hans] simplified Chinese characters
    [Laoo] Lao letters
    [Thai] Thai letters
    [Tavt] Tai Viet letters
    [Cham] Cham letters
    [Arab] Arabic letters
    [Cyrl] Cyrillic letters
    [Hmnp] Nyiakeng Puachue Hmong letters
   *[other] the script { $script }
}
script-found = { $found ->
    [Latn] Latin letters
    [Khmr] Khmer letters
    [Hani] Chinese characters
    [Laoo] Lao letters
    [Thai] Thai letters
    [Tavt] Tai Viet letters
    [Cham] Cham letters
    [Arab] Arabic letters
    [Cyrl] Cyrillic letters
    [Hmnp] Nyiakeng Puachue Hmong letters
   *[other] the script { $found }
}

unknown-font = the theme has no font "{ $name }"
    .rule = font in language.yml names a font of the theme: the file assets/fonts/<name>.woff2 and the list fonts/<name>.codepoints.txt.
    .why = old devices draw squares for the letters of this language.
    .help = mend the name, or take the line away to use the fonts of the reader's device.
    .right = Is "{ $right }" meant?
    .known = The theme has: { $known }.
    .bad = font: khmer
    .good = font: noto-sans-khmer

font-lacks-character = the font { $font } cannot draw "{ $character }" ({ $code })
    .rule = all letters, digits and marks of a language are in one font, the one that its record names.
    .why = when letter and mark come from two fonts the mark stands beside, and nobody knows the letter.
    .help = look whether the letter is the right one. If it is, take a font that has it, or take the line font out of the record.
    .bad = rad.md: Ɖắk Lắk
    .good = rad.md: Đắk Lắk

font-list-syntax = the line "{ $line }" is no range of code points
    .rule = fonts/<name>.codepoints.txt has a code point or a range on each line, and comments after #.
    .why = by this list loa knows what the font can draw.
    .help = write it as U+1780 or U+1780-17FF.
    .bad = 1780..17FF
    .good = U+1780-17FF

strings-syntax = loa cannot read a line among the interface words
    .label = stopped here
    .rule = a file .ftl has lines "name = words"; names have plain letters, digits and hyphens.
    .why = this line has no effect.
    .help = look at equals signs, braces and the space at the start of lines.
    .detail = The machine says: { $detail }
    .bad = đọc-thêm = Đọc thêm
    .good = read-more = Đọc thêm

strings-doubled = the words "{ $id }" are there twice
    .rule = a name stands once in a file .ftl.
    .why = only one of the two is used.
    .help = delete one.
    .bad =
        read-more = Đọc thêm
        read-more = Xem tiếp
    .good = read-more = Đọc thêm

strings-failed = loa cannot put together the words "{ $id }"
    .rule = words in .ftl use the variables that the theme gives, and no others.
    .why = readers would see another language, or a name of the machine's.
    .help = compare them with those of the same name in i18n/vi/site.ftl.
    .detail = The machine says: { $detail }
    .bad = pages = { "{" } $so { "}" } trang
    .good = pages = { "{" } $count { "}" } trang

strings-variable = the words "{ $id }" use the variable ${ $name }, which nobody gives
    .rule = words use the variables that the original i18n/vi/site.ftl and the templates give, and no others.
    .why = readers see the name of the variable, or another language.
    .help = compare the words of the same name in the original. Names of variables are not translated.
    .right = Is ${ $right } meant?
    .known = These words are given: { $known }.
    .bad = page-number = Trang { "{" } $so { "}" }
    .good = page-number = Trang { "{" } $n { "}" }

strings-function = the words "{ $id }" call the function { $name } wrongly
    .rule = there are two functions: NUM($n) with marks between thousands, DATE($n) with a zero before. Each takes one variable.
    .why = no other function works; readers see another language.
    .help = keep the variable alone, or use one of the two.
    .right = Rather: { $right }
    .known = The functions are: { $known }.
    .bad = entries-count = { "{" } NUMBER($count) { "}" } bài
    .good = entries-count = { "{" } NUM($count) { "}" } bài

strings-reference = the words "{ $id }" refer to "{ $name }", which is not there
    .rule = what is named in braces stands in the .ftl of the same language.
    .why = loa does not put words of another language into a sentence.
    .help = write those words, or put them in place of the name.
    .bad = need-help = { "{" } hoi { "}" } Gọi ngay
    .good =
        hoi = Bạn cần giúp?
        need-help = { "{" } hoi { "}" } Gọi ngay

strings-attribute = the words "{ $id }" lack the part .{ $name } of the original
    .short = the words "{ $id }" have nothing after the equals sign
    .rule = a translation has all parts of the original: what follows the equals sign, and indented lines with a dot.
    .why = a part that is missing is not taken from another language; its place stays empty.
    .help = look at the words of the same name in i18n/vi/site.ftl.
    .bad =
        call =
            { "." }title = Bấm để gọi
    .good =
        call = Gọi
            { "." }title = Bấm để gọi

strings-plural = the words "{ $id }" have a case [{ $name }], which this language does not have
    .rule = Vietnamese and languages that are written like it have no singular and plural: use [0], [1] and *[other].
    .why = the case is never chosen, or chosen by one version of the tables and not by the next.
    .help = write [1] for [one], [0] for [zero], and leave the rest to *[other].
    .known = This language has: { $known } and *[other].
    .bad = [one] { "{" } $count { "}" } bài
    .good = [1] { "{" } $count { "}" } bài

strings-unknown-id = a template asks for the words "{ $id }", which no language has
    .rule = each name in t(id="…") of a template has words in i18n/vi/site.ftl.
    .why = readers see the name in place of words.
    .help = mend the name in the template, or add the words to i18n/vi/site.ftl.
    .right = Is "{ $right }" meant?
    .bad = t(id="hom")
    .good = t(id="home")

strings-wrong-script = the message "{ $id }" stands for { $lang } and has no letter of the script { $script }
    .rule = words of the interface are written in the script of their language.
    .why = a Vietnamese button under the name of another language is read out wrongly and understood by nobody.
    .help = translate it, or delete the line: loa then shows the Vietnamese words and says that they are Vietnamese.
    .bad = i18n/km/site.ftl: home = Trang chủ
    .good = i18n/km/site.ftl: home = ទំព័រដើម

strings-call = a template asks for the message "{ $id }" and does not give it { $lacking }
    .rule = templates give a message all variables that it needs.
    .why = without one of them the message cannot be said in any language.
    .help = add the variable, such as t(id="entries-count", count=list.total).
    .bad = t(id="entries-count")
    .good = t(id="entries-count", count=list.total)

strings-missing = { $count } interface words are missing in { $lang }
    .rule = the site.ftl of a language should have all words of i18n/vi/site.ftl.
    .why = what is missing is said in the language behind it, mostly Vietnamese.
    .help = add them when there is a translator.
    .known = The first are: { $known }.
    .bad = site.ftl has skip and menu only
    .good = site.ftl has all words of the original

strings-dropped = the words "{ $id }" leave out the variable ${ $name } of the original
    .rule = a translation mostly uses every variable of the original.
    .why = a variable is a number, a day or a name, which readers then miss.
    .help = put it where it fits. If this language needs none, leave it.
    .bad = reading-time = Đọc nhanh
    .good = reading-time = Đọc trong { "{" } $n { "}" } phút

strings-obsolete = nobody asks for the words "{ $id }" any more
    .rule = all words of a site.ftl are in the original, or a template or other words ask for them.
    .why = mostly the name is mistyped, or the original was renamed: this translation is shown nowhere.
    .help = mend the name, or take the line out.
    .right = Is "{ $right }" meant?
    .bad = mennu = មាតិកា
    .good = menu = មាតិកា

strings-unused = nobody asks for the words "{ $id }"
    .rule = a template or other words ask for all words that a site adds.
    .why = mostly the name is mistyped, so the old words are still shown.
    .help = mend the name, or take the line out.
    .right = Is "{ $right }" meant?
    .bad = mennu = Mục của chúng tôi
    .good = menu = Mục của chúng tôi

strings-markup = the words "{ $id }" hold a < of HTML
    .rule = interface words are plain. Only words whose name ends in -html may hold a <.
    .why = loa brings no HTML from translations into a page, so readers see the sign itself.
    .help = take the HTML out, or say "under", "less than" for the sign.
    .bad = call = <b>Gọi</b>
    .good = call = Gọi

strings-not-nfc = letters and marks are written apart here
    .label = from here on
    .rule = words in .ftl are written in composed letters (Unicode NFC).
    .why = they look the same but are not found in the file, and other tools may damage them.
    .help = type them again with a keyboard that is set to composed Unicode, or ask the translator to save the file anew.
    .bad = ê written as e and a circumflex
    .good = ê as one character

strings-invisible = the words "{ $id }" hold a character that nobody sees ({ $code })
    .rule = interface words have no hard blanks and none of zero width. Only Khmer, Lao and Tai Viet may have U+200B, to say where a line may break.
    .why = lines break in wrong places, and copied words are not found.
    .help = take it out and type a plain blank.
    .bad = a blank copied from Word
    .good = a blank from the keyboard

strings-phone = the number { $number } stands in interface words
    .rule = telephone numbers stand in the registry and never in .ftl.
    .why = one change in the registry mends all languages. A number in a translation is left behind.
    .help = take the number out. The button and the number are on every page already.
    .bad = need-help = Cần giúp? Gọi 111
    .good = need-help = Bạn cần giúp?

## Themes

theme-missing = there is no theme called "{ $name }"
    .rule = theme in loa.yml is a folder in themes, or the theme that comes with loa.
    .why = without a theme no page can be made.
    .help = delete the key to use the theme that comes with loa, or correct the name.
    .bad = theme: giao-dien-moi
    .good = themes/giao-dien-moi/theme.yml

theme-syntax = this template is not written as it should be
    .label = stopped here
    .rule = templates are written in Tera 2.
    .why = pages that use it cannot be made.
    .help = tell whoever made the theme, with the following line.
    .detail = The machine says: { $detail }
    .line = Line { $line }.
    .bad = { "{" }% if entry.summary %{ "}" }<p>
    .good = { "{" }% if entry.summary %{ "}" }<p></p>{ "{" }% endif %{ "}" }

theme-unsafe = a template uses the filter safe
    .rule = a template does not use the filter safe.
    .why = words that an editor typed could become code that runs on a reader's device.
    .help = take "| safe" away. Markup made by loa arrives in the right form.
    .bad = {"{{"} entry.title | safe {"}}"}
    .good = {"{{"} entry.title | say {"}}"}

theme-unquoted = a value inside an HTML tag has no quotes
    .rule = the value of an attribute stands in double quotes.
    .why = a blank in a title would begin another attribute, which could be code.
    .help = put double quotes around the value.
    .bad = <p title={"{{"} entry.title.text {"}}"}>
    .good = <p title="{"{{"} entry.title.text {"}}"}">

theme-cycle = templates include one another in a circle
    .rule = a template does not include itself, not even by way of others.
    .why = making a page would never end.
    .help = tell whoever made the theme, with the following line.
    .detail = The circle: { $detail }
    .bad = a.html includes b.html, b.html includes a.html
    .good = a.html includes b.html

theme-render = this page cannot be made with the template { $template }
    .rule = templates use the values that loa gives, and no others.
    .why = the page is not published.
    .help = this is a fault of the theme, not of the entry. Tell whoever made the theme, with the following line.
    .detail = The machine says: { $detail }
    .bad = a template uses a value that does not exist
    .good = a template uses the values of the theme's manual

theme-api = this theme was made for another loa (version { $version })
    .rule = api in theme.yml fits this loa.
    .why = its templates may ask for what this loa does not have.
    .help = use the theme's version for this loa, or delete the key theme to use the one that comes with loa.
    .bad = theme.yml names another version
    .good = theme.yml names this version

## Forms of values, used in wrong-type

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
expected-line = one line of text
expected-text = some text
expected-date = a day, such as 2026-07-30
expected-bool = true or false
expected-count = a whole number, such as 3
expected-one-of = one of a few fixed words
expected-slug = a folder's name: small letters without marks, digits, hyphens
expected-file = the name of a file in the entry's folder
expected-phone = a telephone number in quotes, such as "111"
expected-lang = a language tag, such as vi or hmn-VN
expected-url = a full address that begins with https://
expected-digest = twelve characters that loa writes
expected-list = a list, such as [one, two]
expected-group = lines below it, indented by two spaces
expected-map = lines below it, a name and a value each
expected-by-language = one line of text, or a line below it for each language

## Words of the report

cli-error = error
cli-warning = warning
cli-why = why
cli-paste = change to
cli-cure = how to mend it
cli-more = more: loa explain { $code }
cli-rest = … and { $count } more: warning[{ $code }]
cli-rule = rule
cli-bad = wrong
cli-good = right
cli-summary = pages: { $pages }, files: { $files }, errors: { $errors }, warnings: { $warnings }, { $ms } ms
cli-weight-page = The heaviest entry (packed with gzip, without its pictures): { $path } { $bytes } bytes, limit { $limit }
cli-weight-css = CSS { $bytes } bytes, limit { $limit }
cli-weight-js = JavaScript { $bytes } bytes, limit { $limit }
cli-weight-search = search { $bytes } bytes, limit { $limit }
cli-built = The site was built into { $out }
cli-kept-going = Entries with errors were left out, the rest was built into { $out }
cli-nothing-changed = Nothing was written to { $out }. A site that is there is as it was.
cli-here = this folder
cli-all-good = No errors, no warnings.
cli-watch-reading = Reading the texts…
cli-watch-address = The preview is at: { $address }
cli-watch-lan = On a phone in the same network: { $address }
cli-watch-taken = Port { $taken } is used by another program, so loa takes port { $port }.
cli-watch-end = Whenever you save a file, the preview follows. To end: press Ctrl-C.
cli-watch-first = pages: { $pages }, errors: { $errors }, warnings: { $warnings }, { $ms } ms
cli-watch-step =
    { $what ->
        [day] A new day: pages changed: { $pages }, { $ms } ms
        [file] { $file }: pages changed: { $pages }, { $ms } ms
       *[other] { $file } and { $more } more: pages changed: { $pages }, { $ms } ms
    }
cli-watch-errors = Errors left: { $errors }. Where there is one, the preview keeps the last good page until it is mended.
cli-watch-mended = No errors any more.
cli-watch-polls =
    { $why ->
        [asked] loa looks at the files once a second, as you asked.
        [ran-out] This machine listens to no more folders, so loa looks at the files once a second. The preview follows a little later.
        [share] This folder lies on a network or shared disk ({ $detail }), where the machine does not tell of changes, so loa looks at the files once a second.
        [silent] In this folder the machine does not tell of changes, so loa looks at the files once a second.
       *[other] The machine does not let loa listen to the folder ({ $detail }), so loa looks at the files once a second.
    }
cli-watch-waits = The preview stays as it was. loa will try again.
cli-watch-readable = The files can be read again.
cli-watch-not-opened = The browser could not be opened. Please open this address yourself: { $address }

## Help

help-loa =
    loa makes an awareness site from a folder of texts.

    Usage:
      loa COMMAND [options]

    Commands:
      loa new        start a site, or add an entry or a language
      loa check      look at all entries, write nothing
      loa watch      preview the site while you write
      loa build      build the site into the folder public
      loa translate  keeps translations in step
      loa fix        converts text in old encodings, once you agree
      loa explain    explain a code

    Options, before or after the command:
      --site DIR         the folder of the site; usually the one you are in
      --ui-lang vi|en    the language of messages; the variable LOA_LANG does the same
      --format human|json
                         messages for people, or one object a line for programs
      -h, --help         this text; "loa build --help" for one command
      -V, --version      which loa this is

    Exit status: 0 good, 1 the content has errors, 2 the call or loa.yml has, 3 the machine is in the way.
help-build =
    Builds the site. If entries have errors, the site stays as it was.

    Usage:
      loa build [options]

    Options:
      --out DIR          where to put the site; usually public
      --base-url URL     where the site will lie, instead of base_url in loa.yml
      --drafts           with drafts and entries under review, to look at them
      --keep-going       leave out entries with errors and build the rest
      --today DATE       take this day for today, such as 2026-07-30

    Options --site, --ui-lang, --format: see "loa --help".
help-check =
    Looks at all entries as a build does, and writes nothing.

    Usage:
      loa check [options]

    Options:
      --release          as strict as before a release
      --today DATE       take this day for today, such as 2026-07-30

    Options --site, --ui-lang, --format: see "loa --help".
help-watch =
    Previews the site in a browser, drafts too. Whenever you save a file, the preview follows.
    Writes nothing to public. To end: press Ctrl-C.

    Usage:
      loa watch [options]

    Options:
      --port NUMBER      the port of the preview; if it is taken, the next free one
      --open             open the browser
      --follow           the browser goes to what was edited
      --lan              show it to phones and machines of this network, at an address of its own
      --poll             look at the files once a second, for folders on network disks
      --today DATE       take this day as today, for example 2026-07-30

    The options --site, --ui-lang, --format: see "loa --help".
help-new =
    Starts a site in an empty folder, or adds an entry or a language to a site.

    Usage:
      loa new                          loa asks for everything
      loa new KIND PATH                such as: loa new alert canh-bao/viec-nhe-luong-cao
      loa new language TAG             adds a language, such as: loa new language tyz

    Kinds:
      article   article, news          document   official text
      alert     warning                hotline    telephone number
      guide     guide                  script     loudspeaker text, sketch
      story     story                  page       ordinary page
      event     event

    loa never writes over a file.
    Options --site, --ui-lang, --format: see "loa --help".
help-translate =
    Keeps translations in step with their originals.

    Usage:
      loa translate status [ENTRY] [LANG]    what is translated, what is out of date
      loa translate start ENTRY LANG         begins a translation
      loa translate diff ENTRY LANG          shows which paragraphs of the original have changed
      loa translate accept ENTRY LANG        it was read, and fits the original
      loa translate accept --minor ENTRY     the original's edit changed no meaning: all translations fit
      loa translate export ENTRY LANG        writes a file for a translator (PO)
      loa translate import FILE              takes the file that came back

    ENTRY is the entry's folder in content, a dot is the home page. LANG is a tag of loa.yml.
    Example: loa translate diff canh-bao/viec-nhe-luong-cao km

    Options of status:
      --require TAG:PERCENT   ends with 1 if the language is below, for example --require km:80
      --out FILE              writes the table to a .csv or .html file
      --today DATE            takes this day for today
    Options of export:
      --xliff            XLIFF 2.1 in place of PO
      --out FILE         where to write

    The options --site, --ui-lang, --format: see "loa --help".
help-fix =
    Converts what is typed in an old encoding (TCVN3, VNI, windows-1258) in an entry to Unicode.
    loa shows each place before and after, and asks. Nothing changes unless you agree.

    Usage:
      loa fix ENTRY --encoding         for example: loa fix canh-bao/ten-bai --encoding

    ENTRY is the folder of the entry in content/; a full stop (.) is the home page.
    Only what was shown changes, all else stays. The old file is kept in .loa/undo/.
    For --site, --ui-lang, --format see "loa --help".
help-explain =
    Explains a code: the rule, why, a wrong case and a right one.

    Usage:
      loa explain CODE                 such as: loa explain unknown-phone

    Options --site, --ui-lang, --format: see "loa --help".

## The command loa translate

status-title = Translations of the site
status-caption = Every entry in every language
status-entry = Entry
status-current = fits the original
status-out-of-date = the original has changed
status-unreviewed = waits for its reader
status-draft = draft
status-missing = not translated
status-changed = { $count } paragraphs differ from the original
status-changed-unknown = nobody knows in how many paragraphs
status-missing-count = not translated: { $count } entries
status-share = { $lang }: { $current } of { $all } entries fit the original ({ $percent } %)
status-nothing = This site has nothing to translate.
status-written = The table is in { $path }.
status-below = { $name } is below { $percent } %: { $current } of { $all } entries fit the original.
start-note =
    A translation into { $name }. Translate each line of words below; keep the signs #, *, >, |, links and <hotline:…>.
    When it is translated and read, type: loa translate accept { $entry } { $lang }
start-next = When it is translated and read, type: loa translate accept { $entry } { $lang }
diff-count = { $entry }: { $count } paragraphs have changed since it was translated into { $name }
diff-nothing = The original of { $entry } has not changed since it was translated into { $name }.
diff-no-record = loa no longer has the original from which { $entry } was translated into { $name }, so it cannot tell which paragraphs have changed. Compare the whole, then type: loa translate accept { $entry } { $lang }
diff-no-mark = The translation of { $entry } into { $name } does not say from which original it was made. Compare the whole, then type: loa translate accept { $entry } { $lang }
diff-edited = edited
diff-moved = moved
diff-added = new
diff-removed = gone
diff-place = paragraph { $number } of { $count }
diff-old = old
diff-new = new
diff-text = text
diff-translation = translation
accept-done = Noted: the translation of { $entry } into { $name } fits today's original.
accept-untouched = Not taken: { $count } paragraphs are not translated into { $name }, they are those of the original. Translate them, then type the command again:
accept-ask-reviewer = Who has read this translation? A name or an office:
minor-ask = Translation { $name }: { $count } paragraphs differ as shown. Is the meaning the same, and the translation still right? (y/n)
minor-done = Noted for { $count } translations of { $entry }.
minor-refused = { $name } of { $entry } is not renewed: a number, a link, a "not" or a whole paragraph of the original has changed, which is no slip of the pen. See: loa translate diff { $entry } { $first }
minor-unknown = { $name } of { $entry } is not renewed: nobody knows from which original it was made. Compare the two, then type: loa translate accept { $entry } { $first }
export-written = { $count } paragraphs are in { $path }. When the translator sends it back, type: loa translate import { $path }
import-done = The translation is in { $path }, not published yet. Have it read, then type: loa translate accept { $entry } { $lang }
import-unfinished = Written to { $path } as a draft: { $count } paragraphs are not translated and keep the original's words.
import-same = Nothing new in the file: the translation of { $entry } into { $name } stays.
import-keeps = Not taken: { $count } paragraphs of the file are not finished, and { $name } of { $entry } is published. It stays as it is; ask the translator for the rest.
import-refused = { $path } was not taken. The site is what it was.
import-takes-off = The published page in { $name } gives way to the original until somebody has read the new text.
import-kept = The old text is in { $path }.

## Slips on the command line

usage-more = How to use it: loa --help
usage-unknown-entry = the site has no entry "{ $word }"
    .right = Did you mean "{ $right }"?
    .help = ENTRY is the entry's folder in content, such as canh-bao/viec-nhe-luong-cao; a dot is the home page.
usage-unknown-language = the site has no language "{ $word }"
    .right = Did you mean "{ $right }"?
    .known = Languages in loa.yml: { $known }.
usage-is-original = "{ $word }" is the language of the original of { $entry }, not of a translation
    .help = choose another language.
usage-no-translation = { $entry } has no translation into { $name }
    .help = begin one with: loa translate start { $entry } { $lang }
    .short = this entry has no such translation
usage-has-translation = { $entry } has a translation into { $name } already
    .help = open { $path } and edit it. What has changed in the original: loa translate diff { $entry } { $lang }
    .short = this entry has a translation already
usage-export-exists = { $path } is there and differs from what would be written; somebody may be at work in it
    .help = put that file elsewhere, or write under another name: add --out and a name.
usage-exchange-missing = there is no file "{ $word }"
    .help = type the name of the file that the translator sent back, with its folder if it lies elsewhere.
usage-minor-lang = --minor speaks of the original, so it cannot be for "{ $word }" alone
    .help = leave out the language, or leave out --minor.
usage-accept-reviewer = nobody knows who has read the translation of { $entry } into { $name }
    .help = write the line reviewed_by with a name or an office into the head of the translation, then type the command again.
usage-bad-require = "{ $word }" is not of the form TAG:PERCENT
    .help = for example: --require km:80
usage-bad-table = a table is written to a .csv or .html file, not to "{ $word }"
    .help = for example: --out translations.html
usage-no-exchange-file = "{ $word }" is no PO or XLIFF file
    .help = give the file that came back from the translator.
usage-unknown-command = loa has no command "{ $word }"
    .right = Did you mean "{ $right }"?
    .help = commands: new, check, build, translate, fix, explain.
usage-unknown-translate = loa translate has no command "{ $word }"
    .right = Did you mean "{ $right }"?
    .help = commands: status, start, diff, accept, export, import.
usage-unknown-option = this command has no option "{ $word }"
    .right = Did you mean "{ $right }"?
usage-too-many = "{ $word }" is too much on the command line
    .help = if it is part of a name with spaces, put the whole name in double quotes.
usage-bad-choice = { $option } does not take "{ $word }"
    .allowed = One of: { $allowed }.
usage-missing-value = a value is missing after { $option }
usage-no-value = { $option } takes no value
usage-twice = { $option } was typed twice
usage-missing-argument = { $argument } is missing
    .help = for example: loa explain unknown-phone, loa fix canh-bao/ten-bai --encoding
usage-missing-pair = this command needs an entry and a language
    .help = such as: loa translate diff canh-bao/viec-nhe-luong-cao km
usage-missing-exchange-file = this command needs the file that the translator sent back
    .help = such as: loa translate import canh-bao-viec-nhe-luong-cao.km.po
usage-bad-today = "{ $word }" is no day
    .help = type it as 2026-07-30 or 30/7/2026.
usage-bad-epoch = the variable SOURCE_DATE_EPOCH is no number of seconds: "{ $word }"
    .help = remove that variable, or type --today and a day.
usage-bad-port = "{ $word }" is no port
    .help = type a number from 1 to 65535, for example: --port 8000
usage-bad-base-url = "{ $word }" is no address for a site
    .help = type it in full, such as https://congthongtin.example/pcmbn/
usage-not-text = a word of the command line cannot be read
    .help = type it again in UTF-8.
usage-other = the command line is not right
    .detail = The machine says: { $detail }
usage-unknown-code = there is no code "{ $word }"
    .right = Did you mean "{ $right }"?
    .help = a code stands in square brackets at the start of a message, such as error[unknown-phone].
usage-unknown-kind = there is no kind "{ $word }"
    .right = Did you mean "{ $right }"?
    .known = Kinds: { $known }.
usage-new-asks = kind and folder are needed
    .help = such as: loa new alert canh-bao/viec-nhe-luong-cao. In a window with a command line "loa new" asks for everything.
usage-new-path = "{ $word }" cannot be a path
    .help = a path is the section's name, / and the entry's name: small letters without marks, digits, hyphens.
    .right = This would do: { $right }
usage-new-reserved = loa uses the name "{ $word }" itself
    .help = choose another name, for example with one word more.
usage-new-inside-entry = { $folder } is an entry and cannot hold another
    .help = put the new entry into a section. If { $folder } is a section, add the key entries to its file.
usage-language-asks = which language?
    .help = for example: loa new language tyz
usage-language-tag = "{ $word }" is no language tag
    .help = a tag has plain letters, digits and hyphens, such as km, hmn-VN, cja-Latn.
    .right = Is this one meant: { $right }?
usage-language-device = the tag "{ $word }" is a name that Windows keeps for itself, so no folder can have it
    .right = Use { $right }.
usage-language-bare = the tag "{ $word }" states no script, so it means { $script }
    .help = ask which script people read.
    .right = Choose one of: { $right }
usage-language-other = the tag "{ $word }" is that of another language
    .help = names may be alike and the languages different. If this one is meant, make the folder i18n/{ $word } yourself.
    .right = Is this one meant: { $right }?
usage-fix-asks = nothing was changed, since nobody is there to answer
    .help = open a command line window and run "loa fix" there; loa asks before it changes anything.
usage-folder-not-empty = { $path } has other files, and no loa.yml
    .help = to start a site run "loa new" in an empty folder. If the site is elsewhere, add --site and the folder.

## loa new

new-started = A site was started in { $path }. The new files:
new-file = • { $path }
new-made = { $path } was made
new-number = The example leads readers to 111, which the site did not have, so this number was added to the registry.
new-title = Its title is "{ $title }" for now. Give it its marks in the line title.
new-section = The section was not there, so its file was made too, for now with the title "{ $title }". Change it if you like.
new-kind-differs = This section usually holds { $usual }, so the new entry has a line kind: { $kind }.
new-next-site = Next: loa build
new-next-entry = Next: open the file in Notepad, change the words, then run loa check
new-next-language = Next: open loa.yml, add { $tag } to languages, then run loa check:
new-next-words = Next: give site.ftl to a translator, then run loa check
new-language-fill = language.yml still has blanks: the name that speakers give to their language, and its name in Vietnamese. Ask the speakers.
new-ask-autonym = What do speakers call their language? Press Enter to fill it in later:
new-ask-language-name = Its name in Vietnamese, such as tiếng La Chí. Press Enter to fill it in later:
new-ask-anyway = There are other files in this folder. Start a site here all the same? [y/N]
new-ask-kind = Which kind of entry? Type the number and press Enter:
new-ask-title = Its title, as usual:
new-ask-path = Its folder. Press Enter for { $path }:
new-ask-path-free = Its folder, in small letters without marks, such as canh-bao/ten-bai:
new-ask-slug = Folders have small letters without marks only. Use { $path }? [Y/n]
new-again = loa did not understand "{ $word }". Please type it again.
kind-article = article, news
kind-alert = warning
kind-guide = guide
kind-story = story
kind-event = event
kind-document = official text
kind-hotline = telephone number, hotline
kind-script = loudspeaker text, sketch
kind-page = ordinary page

## loa fix

fix-file = { $path }
fix-place = {"  "}line { $line } ({ $encoding })
fix-before = {"    "}before: { $text }
fix-after = {"    "}after:  { $text }
fix-more = {"  "}… and { $count } more lines
fix-capitals = {"  "}If any of this was set in a font of capitals (.VnTimeH), the capitals are lost; put them back by hand afterwards.
fix-ask = Change the { $count } places above in { $path }? [y/N]
fix-ask-one = Change this place? [y/N]
fix-ask-whole = Convert all of { $path } to UTF-8? [y/N]
fix-done = Changed { $path }. The old file is at { $kept }
fix-left = Left { $path } as it is
fix-nothing = Nothing in this entry is typed in an old encoding.
fix-next = Next: read the entry again, then run loa check

## The machine

machine-io =
    { $op ->
        [list] cannot look into { $path }
        [open] cannot open { $path }
        [read] cannot read { $path }
        [write] cannot write { $path }
        [sync] cannot be sure that { $path } is on the disk
        [rename] cannot give the name { $path }
        [delete] cannot delete { $path }
        [make-folder] cannot make the folder { $path }
        [lock] cannot lock { $path }
       *[other] something did not work with { $path }
    }
    .why =
        { $cause ->
            [denied] the machine does not allow it. The file may be open in Word, or the folder belongs to somebody else.
            [held] the file is open in another program.
            [missing] the file or folder was deleted or renamed just now.
            [read-only] this disk or stick can only be read.
           *[other] the machine says: { $reason }
        }
    .help =
        { $cause ->
            [denied] close the program that has the file open, or copy the site to Documents, then run this again.
            [held] close that program, then run this again.
            [missing] run this again.
            [read-only] unlock the stick, or copy the site to another disk.
           *[other] look at the disk, then run this again.
        }
machine-no-site = there is no site in { $path }
    .why = the folder does not exist, or has neither loa.yml nor content.
    .help = open the command line in the site's folder, or add --site and the folder. If there is no site yet, run "loa new" in an empty folder.
machine-too-many-files = { $path } has more than { $limit } files
    .why = usually loa runs in the wrong folder.
    .help = look at the folder, and move files that do not belong to the site out of it.
machine-refused = loa does not write into { $path }
    .why =
        { $fault ->
            [root] it is the root of the disk.
            [holds-site] it holds the texts of the site.
            [home] it is the home folder.
            [source] loa reads texts from there: { $detail }.
            [not-a-folder] it is no folder.
            [link] it is a link to somewhere else.
            [not-ours] it holds files that loa did not write, and loa does not delete your files.
            [unknown-manifest] another version of loa built the site in it: { $detail }.
            [damaged-manifest] MANIFEST.sha256 in it was changed, from line { $detail } on.
           *[foreign] a file that loa did not write is in the way: { $detail }.
        }
    .help =
        { $fault ->
            [unknown-manifest] rename or delete that folder and run this again, or choose another with --out.
            [damaged-manifest] rename or delete that folder and run this again.
            [foreign] move that file away and run this again.
           *[other] choose another, empty folder with --out.
        }
machine-busy = another loa is writing this site
    .why = two at once would spoil it.
    .help = wait for the other, or close its window, then run this again.
    .pid = Its number on this machine: { $pid }.
machine-full = the disk is full at { $path }
    .why = the site needs about { $megabytes } MB. The old site is untouched.
    .help = delete files that you do not need, then run this again.
machine-changed = { $path } changed while loa was building
    .help = run this again. The old site is untouched.
machine-picture = the picture { $path } cannot be used
    .why = loa cannot encode it anew, so it cannot take out where it was taken. The machine says: { $reason }
    .help = open the picture in a viewer and save it as JPEG or PNG.
machine-clash = { $path } and { $other } cannot lie beside each other
    .why = on some machines they are one name, or loa needs that name itself.
    .help = rename one of them.
machine-exists = { $path } is there already
    .why = loa never writes over a file.
    .help = choose another name, or open the file and change it.
machine-link = { $path } is a link to somewhere else
    .why = the file that it leads to is not in the site's folder, so loa does not write to it.
    .help = put the file or folder itself in its place and run again.
machine-no-lock = this disk cannot be locked ({ $path })
    .help = run only one loa at a time with this site.
machine-stage-left = the work folder { $path } could not be removed
    .help = no harm: the next build removes it.
machine-no-port = no port from { $first } to { $last } could be opened for the preview
    .why = the machine says: { $reason }
    .help = close other previews, or choose another number, for example: loa watch --port 8400
machine-no-preview = the preview could not be opened
    .why = the machine says: { $reason }
    .help = close some programs and run it again.
machine-output = nothing can be printed: { $reason }

## The editor's board, at /_loa/ in the preview

board-name = The board of loa
board-skip = To the main content
board-preview = See the site
board-way = Way back
board-pages = Pages of the list
board-parts = Parts of the board
board-foot = This board only shows. Edit the files in the program that you are used to; when you save, the board and the site follow.
board-fault = The site cannot be read just now, so what is shown is what was read last
board-red = Errors: { $errors }. Cannot be published yet
board-yellow = No errors, warnings: { $warnings }
board-green = No errors, no warnings
board-size = Pages: { $pages }, languages: { $languages }, built in { $ms } ms
board-kept = Files with errors: { $count }. The preview still uses their last good version.
board-change = Last change
board-no-change = No file has changed since the board was opened.
board-changed = At { $at }: changed files: { $count }, rebuilt in { $ms } ms.
board-work = Files read again: { $parsed }, pages made again: { $rendered }, pages reused: { $kept }.
board-touched = Pages and files beside them that are not what they were: { $count }
board-touched-nothing = No page is other than before.
board-and-more = … and { $count } more
board-before = Earlier
board-before-one = { $at }: { $file }, pages changed: { $pages }
board-before-many = { $at }: files: { $files }, pages changed: { $pages }
board-problems = To mend
board-problems-see = See the errors
board-no-problem = There is nothing to mend.
board-more = More
board-more-count = { $count } more places
board-code = Code { $code }
board-places = Places: { $count }
board-file-good = This file has no errors and no warnings.
board-translations = Translations
board-one-language = This site has one language only.
board-shares = How many entries each language has
board-language = Language
board-percent = Fit the original
board-current = Present
board-outdated = Out of date
board-wait = Waiting
board-missing = Missing
board-sections = Section by section
board-top = Home page and single pages
board-entries = entries: { $count }
board-table = The entries of { $section } in each language
board-entry = Entry
board-beside = compare
board-state-original = original
board-state-current = present
board-state-out-of-date = out of date
board-state-out-of-date-since = out of date since { $day }
board-state-stale = out of date for too long, the original is shown
board-state-stale-since = out of date since { $day }, the original is shown
board-state-unreviewed = not reviewed
board-state-draft = draft
board-state-untranslated = still in the words of the original
board-state-machine = made by a machine
board-state-missing = missing
board-beside-title = Comparing { $entry }, { $lang }
board-beside-state = { $lang }: { $state }
board-beside-none = There is no translation yet. Readers of this language see the original, with a notice.
board-beside-same = The original has not changed since it was translated.
board-beside-changed = Paragraphs of the original that have changed since it was translated: { $count }. They are marked below.
board-beside-no-record = The original has changed since it was translated. loa has not kept the original of that time, so it cannot say which paragraphs; please compare the whole.
board-beside-no-mark = The translation does not say which original it was made from, so loa does not know whether that has changed; please compare the whole.
board-beside-empty = not in the translation
board-beside-left = Paragraphs of the translation of which it is not clear what they translate
board-beside-unclear = not clear which paragraph of the translation
board-see-page = see the page
board-waiting = Waiting and due soon
board-due = To be looked at within 60 days
board-nothing-due = Nothing is due.
board-past = overdue
board-soon = due soon
board-due-on = { $what }, by { $day }:
board-due-review = read the entry again
board-due-expires = the entry comes down by itself
board-due-consent = the consent of the person ends
board-due-check = call the number to check it
board-never-checked = nobody has ever checked the number:
board-held = Not published
board-nothing-held = All entries are published.
board-held-draft = draft
board-held-review = waits for review
board-held-publish-on = waits for { $day }
board-held-expired = came down on { $day }
board-held-consent = the consent ended on { $day }
board-held-not-approved = nobody has approved it
board-held-superseded = the number was replaced
board-held-section = its section is not published
board-held-broken = has errors
board-all = See all { $count }
board-publish = Publishing
board-publish-see = See what the next publish would change
board-publish-ready = No error stops a publish.
board-publish-stopped = Errors to be mended before anything can be published: { $count }. What is published stays as it is.
board-publish-what = The site as it would be published, without drafts, against the folder public as it is.
board-publish-unknown = Not compared yet. Please load this page again in a few seconds.
board-publish-first = The folder public holds no site yet. The first publish would write files: { $count }.
board-publish-nothing = No page is other than at the last publish.
board-publish-counts = Files added: { $added }, changed: { $changed }, deleted: { $gone }.
board-publish-added = Added files: { $count }
board-publish-changed = Changed files: { $count }
board-publish-gone = Deleted files: { $count }
board-publish-media = Pictures, sound, film and documents that were not compared: { $count }. loa reads them only when it writes them.
board-phone = On a phone
board-phone-closed = The preview can be opened on this machine only. To see it on a phone, stop loa and run:
board-phone-code = QR code of the address of the preview for a phone
board-phone-how = Open the camera of the phone and point it at this code. The phone must be in the same Wi-Fi network as the computer.
board-phone-token = The address holds the secret of this run: whoever has it can look, at drafts too. Do not send it to others. It is worth nothing once loa has stopped.
board-next = Next
board-next-mend = Mend the errors first
board-do-build = Publish into the folder public
board-do-release = Check for the last time before a release
board-do-new = Write a new entry
board-do-diff = See what changed in an original since it was translated
board-do-lan = Open it for phones in the same network
board-do-start = Begin this translation
board-do-accept = When the translation fits the original of today
board-banner-here = This page has errors. Below stands its last good version, or as much as can be read.
board-banner-kept = Below stands the last good version, without what you have just changed in this file. Mend it and save, and this notice goes by itself.
board-banner-shown = Below stands as much as can be read. Mend it and save, and this notice goes by itself.
board-banner-others = More errors on this page: { $count }
board-banner-file = All errors of { $path }
board-banner-board = The board of loa
## The preview (loa watch)
preview-stopped = loa has stopped, this page no longer changes by itself. Please run "loa watch" again.
preview-removed = This page is no longer there.
preview-nothing = There is no such page
preview-empty = This page could not be built yet
    .help = Please open loa's board to see what has to be mended. Save the file, and the page appears here.
preview-board = Open loa's board
preview-refused = This device may not see the site yet
    .help = The site that is being written opens only on devices that have scanned its code. Please scan the QR code on loa's board, on the computer that runs "loa watch". Each run has a new code.
