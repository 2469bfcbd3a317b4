# Unreviewed drafts (bản nháp, chưa có người biết tiếng Khmer đọc lại): short interface words only, never guidance or notices about safety.
# What is left out is answered in Vietnamese and marked so.

date-long = ថ្ងៃទី { $day } ខែ { $month } ឆ្នាំ { $year }
date-short = { DATE($day) }/{ DATE($month, pad: 3) }/{ $year }
weekday-1 = ច
weekday-2 = អ
weekday-3 = ព
weekday-4 = ព្រ
weekday-5 = សុ
weekday-6 = ស
weekday-7 = អា

skip = រំលងទៅមាតិកា
menu = មាតិកា
home = ទំព័រដើម
language-of-page = ភាសា
choose-language = ជ្រើសរើសភាសា
updated = ធ្វើបច្ចុប្បន្នភាព

call = ទូរស័ព្ទទៅ
hours = ម៉ោង
fee = តម្លៃ

kind = ប្រភេទ
published = ចុះផ្សាយ
units = អង្គភាព
minutes = { $n } នាទី
listen = ស្តាប់
narrator = អ្នកអាន
sources = ប្រភព
topics = ប្រធានបទ
topic = ប្រធានបទ

kind-page = ទំព័រ
kind-article = អត្ថបទ
kind-alert = ការព្រមាន
kind-story = រឿង
kind-guide = ការណែនាំ
kind-document = ឯកសារ
kind-event = ព្រឹត្តិការណ៍
form-news = ព័ត៌មាន
form-article = អត្ថបទ

document-number = លេខ
file = ឯកសារភ្ជាប់
event-day = ថ្ងៃ
until = ដល់
yearly = រៀងរាល់ឆ្នាំ

callout-note = ចំណាំ
file-size-kb = { $n } KB
file-size-mb = { $whole },{ $tenth } MB

page-number = ទំព័រ { $n }
previous = មុន
next = បន្ទាប់
calendar-month = ខែ { $n }
