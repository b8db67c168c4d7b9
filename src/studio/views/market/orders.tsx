/**
 * Firms that sell to businesses and the state, which have no circle of users: a square for each order that the model
 * booked this month, and what customers paid and owe. Copies of one firm share a row.
 */
import { count } from '../../../report/numbers.js';
import { amount } from '../../amount.js';
import { type FirmLine, hasEnded, type World } from '../../market/history.js';
import { colourOf, GLYPHS } from '../../market/palette.js';
import { sellersOf, tradeOf } from '../../market/trade.js';
import type { Language, Words } from '../../words.js';

/** The world and month that are told, and how. */
interface OrdersProps {
  readonly world: World;
  readonly month: number;
  readonly currency: string;
  readonly words: Words;
  readonly language: Language;
}

/** Most squares of a firm, how many stand in a row, and the side of one with the air beside it, pixels. */
const MOST = 100;
const IN_ROW = 20;
const SIDE = 11;

function rowText({ world, month, words, language }: OrdersProps, firms: readonly FirmLine[]): string {
  const { market } = words;
  const [first] = firms;
  if (month === 0) return market.ordersBefore;
  const { there, won, value, paid, owed } = tradeOf(world, firms, month);
  if (there === 0) {
    const gone = firms.filter((firm) => hasEnded(firm, month));
    if (gone.length === 0) return market.notYet;
    if (firms.length > 1) return market.firmsLeft('0', count(firms.length));
    return `${GLYPHS[first.end]} ${market.endedIn(market.ends[first.end] ?? first.end, first.exitMonth ?? 0)}`;
  }
  const write = (money: number) => amount(money, language);
  const told = market.orders(won, write(value), write(paid), write(owed));
  return firms.length > 1 ? market.firmsLeft(count(there), count(firms.length)) + words.gap() + told : told;
}

function Squares({ won, slot }: { won: number; slot: number }) {
  const drawn = Math.min(MOST, won);
  const rows = Math.ceil(drawn / IN_ROW);
  if (drawn === 0) return null;
  return (
    <>
      <svg width={Math.min(drawn, IN_ROW) * SIDE} height={rows * SIDE} aria-hidden="true">
        {Array.from({ length: drawn }, (_, k) => (
          <rect
            key={k}
            x={(k % IN_ROW) * SIDE}
            y={Math.floor(k / IN_ROW) * SIDE + 1}
            width="9"
            height="9"
            rx="1"
            fill={`var(${colourOf(slot)})`}
          />
        ))}
      </svg>
      {won > drawn && <span aria-hidden="true">…</span>}
    </>
  );
}

/** Nothing if no firm sells by order. */
export function Orders(props: OrdersProps) {
  const { world, month, words } = props;
  const { market } = words;
  const rows = sellersOf(world);
  if (rows.length === 0) return null;
  return (
    <section class="card orders" aria-labelledby="orders">
      <h2 class="h3" id="orders">
        {market.ordersTitle}
      </h2>
      <p class="sub">{market.ordersHow(props.currency)}</p>
      <dl>
        {rows.map((firms) => (
          <div key={firms[0].id} data-orders={firms[0].family}>
            <dt>{firms.length > 1 ? firms[0].name.replace(/ \d+$/, '') : firms[0].name}</dt>
            <dd>
              <Squares won={tradeOf(world, firms, month).won} slot={firms[0].slot} />
              <span>{rowText(props, firms)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
