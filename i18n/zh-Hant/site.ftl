# Unreviewed drafts (bản nháp, chưa có người biết tiếng Hoa đọc lại): short interface words only, never guidance or notices about safety.
# What is left out is answered in Vietnamese and marked so.

date-long = { $year }年{ $month }月{ $day }日
date-short = { $year }/{ $month }/{ $day }
weekday-1 = 一
weekday-2 = 二
weekday-3 = 三
weekday-4 = 四
weekday-5 = 五
weekday-6 = 六
weekday-7 = 日

skip = 跳至內容
menu = 目錄
home = 首頁
language-of-page = 語言
choose-language = 選擇語言
has-audio = 有錄音
not-translated = 尚未翻譯
updated = 更新

call = 撥打
call-now = 立即撥打
hours = 服務時間
fee = 費用

about-page = 關於本頁
in-this-page = 本頁內容
kind = 類別
published = 發布
units = 單位
reading-time = 閱讀時間 { $n } 分鐘
minutes = { $n } 分鐘
listen = 收聽本頁
narrator = 朗讀
sources = 資料來源
topics = 主題
topic = 主題
open-original = 開啟原文

kind-page = 頁面
kind-article = 文章
kind-alert = 警示
kind-story = 故事
kind-guide = 指南
kind-hotline = 熱線
kind-document = 文件
kind-event = 活動
kind-script = 廣播稿
form-news = 消息
form-article = 文章
form-feature = 特寫
form-report = 報導

document-number = 文號
issuer = 頒布機關
issued-on = 頒布日期
in-force-on = 生效日期
signer = 簽署人
file = 檔案
event-day = 日期
until = 至
yearly = 每年

callout-note = 注意
footnotes = 註釋
file-size-kb = { $n } KB
file-size-mb = { $whole }.{ $tenth } MB

list = 文章列表
page-number = 第 { $n } 頁
previous = 上一頁
next = 下一頁
a-z = 索引 A-Z
calendar-title = { $year }年日曆
calendar-month = { $n }月
