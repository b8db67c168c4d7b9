import { it } from 'vitest';
import { writeFileSync, readFileSync } from 'node:fs';
import { makeSummary, makeManifest } from './fixture.js';
import { reportHtml } from '../../src/report/report-html.js';
it('x', () => { const m = makeManifest();
 const plotly= readFileSync('node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js','utf8');
 const s = makeSummary(200);
 writeFileSync('/tmp/shots-report/report.html', reportHtml(s,m,{plotly}));
 // few worlds, hostile headline, partial, two firms
 const few = makeSummary(12);
 const ids = ['ruien','wawa','doubao'];
 const size = ids.length+1;
 const part = { ...few, firmIds: ids, firms: Object.fromEntries(ids.map(i=>[i,few.firms[i]])), arms: {}, moves: few.moves.slice(0,size*size), origins: few.origins.slice(0,size*size), warnings: [], checks: [] };
 writeFileSync('/tmp/shots-report/few.html', reportHtml(part as never,{...m, state:'PARTIAL 12 of 200'},{plotly}));
 writeFileSync('/tmp/shots-report/none.html', reportHtml({...part, n:0} as never,{...m, state:'PARTIAL 0 of 200'},{plotly}));
 const safeIds=['doubao','wenxin','dalin']; 
 const safe = { ...s, firmIds: ['doubao','wenxin','spark'], firms: Object.fromEntries(['doubao','wenxin','spark'].map(i=>[i,s.firms[i]])), arms: {}, moves: s.moves.slice(0,16), origins: s.origins.slice(0,16) };
 writeFileSync('/tmp/shots-report/safe.html', reportHtml(safe as never,m,{plotly}));
});
