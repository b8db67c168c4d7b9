/** The header: where one is, what is open, language and theme. */

import { middleOf } from '../../experiment/inputs.js';
import { plainText } from '../../report/plain-text.js';
import { addressOf } from '../address.js';
import { VIEWS } from '../state.js';
import type { ViewProps } from './app.jsx';

function Logo() {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M2 5.5H6.5V10H11V14.5H15.5V19H22"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle class="ember" cx="20.2" cy="6.2" r="2.6" />
    </svg>
  );
}

function HalfMoon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true">
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </svg>
  );
}

/** The header of every view. */
export function TopBar({ studio, words, dispatch }: ViewProps) {
  const { view, opened, language, theme } = studio;
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <header class="top">
      <a class="brand" href="#gallery" aria-label="Afterburn">
        <Logo />
        <span class="t">Afterburn</span>
      </a>
      <nav aria-label={words.main}>
        {VIEWS.map((name) => (
          <a
            key={name}
            href={addressOf({ view: name, ...(opened ? { opened } : {}) })}
            aria-current={view === name ? 'page' : undefined}
          >
            {words[name]}
          </a>
        ))}
      </nav>
      {opened && (
        <span class="scn">
          <b>{plainText(opened.scenario.title)}</b>
          <span>
            {words.firmsMonths(Object.keys(opened.scenario.firms).length, middleOf(opened.scenario.months))}
          </span>
        </span>
      )}
      <span class="sp" />
      <button
        type="button"
        class="btn quiet lang"
        lang={other}
        aria-label={words.switchLanguage}
        onClick={() => dispatch({ type: 'speak', language: other })}
      >
        {words.language}
      </button>
      <button
        type="button"
        class="btn quiet"
        aria-label={theme === 'dark' ? words.light : words.dark}
        onClick={() => dispatch({ type: 'paint', theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        <HalfMoon />
      </button>
    </header>
  );
}
