/** Weeks in remission of 42 leukaemia patients (Freireich et al. 1963; R: MASS::gehan). 1 = relapse, 0 = censored. */
import type { Group } from '../../src/statistics/log-rank.js';

export const treated: Group = {
  times: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  events: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
};

const controlTimes = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
export const control: Group = { times: controlTimes, events: controlTimes.map(() => 1) };
