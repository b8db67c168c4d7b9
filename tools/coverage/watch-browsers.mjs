/**
 * What a page in Chromium has run, by V8's own counts, written beside those of processes. Every page that a test opens is
 * asked before it closes, so the tests know nothing of it. Workers of a page are left out: they run what Node runs too.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHILDREN } from './watch-children.mjs';

let pages = 0;

/** Starts counting on a page; returns what writes the counts down, once. */
async function count(page) {
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  let isKept = false;
  return async () => {
    if (isKept || page.isClosed()) return;
    isKept = true;
    const result = await page.coverage.stopJSCoverage();
    mkdirSync(CHILDREN, { recursive: true });
    const scripts = result.map(({ url, functions }) => ({ url, functions }));
    const name = `page-${process.pid}-${performance.now()}-${pages++}.json`;
    writeFileSync(join(CHILDREN, name), JSON.stringify({ result: scripts }));
  };
}

/** Makes `object[name]` do something first. */
function before(object, name, act) {
  const plain = object[name].bind(object);
  object[name] = async (...words) => {
    await act();
    return plain(...words);
  };
}

function watchContext(context) {
  const kept = [];
  const keepAll = () => Promise.all(kept.map((keep) => keep()));
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const keep = await count(page);
    kept.push(keep);
    before(page, 'close', keep);
    return page;
  };
  before(context, 'close', keepAll);
  return keepAll;
}

const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => {
  const browser = await launch(options);
  const contexts = [];
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (own) => {
    const context = await newContext(own);
    contexts.push(watchContext(context));
    return context;
  };
  // as Playwright's own: a page with a context that closes with it
  browser.newPage = async (own) => {
    const context = await browser.newContext(own);
    const page = await context.newPage();
    const close = page.close.bind(page);
    page.close = async () => {
      await close();
      await context.close();
    };
    return page;
  };
  before(browser, 'close', () => Promise.all(contexts.map((keepAll) => keepAll())));
  return browser;
};
