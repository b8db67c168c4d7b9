/** The script of a study's page as text: theme, contents, print. Its figures are drawn without script. */
import { wireButtons, wireContents, wireTheme } from './page.js';

/** The whole script. */
export function studyScript(): string {
  const parts = [wireTheme, wireContents, wireButtons];
  return `'use strict';
(() => {
${parts.map(String).join('\n')}
${wireTheme.name}(window, () => {});
${wireContents.name}(window);
${wireButtons.name}(window);
})();`;
}
