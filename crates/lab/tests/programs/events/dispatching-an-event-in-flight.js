// An event that is being dispatched cannot be dispatched again, but it can once that is over.
const t = new EventTarget(), e = new Event('x');
let n = 0;
t.addEventListener('x', () => { console.log('listener', ++n); if (n === 1) try { t.dispatchEvent(e); } catch (err) { console.log(err.name); } });
t.dispatchEvent(e);
t.dispatchEvent(e);
