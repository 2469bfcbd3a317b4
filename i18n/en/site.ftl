# Interface words. Telephone numbers never stand here: they come from the hotline registry ($number).
# No plural categories: only [0], [1] and *[other].

## Dates

date-long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
date-short = { $day }/{ $month }/{ $year }
weekday-1 = Mo
weekday-2 = Tu
weekday-3 = We
weekday-4 = Th
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = Su

## The frame

skip = Skip to the content
menu = Contents
home = Home
you-are-here = You are here
language-of-page = Language
choose-language = Choose a language
has-audio = With a recording
not-translated = not translated yet
responsible = Responsible
updated = Updated
privacy = This site sets no cookies and counts no visitors. The server or the network you use may still record the pages you open.
feed = New entries (Atom)

## Calling and leaving

call = Call
call-now = Call now
when-you-call = What happens when you call?
need-help = Do you need help?
leave = Leave quickly
leave-twice = Press Shift two more times to leave quickly.
leave-once = Press Shift one more time to leave quickly.
leave-honest = The button “Leave quickly” changes to another page, such as a calendar. It does not clear the history of your browser. Whoever holds the phone can still see the pages that were opened and the numbers that were called.
hours = Hours
fee = Cost
from-abroad = From abroad
abroad-yes = Can be called from abroad
abroad-no = Inside Vietnam
possible = Yes
not-possible = No
abroad-question = Are you abroad?
abroad-embassy = Look for the nearest Embassy or Consulate General of Vietnam.
abroad-help = This number works only inside Vietnam. If you are abroad, look for the nearest Embassy or Consulate General of Vietnam.
answers-by = Answered by
languages-spoken = Languages spoken
checked = Checked
checked-on = checked
unverified = not checked again
number-replaced = This number was replaced. Please do not call it any more.
number-new = Please call
now-number = now

## About an entry

about-page = About this page
in-this-page = On this page
kind = Kind
published = Published
review-by = To be read again before
reviewed-by = Approved by
audiences = For
units = Unit
sector = Sector
reading-time = { $n ->
    [1] { $n } minute to read
   *[other] { $n } minutes to read
}
minutes = { $n ->
    [1] { $n } minute
   *[other] { $n } minutes
}
seconds = { $n ->
    [1] { $n } second
   *[other] { $n } seconds
}
listen = Listen to this page
listen-is-this-page = What is read is this page
narrator = Read by
download-file = Download the file
transcript-of-sound = Read what is said
transcript-of-film = Read what is said and shown
action = One thing to do today
sources = Sources
taken-from = From
topics = Topics
topic = Topic
open-original = Open the original

## Notices

draft = Draft.
draft-note = This entry has not been approved and is not published.
fallback-notice = this page has not been translated yet.
fallback-shown = The text below is in
fallback-help = You cannot read it? Ask somebody you trust to read it to you.
outdated-notice = This translation is older than the original.
outdated-since = The original was changed on
label-fiction = A fictional story
label-fiction-note = Nobody in it is a real person.
label-fiction-short = fiction
label-composite = A composite story
label-composite-note = It was put together from several and tells of no single person.
label-composite-short = composite

## Kinds of entries

kind-page = Page
kind-article = Article
kind-alert = Warning
kind-story = Story
kind-guide = Guide
kind-hotline = Hotline
kind-document = Document
kind-event = Event
kind-script = Loudspeaker script

form-news = News
form-article = Article
form-feature = Feature
form-report = Report

document-number = Number
issuer = Issued by
issued-on = Issued on
in-force-on = In force from
signer = Signed by
file = File
standing-in-force = In force
standing-ended = No longer in force
standing-replaced = Replaced
replaced-by = Now use
replaces = Replaces

event-past = This event is over.
event-day = Day
first-on = First held
until = to
repeats = Repeats
add-to-calendar = Add to your calendar
yearly = every year
next-on = Next time

cast = Cast
duration = Length

sector-culture = cultural services
sector-sport = sports services
sector-tourism = travel and lodging
sector-foreign-marriage = marriage with foreigners
sector-adoption = adoption
sector-job-placement = job placement
sector-work-abroad = sending workers abroad

audience-public = everybody
audience-women = women
audience-children = children and pupils
audience-upland = people in the highlands and remote places
audience-returned = people who have returned, and families
audience-businesses = service businesses
audience-officials = officials and communicators
audience-press = the press

## In the text

callout-signs = Signs
callout-act = What to do
callout-call = Whom to call
callout-warning = Before you read
callout-note = Note
footnotes = Notes
task-done = Done:
task-open = To do:
file-size-kb = { $n } KB
file-size-mb = { $whole }.{ $tenth } MB

## Lists

list = Entries
entries-count = { $count ->
    [0] No entries yet
    [1] { $count } entry
   *[other] { NUM($count, mark: ",") } entries
}
page-number = Page { $n }
pages = Pages of the list
previous = Previous
next = Next
a-z = Index A-Z
a-z-other = Digits and other letters
a-z-strokes = { $n ->
    [one] { $n } stroke
   *[other] { $n } strokes
}
letters = First letters
know-now = Good to know now
coming-up = Coming up
see-all = See all

## Search

search = Search
search-found = Pages found
search-none = Nothing found. Try another word, or see

## Sharing and projecting

use-page = Use this page
share-facebook = Share on Facebook
share-send = Send to somebody
share-copy = Copy the address
share-copied = Copied.
share-code = QR code of the page
screens = Show on a projector
screens-end = End the show
screen-before = Screen before
screen-after = Screen after

## Pages of their own

not-found = This page was not found
not-found-note = The address may have changed, or the page is gone. You did nothing wrong.
moved = This page has moved
calendar-title = Calendar { $year }
calendar-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
