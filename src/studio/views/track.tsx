/** A slider with its way drawn under it: what is chosen, and a tick where it stood before. */
import type { JSX } from 'preact';

/** `from`, `to`, `tick`: shares of the way, 0 to 1; `tick` only where there was a change. */
interface TrackProps extends Omit<JSX.IntrinsicElements['input'], 'type' | 'role' | 'list'> {
  readonly from?: number;
  readonly to: number;
  readonly tick?: number | undefined;
}

/** Percent of the way, two decimals. */
function way(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}

export function Track({ from = 0, to, tick, ...input }: TrackProps) {
  return (
    <div class="sl">
      <svg width="100%" height="20" aria-hidden="true">
        <line class="tr" x1="0" x2="100%" y1="10" y2="10" />
        <line class="on" x1={way(from)} x2={way(to)} y1="10" y2="10" />
        {tick !== undefined && <line class="tk" x1={way(tick)} x2={way(tick)} y1="2" y2="18" />}
      </svg>
      <input type="range" {...input} />
    </div>
  );
}
