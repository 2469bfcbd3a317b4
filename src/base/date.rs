//! Days of the civil calendar, as editors write them.

use std::fmt;

use jiff::civil;
use serde::{Serialize, Serializer};

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Not one of the three forms.
    Form,
    /// The right form, but no such day.
    NoSuchDay,
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Date {
    /// Reads `2026-07-30`, and day first `30/7/2026` and `30-07-2026`.
    pub fn parse(text: &str) -> Result<Date, DateFault> {
        let parts: Vec<&str> = text.split(if text.contains('/') { '/' } else { '-' }).collect();
        let [first, month, last] = parts.as_slice() else { return Err(DateFault::Form) };
        let year_first = first.len() == 4 && !text.contains('/');
        let (year, day) = if year_first { (first, last) } else { (last, first) };
        // An ISO day has two digits throughout; day first, `30/7` is usual in Vietnam.
        let widths_fit = year.len() == 4
            && (1..=2).contains(&day.len())
            && (1..=2).contains(&month.len())
            && (!year_first || (day.len() == 2 && month.len() == 2));
        if !widths_fit || !parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit())) {
            return Err(DateFault::Form);
        }
        let number = |part: &str| part.parse::<i16>().map_err(|_| DateFault::Form);
        Date::new(number(year)?, number(month)? as i8, number(day)? as i8).ok_or(DateFault::NoSuchDay)
    }

    /// The day of this year, month and day of the month, if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        if year < 1 {
            return None;
        }
        civil::Date::new(year, month, day).ok().map(Date)
    }

    /// The day that lies `days` after 1970-01-01.
    pub fn from_unix_days(days: i64) -> Option<Date> {
        let days = i32::try_from(days).ok()?;
        civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Date)
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days from this day to `later`; negative if `later` came before.
    pub fn days_until(self, later: Date) -> i64 {
        self.0.until(later.0).map_or(0, |span| i64::from(span.get_days()))
    }

    /// The day after; the calendar ends with the year 9999.
    pub fn next(self) -> Option<Date> {
        self.0.tomorrow().ok().map(Date)
    }

    /// The same day of the year `year`; 29 February becomes the 28th.
    pub fn in_year(self, year: i16) -> Option<Date> {
        let (_, month, day) = self.parts();
        Date::new(year, month, day).or_else(|| Date::new(year, month, day - 1))
    }

    /// The weekday, Monday = 1 to Sunday = 7 (ISO 8601).
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The number of days in this day's month.
    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_forms_are_read_day_first() {
        for text in ["2026-04-03", "3/4/2026", "03/04/2026", "03-04-2026", "3-4-2026"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), "2026-04-03", "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in
            ["7/2026", "2026-7-30", "30.7.2026", "2026/07/30", "30/7/26", "", "x", "ngày 30/7/2026", "+1/+2/2026"]
        {
            assert_eq!(Date::parse(text), Err(DateFault::Form), "{text}");
        }
        for text in ["2026-13-01", "30/2/2026", "0000-01-01", "00/00/2026"] {
            assert_eq!(Date::parse(text), Err(DateFault::NoSuchDay), "{text}");
        }
    }

    #[test]
    fn days_are_counted_across_years() {
        let (a, b) = (Date::parse("2025-12-31").unwrap(), Date::parse("2027-01-01").unwrap());
        assert_eq!((a.days_until(b), b.days_until(a)), (366, -366));
        assert_eq!(Date::from_unix_days(20_454).unwrap().to_string(), "2026-01-01");
    }
}
