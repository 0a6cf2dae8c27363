// An error thrown by the generator ends the loop without a call of return.
const source = { n: 0,
  [Symbol.asyncIterator]() { return this; },
  async next() { if (++this.n === 2) throw 'broken'; return { value: this.n, done: false }; },
  async return() { console.log('return called'); return {}; } };
(async () => { try { for await (const v of source) console.log('value', v); } catch (e) { console.log('caught', e); } })();
