// An object with handleEvent can listen, and the method is looked up at the time of each event.
const t = new EventTarget();
const o = { tag: 'o', handleEvent() { console.log('old', this.tag); this.handleEvent = function () { console.log('new', this.tag); }; } };
t.addEventListener('x', o);
t.dispatchEvent(new Event('x'));
t.dispatchEvent(new Event('x'));
