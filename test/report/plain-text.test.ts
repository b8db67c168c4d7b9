import { describe, expect, it } from 'vitest';
import type { Kit } from '../../src/report/client/kit.js';
import { csvText } from '../../src/report/client/sheet.js';
import { embedJson, escapeHtml, nameHtml, plainText, plotText } from '../../src/report/plain-text.js';

const ESC = String.fromCharCode(27);

describe('plainText', () => {
  it('takes out colours, titles, links and lone escapes', () => {
    const text = `${ESC}[31mred${ESC}[0m ${ESC}]0;title${String.fromCharCode(7)}and ${ESC}]8;;http://x${ESC}\\link`;
    expect(plainText(text)).toBe('red and link');
  });
  it('takes out line breaks, zero-width and direction marks', () => {
    expect(plainText('a\r\nb\u202Egnp.exe\u200B\u2066x\u0000')).toBe('a b gnp.exe x');
  });
  it('keeps the thin gap of a number, so that no line breaks inside it', () => {
    expect(plainText('76\u202fM people')).toBe('76\u202fM people');
  });
});

describe('escapeHtml', () => {
  it('leaves nothing that HTML could read', () => {
    expect(escapeHtml(`<b a="1" c='2'>&`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;');
  });
});

describe('plotText', () => {
  it('strips the tags and entities that plotly reads', () => {
    expect(plotText('Kimi <a href="javascript:x">2</a>')).toBe('Kimi 2');
    expect(plotText('A &lt;b&gt; & B')).toBe('A +lt;b+gt; & B');
  });
  it('a name that is nothing but a tag keeps its letters', () => {
    expect(plotText('<img src=x onerror=alert(1)>')).toBe('‹img src=x onerror=alert(1)›');
  });
});

describe('embedJson', () => {
  it('cannot end its script element and reads back the same', () => {
    const value = { name: '</script><!--\u2028\u2029&' };
    expect(embedJson(value)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(embedJson(value))).toEqual(value);
  });
});

describe('nameHtml', () => {
  it('sets what stands in brackets at the end of a name apart, and escapes both', () => {
    expect(nameHtml('Kimi (Moonshot)')).toBe('Kimi<em class="br"> (Moonshot)</em>');
    expect(nameHtml('<b>（竹间）')).toBe('&lt;b&gt;<em class="br">（竹间）</em>');
    expect([nameHtml('(only)'), nameHtml('01.AI')]).toEqual(['(only)', '01.AI']);
  });
});

describe('csvText', () => {
  const kit = { data: { firms: { acme: { name: 'Acme, Inc' } } } } as unknown as Kit;
  it('gives a firm by id and by name', () => {
    const columns = [
      { name: 'firm', kind: 'firm' as const },
      { name: 'worlds', kind: 'count' as const },
    ];
    expect(csvText(kit, { columns, rows: [['acme', 3]] })).toBe(
      'firm,firm name,worlds\r\nacme,"Acme, Inc",3\r\n',
    );
  });
  it('quotes commas and quotes, keeps numbers, and disarms formulas in text', () => {
    const columns = [
      { name: 'firm', kind: 'text' as const },
      { name: 'cash, end', kind: 'money' as const },
    ];
    const rows = [
      ['=HYPERLINK("x")', -5],
      ['a"b', null],
      ['+1', 0.25],
    ];
    expect(csvText(kit, { columns, rows })).toBe(
      `firm,"cash, end"\r\n"'=HYPERLINK(""x"")",-5\r\n"a""b",\r\n'+1,0.25\r\n`,
    );
  });
});
