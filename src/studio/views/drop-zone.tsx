/** Where a scenario file is dropped or chosen. A good one opens; a bad one is told at its lines and changes nothing. */
import { useState } from 'preact/hooks';
import { openFile } from '../open-scenario.js';
import { fragmentIn } from '../share.js';
import type { Dispatch } from '../store.js';
import type { Words } from '../words.js';

/** Reads a file and tells the store what came of it. */
export async function takeFile(file: File, dispatch: Dispatch): Promise<void> {
  const found = await openFile(file);
  if ('problems' in found) {
    dispatch({ type: 'refuse', refused: found });
    scrollTo({ top: 0 });
  } else dispatch({ type: 'open', opened: found, view: 'explore' });
}

/** Takes files that are dropped anywhere on the page, which a browser would otherwise leave for them. */
export function followDrops(dispatch: Dispatch): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void takeFile(file, dispatch);
  });
}

/** Takes a link of any studio: what it holds is in its part from #world= on. */
function PasteLink({ words }: { words: Words }) {
  const [isWrong, setWrong] = useState(false);
  const take = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    const fragment = fragmentIn(value);
    setWrong(value.trim() !== '' && fragment === undefined);
    if (fragment !== undefined) location.hash = fragment;
  };
  return (
    <div class="paste">
      <input
        type="text"
        placeholder={words.answers.pasteLink}
        aria-label={words.answers.pasteLink}
        onChange={take}
      />
      {isWrong && <p role="alert">{words.answers.noLink}</p>}
    </div>
  );
}

/** Shows that files may be dropped; one may also be chosen. */
export function DropZone({ words, dispatch }: { words: Words; dispatch: Dispatch }) {
  const [over, setOver] = useState(false);
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void takeFile(file, dispatch);
    input.value = '';
  };
  return (
    <>
      <label
        class={over ? 'drop over' : 'drop'}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      >
        <b>{words.dropHere}</b>
        <u>{words.orChoose}</u>
        <small>{words.dropHint}</small>
        <input class="vh" type="file" accept=".yaml,.yml,.json" onChange={choose} />
      </label>
      <PasteLink words={words} />
    </>
  );
}
