// An iterator that throws while being read rejects Promise.all, although the reading is synchronous.
function* g() { console.log('gives 1'); yield 1; console.log('throws'); throw 'broken'; }
try {
  Promise.all(g()).catch(e => console.log('rejected', e));
  console.log('no exception');
} catch (e) { console.log('exception', e); }
