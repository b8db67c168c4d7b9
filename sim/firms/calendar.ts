/** Calendars of payments: money by the month in which it falls due, this month first, in minor units. */

/** Takes what falls due this month out of a calendar, and moves the calendar on by a month. Writes it. */
export function fallDue(calendar: Float64Array): number {
  const minor = calendar[0];
  calendar.copyWithin(0, 1);
  calendar[calendar.length - 1] = 0;
  return minor;
}
