// Calling throw on a generator that has not begun finishes it without running its body.
function* g() { try { console.log('body'); yield 1; } catch (e) { console.log('inside', e); } }
const it = g();
try { it.throw('early'); } catch (e) { console.log('outside', e); }
console.log(it.next().done ? 'done' : 'open');
