/** Where a scenario file is dropped or chosen. A good one opens; a bad one is told at its lines and changes nothing. */
import { useState } from 'preact/hooks';
import { openFile } from '../open-scenario.js';
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

export function DropZone({ words, dispatch }: { words: Words; dispatch: Dispatch }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) void takeFile(file, dispatch);
  };
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void takeFile(file, dispatch);
    input.value = '';
  };
  return (
    <label
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b>{words.dropHere}</b>
      <span>
        <u>{words.orChoose}</u>
      </span>
      <small>{words.dropHint}</small>
      <input class="vh" type="file" accept=".yaml,.yml,.json" onChange={choose} />
    </label>
  );
}
