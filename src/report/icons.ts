/** Small drawings of the pages: the mark, the theme, the printer. */

export const LOGO =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 5.5H6.5V10H11V14.5H15.5V19H22" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/><circle cx="20.2" cy="6.2" r="2.6" fill="var(--out)"/></svg>';
export const HALF_MOON =
  '<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true"><circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/></svg>';
export const PRINTER =
  '<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true"><path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6.5h11v5h-2M4.5 9.5h7v4h-7z"/></svg>';
