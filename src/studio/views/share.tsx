/** Sharing and saving what is open: a link, files for the command line, and the commands that read them. */
import { useEffect, useState } from 'preact/hooks';
import { count } from '../../report/numbers.js';
import { LONGEST_LINK } from '../link-bytes.js';
import type { SavedFile } from '../saved-files.js';
import { linkOf, sharedOf } from '../share.js';
import { hasNoValues, isUnchanged, type Question, questionOf, type Studio } from '../state.js';
import type { ShareWords } from '../words-share.js';
import type { ViewProps } from './app.jsx';

/** Modules that only a save needs. */
const files = () => import('../saved-files.js');

/** Gives a file to the browser's own way of saving. */
function save({ name, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Copies a text; false if the browser does not allow it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** An address that nobody else can open. */
function isOwnMachine(): boolean {
  return /^(localhost|127\.|\[::1\])/.test(location.hostname);
}

/** What a link of this state holds. */
function partsOf(studio: Studio): readonly unknown[] {
  const question = questionOf(studio);
  return [question?.values, question?.opened, question?.seed, studio.focus, studio.market, studio.play?.game];
}

/** A link, or how much too long it is, and the state it is of. */
interface Made {
  readonly parts: readonly unknown[];
  readonly address?: string;
  readonly tooLong?: number;
  readonly copied?: boolean;
}

/** The button that makes and copies a link, the link, and what there is to say about it. */
export function CopyLink({ studio, words, plain = false }: ViewProps & { plain?: boolean }) {
  const { sharing: share } = words;
  const [last, setLast] = useState<Made>();
  const parts = partsOf(studio);
  // a link of another state is none, however late it comes
  const made = last?.parts.every((part, k) => part === parts[k]) ? last : undefined;
  const make = async () => {
    const shared = sharedOf(studio);
    if (!shared) return;
    const link = await linkOf(shared);
    if ('tooLong' in link) setLast({ parts, ...link });
    else {
      const address = location.href.split('#')[0] + link.fragment;
      // some browsers ask first, and copy when they have an answer
      setLast({ parts, address });
      if (await copy(address)) setLast({ parts, address, copied: true });
    }
  };
  return (
    <>
      <button type="button" class={plain ? 'btn' : 'btn pri'} onClick={() => void make()}>
        {made?.copied ? words.copied : share.copyLink}
      </button>
      {made?.address && (
        <input
          type="text"
          class="linked"
          readOnly
          aria-label={share.linkLabel}
          value={made.address}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {made?.address && isOwnMachine() && <p class="own">{share.ownMachine}</p>}
      {made?.tooLong !== undefined && (
        <p class="wide" role="alert">
          {share.tooLong(count(made.tooLong), count(LONGEST_LINK))}
        </p>
      )}
    </>
  );
}

function Saves({ question, share }: { question: Question; share: ShareWords }) {
  const hasValues = !hasNoValues(question);
  const hasBoth = hasValues && question.arm !== undefined;
  const why = hasBoth ? share.changeOrArm : share.needsChange;
  const saves = [
    ...(hasValues ? ([[share.saveChanged, 'changedFile', true]] as const) : []),
    [hasValues ? share.saveOriginal : share.saveScenario, 'scenarioFile', true],
    [share.saveChanges, 'overlayFile', hasValues],
    [share.saveStudy, 'studyFile', !isUnchanged(question) && !hasBoth],
  ] as const;
  return saves.map(([label, kind, can]) => (
    <button
      key={kind}
      type="button"
      class="btn"
      disabled={!can}
      title={can ? undefined : why}
      data-save={kind}
      onClick={() => void files().then((made) => save(made[kind](question)))}
    >
      {label}
    </button>
  ));
}

/** The commands for the saved files; loaded with what writes them. */
function Commands({ question, share }: { question: Question; share: ShareWords }) {
  const [lines, setLines] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const hasStudy = !isUnchanged(question) && (hasNoValues(question) || question.arm === undefined);
    void files().then(({ overlayCommand, studyCommand }) =>
      setLines([overlayCommand(question), ...(hasStudy ? [studyCommand(question)] : [])]),
    );
  }, [open, question.values, question.opened, question.seed]);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{share.onCommandLine}</summary>
      <p class="note-line">{share.beside(question.opened.file)}</p>
      {lines.map((line) => (
        <pre key={line}>
          <code>{line}</code>
        </pre>
      ))}
    </details>
  );
}

/** Whether the result is that of the link; nothing if there is no such link or the question is another one by now. */
function LinkVerdict({ studio, share }: { studio: ViewProps['studio']; share: ShareWords }) {
  const { taken, answer } = studio;
  if (!taken?.hash || !answer?.hash || answer.question.seed !== taken.seed) return null;
  const { values, arm } = answer.question;
  if (arm !== taken.arm || JSON.stringify(values) !== JSON.stringify(taken.changes)) return null;
  return answer.hash === taken.hash ? (
    <p class="verdict">● {share.sameAsLink}</p>
  ) : (
    <p class="verdict">✕ {share.notAsLink}</p>
  );
}

/** The card; nothing if nothing is open. */
export function Share(props: ViewProps) {
  const { studio, words } = props;
  const question = questionOf(studio);
  if (!question) return null;
  return (
    <section class="card share">
      <h2 class="h3">{words.sharing.title}</h2>
      <p class="sub">{words.sharing.lead}</p>
      <LinkVerdict studio={studio} share={words.sharing} />
      <div class="acts">
        <CopyLink {...props} />
        <Saves question={question} share={words.sharing} />
      </div>
      <Commands question={question} share={words.sharing} />
    </section>
  );
}
