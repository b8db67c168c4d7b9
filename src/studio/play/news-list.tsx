/** The public news of the rivals in words, newest first. */
import { plain } from '../../report/numbers.js';
import { amount, withUnit } from '../amount.js';
import { NOT_SOLD } from '../market/history.js';
import { nameOf } from './names.js';
import { type News, newsOf } from './news.js';
import type { TableProps } from './table.jsx';

/** Most pieces shown. */
const MOST = 12;

function sentence(news: News, { words, scenario, language }: TableProps): string {
  const firm = nameOf(scenario, news.firm);
  switch (news.kind) {
    case 'price':
      if (news.to >= NOT_SOLD) return words.sellsNoMore(firm);
      if (news.from >= NOT_SOLD) return words.sellsNews(firm, plain(news.to));
      return words.priceNews(firm, plain(news.from), plain(news.to), news.to > news.from);
    case 'raises':
      return words.raises(withUnit(amount(news.to, language), scenario.currency, language));
    case 'tokens':
      return words.tokenNews(firm, plain(news.from), plain(news.to), news.to > news.from);
    case 'ads': {
      const [from, to] = [news.from, news.to].map((money) => amount(money, language));
      return words.adNews(firm, from, to, news.to > news.from);
    }
    default:
      return words[news.kind](firm);
  }
}

export function NewsList(props: TableProps) {
  const { words, turn } = props;
  const news = newsOf(turn.views).slice(0, MOST);
  return (
    <section class="card">
      <h2 class="h3">{words.newsTitle}</h2>
      {news.length === 0 && <p class="sub">{words.noNews}</p>}
      {news.length > 0 && (
        <ul class="news">
          {news.map((piece) => (
            <li key={`${piece.month} ${piece.firm} ${piece.kind}`}>
              <span class="when">{words.newsMonth(piece.month)}</span>
              <span>{sentence(piece, props)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
