/**
 * Where within its app's circle a dot sits. Who stays keeps her seat; arrivals take the seats that were left, lowest
 * first; when an app shrinks, those on its outermost seats move in. So only users who move are seen to move. Worked out
 * once for all months, so that any month can be shown at once and looks the same however one came to it.
 */

/** App of a user's code; 0 = none. */
export function appOfCode(code: number): number {
  return code >> 2;
}

/** Seats of one month from those of the month before; dots in rising order, so the result has no other memory. */
function nextSeats(before: Uint16Array, was: Uint8Array, is: Uint8Array, apps: number): Uint16Array {
  const seats = before.slice();
  for (let app = 0; app <= apps; app++) {
    const members: number[] = [];
    for (let k = 0; k < is.length; k++) if (appOfCode(is[k]) === app) members.push(k);
    const taken = new Uint8Array(members.length);
    const seated = (k: number) => appOfCode(was[k]) === app && before[k] < members.length;
    for (const k of members) if (seated(k)) taken[before[k]] = 1;
    let free = 0;
    for (const k of members) {
      if (seated(k)) continue;
      while (taken[free]) free++;
      seats[k] = free++;
    }
  }
  return seats;
}

/** Seats by month (0 = before month 1) of every dot; each app's seats are 0 to its number of dots - 1. */
export function seatsOf(codes: readonly Uint8Array[], apps: number): Uint16Array[] {
  const nobody = new Uint8Array(codes[0].length).fill(255);
  let seats: Uint16Array = new Uint16Array(codes[0].length);
  return codes.map((code, month) => {
    seats = nextSeats(seats, month === 0 ? nobody : codes[month - 1], code, apps);
    return seats;
  });
}

/** Seats lie on a sunflower (Vogel 1979), which fills a disc evenly; in units in which n seats fill a disc of radius sqrt(n). */
export function seatPlace(seat: number): readonly [x: number, y: number] {
  const angle = seat * 2.399963229728653;
  const radius = Math.sqrt(seat + 0.5);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
