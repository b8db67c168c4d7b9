// All tables, in the order of their numbers, and those that have nothing to say of the engine.
import { choice } from './tables/choice.mjs';
import { diffusion } from './tables/diffusion.mjs';
import { claims } from './tables/claims.mjs';
import { gambling } from './tables/gambling.mjs';
import { passage } from './tables/passage.mjs';
import { pricing } from './tables/pricing.mjs';
import { retention, survivalOfFirms } from './tables/retention.mjs';
import { switching } from './tables/switching.mjs';

/** A table: cases (rows as data, each with the function that runs it), title, source, method. */
export const TABLES = [retention, diffusion, choice, switching, gambling, passage, claims, pricing, survivalOfFirms];

/** Published tables that touch nothing the engine does, and why. */
export const NOT_APPLICABLE = [];
