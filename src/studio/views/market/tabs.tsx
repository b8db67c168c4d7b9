/** Which side of Explore is seen: all worlds, or one market. Each has an address, so they are links. */
import { addressOf } from '../../address.js';
import type { ViewProps } from '../app.jsx';

export function StageTabs({ studio, words }: ViewProps) {
  const { opened, market } = studio;
  const sides = [
    { name: words.market.worlds, at: undefined },
    { name: words.market.one, at: market ?? 0 },
  ];
  return (
    <nav class="seg sides" aria-label={words.market.views}>
      {sides.map(({ name, at }) => (
        <a
          key={name}
          href={addressOf({
            view: 'explore',
            ...(opened ? { opened } : {}),
            ...(at === undefined ? {} : { market: at }),
          })}
          aria-current={(market === undefined) === (at === undefined) ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
