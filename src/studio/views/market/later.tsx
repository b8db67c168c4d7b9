/** The market view, loaded when it is first opened. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ViewProps } from '../app.jsx';

type MarketProps = ViewProps & { readonly replicate: number };

export function MarketLater(props: MarketProps) {
  const [view, setView] = useState<{ readonly Market: FunctionComponent<MarketProps> }>();
  useEffect(() => void import('./market.jsx').then(setView), []);
  return view ? <view.Market {...props} /> : <p class="sub">{props.words.market.waiting}</p>;
}
