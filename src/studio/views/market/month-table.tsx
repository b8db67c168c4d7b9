/** The month in numbers: the text form of the picture. Digits are those of the world's columns. */
import { count } from '../../../report/numbers.js';
import { amount } from '../../amount.js';
import {
  columnOf,
  type FirmLine,
  hasEnded,
  lowestPrice,
  peopleAt,
  secondsOf,
  type World,
} from '../../market/history.js';
import { colourOf, GLYPHS } from '../../market/palette.js';
import { shortNames } from '../../short-names.js';
import type { Language, Words } from '../../words.js';
import { Head } from '../figure.jsx';

/** The world and month that are told, and how. */
interface TableProps {
  readonly world: World;
  readonly month: number;
  readonly words: Words;
  readonly language: Language;
}

/** A firm's colour and name; where it is too long the number of a copy stays. */
function Name({ firm, name }: { firm: FirmLine; name: string }) {
  const number = / \d+$/.exec(name)?.[0] ?? '';
  return (
    <span class="firm">
      <svg width="9" height="9" aria-hidden="true">
        <rect width="9" height="9" rx="3" fill={`var(${colourOf(firm.slot)})`} />
      </svg>
      <span>{name.slice(0, name.length - number.length)}</span>
      {number !== '' && <b class="copy">{number.trim()}</b>}
    </span>
  );
}

/** Users, price, cash and advertising of a living firm; a dash where a number is not known or does not apply. */
function cells({ world, month, words, language }: TableProps, firm: FirmLine): string[] {
  const none = '–';
  const write = (value: number) => amount(value, language);
  const priceText = (of: FirmLine) => {
    const price = lowestPrice(world, month, of);
    return price === undefined ? none : price === 0 ? words.market.free : write(price);
  };
  if (month === 0) {
    const users = peopleAt(world, 0, firm.app) + secondsOf(world, 0, firm.app);
    return firm.app === 0 ? [none, none, none, none] : [write(users), priceText(firm), none, none];
  }
  const read = (name: Parameters<typeof columnOf>[3]) => columnOf(world, firm.slot - 1, month, name);
  const ofApp = (name: Parameters<typeof columnOf>[3]) => (firm.app === 0 ? none : write(read(name)));
  return [ofApp('users'), priceText(firm), write(read('cash')), write(Math.abs(read('advertising')))];
}

/** The number of the circle below that of all users, where they differ: those who use the app first. */
function InCircle({ firm, world, month, words, language }: TableProps & { firm: FirmLine }) {
  if (firm.app === 0 || secondsOf(world, month, firm.app) === 0) return null;
  return <small>{words.market.first(amount(peopleAt(world, month, firm.app), language))}</small>;
}

function Row({ firm, name, ...table }: TableProps & { firm: FirmLine; name: string }) {
  const { world, month, words } = table;
  const head = (
    <th scope="row">
      <Name firm={firm} name={name} />
    </th>
  );
  const { market } = words;
  if (hasEnded(firm, month)) {
    const text = market.endedIn(market.ends[firm.end] ?? firm.end, firm.exitMonth ?? 0);
    return (
      <tr data-firm={firm.id}>
        {head}
        <td colSpan={4} class={`end ${firm.end}`}>
          {GLYPHS[firm.end]} {text}
        </td>
      </tr>
    );
  }
  const absent = columnOf(world, firm.slot - 1, Math.max(1, month), 'status') === 0;
  return (
    <tr data-firm={firm.id}>
      {head}
      {absent ? (
        <td colSpan={4} class="soft">
          {market.notYet}
        </td>
      ) : (
        cells(table, firm).map((text, k) => (
          <td key={k}>
            {text}
            {k === 0 && <InCircle firm={firm} {...table} />}
          </td>
        ))
      )}
    </tr>
  );
}

export function MonthTable({ currency, ...table }: TableProps & { currency: string }) {
  const { world, month, words, language } = table;
  const { market } = words;
  const names = shortNames(world.firms.map(({ name }) => name));
  return (
    <div class="card mt">
      <h2 class="h3">{market.month(month)}</h2>
      <p class="sub">{market.tableHow(currency)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={market.month(month)}>
        <table class="mini">
          <Head names={[market.firm, market.users, market.price, market.cash, market.advertising]} />
          <tbody>
            {world.firms.map((firm, k) => (
              <Row key={firm.id} firm={firm} name={names[k]} {...table} />
            ))}
            {world.apps > 0 && (
              <tr>
                <th scope="row">{market.noApp}</th>
                <td>{amount(peopleAt(world, month, 0), language)}</td>
                <td colSpan={3} />
              </tr>
            )}
          </tbody>
        </table>
      </section>
      {world.apps > 0 && <p class="small">{seconds(table)}</p>}
    </div>
  );
}

/** Second apps in words, for dots stand at first apps. */
function seconds({ world, month, words, language }: TableProps): string {
  const people = world.firms.reduce((sum, { app }) => sum + secondsOf(world, month, app), 0);
  return people > 0 ? words.market.seconds(amount(people, language)) : words.market.noSeconds;
}

/** How big the sample is, and what a dot stands for. */
export function SampleNote({ world, words, language }: Omit<TableProps, 'month'>) {
  const { crowd } = world;
  const text = crowd
    ? words.market.sample(count(crowd.numbers.length), count(crowd.of), amount(crowd.each, language))
    : words.market.groups;
  return <p class="small">{text}</p>;
}
