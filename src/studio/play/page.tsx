/** The page of a game: before it, at the table, after it. */
import { useEffect, useMemo } from 'preact/hooks';
import type { Scenario } from '../../../sim/index.js';
import { scenarioIn, translationsOf } from '../translations.js';
import type { ViewProps } from '../views/app.jsx';
import { CopyLink } from '../views/share.jsx';
import { Debrief } from './debrief.jsx';
import type { Game } from './game.js';
import { scenarioOf } from './jobs.js';
import { NothingOpen, Start } from './start.jsx';
import { Table, type TableProps } from './table.jsx';
import { twinCommand } from './twin-command.js';
import { PLAY_WORDS } from './words.js';

/** The debrief begins at its verdict, for eyes, keyboard and screen reader. */
function useVerdict(told: boolean): void {
  useEffect(() => {
    if (!told) return;
    scrollTo({ top: 0 });
    document.getElementById('verdict')?.focus({ preventScroll: true });
  }, [told]);
}

/** Names and first numbers for the page; the worker that lives the game says what is wrong with one that is not legal. */
function scenarioIfLegal(raw: unknown, game: Game | undefined): Scenario | undefined {
  try {
    return game && scenarioOf(raw, game);
  } catch {
    return undefined;
  }
}

function Running(props: ViewProps) {
  const { studio, dispatch } = props;
  const { play, opened, language } = studio;
  const game = play?.game;
  const raw = opened?.scenario.raw;
  const by = translationsOf(studio);
  const scenario = useMemo(() => {
    const legal = scenarioIfLegal(raw, game);
    return by && legal ? scenarioIn(legal, by, opened?.id) : legal;
  }, [raw, game?.values, game?.firm, by]);
  useVerdict(play?.debrief !== undefined);
  const words = PLAY_WORDS[language];
  if (!play) return null;
  if (play.problem !== undefined) {
    return (
      <div class="page start" role="alert">
        <h1 class="say">{words.problem}</h1>
        <p class="lead">{play.problem}</p>
        <button type="button" class="btn" onClick={() => dispatch({ type: 'play', does: { do: 'leave' } })}>
          {words.leave}
        </button>
      </div>
    );
  }
  const turn = play.turn ?? play.shown;
  if (!turn || !scenario) return <div class="page start" aria-busy="true" />;
  const table: TableProps = { play, turn, scenario, words, language, dispatch };
  if (!play.debrief) return <Table {...table} />;
  return (
    <Debrief {...table} told={play.debrief}>
      <CopyLink {...props} plain />
      {opened && (
        <p class="wide small">
          {words.gameLink + words.gap() + words.twinCommand}
          <code class="line">{twinCommand(play.game, opened.file)}</code>
        </p>
      )}
    </Debrief>
  );
}

export function PlayPage(props: ViewProps) {
  const { opened, play, language } = props.studio;
  const say = PLAY_WORDS[language];
  if (play) return <Running {...props} />;
  return opened ? <Start {...props} opened={opened} say={say} /> : <NothingOpen say={say} />;
}
